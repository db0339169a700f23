"""Git repositories for tests: those that machines sync to, and what stands in them."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from habits.sync.git import GitTransport

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str, given: bytes = b"") -> str:
    """Run git on a bare repository, as its owner would, and return what it prints."""
    command = ["git", f"--git-dir={folder}", *words]
    done = subprocess.run(command, input=given, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode(errors="replace").strip()


def bare(path: Path) -> Path:
    """Return a new bare repository."""
    git(path, "init", "--quiet", "--bare", "--template=")
    return path


def branch(folder: Path, device: str) -> list[str]:
    """Return the names of what stands on a device's branch."""
    listed = git(folder, "ls-tree", "-r", "--name-only", f"rapport/{device}")
    return [path.rpartition("/")[2] for path in listed.splitlines()]


def transport(remote: Path, cache: Path) -> GitTransport:
    """Return what carries segments to a repository."""
    return GitTransport(str(remote), cache)
