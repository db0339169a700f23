"""Git repositories for tests: those that machines sync to, and what stands in them."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from habits.sync.git import GitTransport

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str, given: bytes = b"") -> str:
    """Run git on a bare repository, as its owner would, and return what it prints."""
    return _run(folder, *words, given=given).decode(errors="replace").strip()


def _run(folder: Path, *words: str, given: bytes = b"") -> bytes:
    command = ["git", f"--git-dir={folder}", *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout  # noqa: S603


def bare(path: Path) -> Path:
    """Return a new bare repository."""
    git(path, "init", "--quiet", "--bare", "--template=")
    return path


def branch(folder: Path, device: str) -> list[str]:
    """Return the names of what stands on a device's branch."""
    listed = git(folder, "ls-tree", "-r", "--name-only", f"rapport/{device}")
    return [path.rpartition("/")[2] for path in listed.splitlines()]


def contents(folder: Path, *, on_branches: bool) -> list[bytes]:
    """Return all files that can be read on the branches of a repository, or in all of it."""
    listed = git(folder, "rev-list", "--objects", "--no-object-names", "--all")
    every = ["--batch-all-objects"] if not on_branches else []
    form = "--batch-check=%(objecttype) %(objectname)"
    told = git(folder, "cat-file", form, *every, given=listed.encode()).splitlines()
    return [_run(folder, "cat-file", *each.split()) for each in told if each.startswith("blob")]


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return all segments on the branches of machines, by device and name."""
    segments = {}
    for tip in git(folder, "for-each-ref", "--format=%(refname)", "refs/heads/rapport").split():
        for line in git(folder, "ls-tree", "-r", tip).splitlines():
            about, _, path = line.partition("\t")
            name = f"{tip.rpartition('/')[2]}/{path.rpartition('/')[2]}"
            segments[name] = _run(folder, "cat-file", "blob", about.split()[2])
    return segments


def transport(remote: Path, cache: Path) -> GitTransport:
    """Return what carries segments to a repository."""
    return GitTransport(str(remote), cache)
