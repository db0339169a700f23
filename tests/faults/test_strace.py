"""A fault or the end of the process at every system call of the store, made by the kernel."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from habits.store import Store
from habits.store.home import Home
from tests.faults.story import DEVICE, Told, require_kept, seen
from tests.faults.test_processes import ROOT, SITE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CALLS: Final = ("write", "fdatasync", "fsync", "rename", "link", "ftruncate", "fchmod", "mkdir")
ACTS: Final = 4

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (Debian's package strace)"
)


def traced(path: Path, *injection: str) -> tuple[set[int], str]:
    """Write a few acts and two snapshots under strace; return what was told, and the trace."""
    home, trace = Home(path), path.with_name(f"{path.name}.trace")
    files: Sequence[Path] = (
        home.path,
        home.ops,
        home.ops / f"{DEVICE}-000001.jsonl",
        home.data,
        home.data.with_name("rapport.json.tmp"),
        home.previous,
        home.previous.with_suffix(".tmp"),
        home.backups,
    )
    program = [sys.executable, "-S", "-c", SITE, str(path), "0", str(ACTS), "2"]
    only = [word for file in files for word in ("-P", str(file))]
    watch = ["strace", "-qq", "-o", str(trace), *only, "-e", f"trace={','.join(CALLS)}"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*watch, *injection, *program],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return set(map(int, done.stdout.split())), trace.read_text()


def places(tmp_path: Path) -> list[tuple[str, int]]:
    """Return each call that a run makes, with its number among those of its name."""
    told, trace = traced(tmp_path / "dry")
    assert told == set(range(ACTS))
    names = re.findall(r"^(\w+)\(", trace, re.MULTILINE)
    assert {"write", "fdatasync", "fsync", "rename", "link", "mkdir"} <= set(names)
    return [(name, names[:at].count(name) + 1) for at, name in enumerate(names)]


@pytest.mark.parametrize("fault", ["error=ENOSPC", "error=EIO", "signal=KILL"])
def test_whatever_the_kernel_does_what_was_told_is_kept(tmp_path: Path, fault: str) -> None:
    for number, (call, when) in enumerate(places(tmp_path)):
        path = tmp_path / f"home-{number}"
        told, _ = traced(path, "-e", f"inject={call}:{fault}:when={when}")
        shown = seen(Store(Home(path), DEVICE))
        assert told <= shown, f"{call} {when}: lost {sorted(told - shown)}"
        require_kept(path, Told(kept=told, open=set(range(ACTS))))
