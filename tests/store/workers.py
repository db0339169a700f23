"""What other processes do to a home while a test looks on; run as `python -m`."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from habits import service
from habits.clock import FixedClock
from habits.day import Moment
from habits.practices import BY_SLUG
from habits.store.home import Home

if TYPE_CHECKING:
    from habits.service import Workspace

ROOT = Path(__file__).parents[2]


def worker(*words: object) -> subprocess.Popen[str]:
    """Start a process of this module; it says "ready", and begins at a line."""
    command = [sys.executable, "-W", "error", "-m", __name__, *map(str, words)]
    return subprocess.Popen(  # noqa: S603 - our own words
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process says, empty where it says no more."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def start(process: subprocess.Popen[str]) -> None:
    """Let a process that is ready begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def workspace(home: Path) -> Workspace:
    """Return the home as it is on a Sunday."""
    now = Moment(datetime(2026, 11, 22, 8, 30, tzinfo=UTC), "UTC")
    return service.open_workspace(Home(home), FixedClock(now))


def main(act: str, home: Path, count: int, name: str) -> None:
    """Log so many entries into a home, and say each one as soon as it is durable."""
    if act == "log":
        opened = workspace(home)
    print("ready", flush=True)  # noqa: T201 - it is what the test waits for
    sys.stdin.readline()
    if act == "open and log":
        opened = workspace(home)
    for number in range(count):
        service.log(opened, BY_SLUG["thanks"], f"@maya {name} {number}")
        print(f"{name} {number}", flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
