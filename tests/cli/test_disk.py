"""A disk that cannot be written is told in one line, and can still be read."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import as_one_whom_modes_bind, run_program
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run


@pytest.fixture
def bound(tmp_path: Path) -> list[str]:
    """What makes the modes of files count, also for root."""
    folder = tmp_path / "probe"
    folder.mkdir()
    return as_one_whom_modes_bind(folder)


@pytest.mark.parametrize("mode", [0o500, 0o700])
def test_a_home_that_cannot_be_written_is_told_and_still_read(
    home: Home, bound: list[str], mode: int
) -> None:
    run_program(home.path, "log", "thanks", "@maya the fix")
    before = home.data.read_bytes()
    if mode == 0o700:
        home.lock.chmod(0o400)
    home.path.chmod(mode)
    for log in home.ops.iterdir():
        log.chmod(0o400)
    try:
        refused = run_program(home.path, "log", "thanks", "lost", prefix=bound)
        kept = run_program(home.path, "undo", prefix=bound)
        today = run_program(home.path, "today", prefix=bound)
        entries = run_program(home.path, "entries", prefix=bound)
    finally:
        home.path.chmod(0o700)

    for done in (refused, kept):
        assert (done.code, "cannot be written: Permission denied" in done.refusal) == (7, True)
    assert "  last: Maya: the fix, today" in today.lines
    assert entries.lines == ["2026-11-22  Thanks · Maya · the fix"]
    assert home.data.read_bytes() == before


@pytest.mark.parametrize("command", ["log thanks x", "today", "entries", "undo"])
def test_a_home_that_cannot_be_read_is_told(home: Home, bound: list[str], command: str) -> None:
    run_program(home.path, "log", "thanks", "x")
    home.data.chmod(0)
    by_file = run_program(home.path, *command.split(), prefix=bound)
    home.path.chmod(0)
    by_folder = run_program(home.path, *command.split(), prefix=bound)
    home.path.chmod(0o700)

    for done in (by_file, by_folder):
        assert (done.code, "cannot be read: Permission denied" in done.refusal) == (7, True)


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path, bound: list[str]) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = run_program(tmp_path / "locked" / "home", "today", prefix=bound)
    assert done.code == 7
    assert "cannot be made: Permission denied. Name another folder with --home." in done.refusal


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("command", ["log thanks lost", "log thanks lost --json", "undo"])
def test_a_failing_disk_is_told_and_nothing_has_changed(
    rapport: Run, home: Home, command: str, error: int
) -> None:
    rapport("log", "thanks", "kept")
    before = [path.read_bytes() for path in home.ops.iterdir()]
    with broken_disk("sync", error=error):
        done = rapport(*command.split())

    assert done.code == 7
    assert done.refusal == (
        f"{home.ops} cannot be written: {os.strerror(error)}. Nothing was stored; "
        "make room or see who may write there, then try again."
    )
    assert [path.read_bytes() for path in home.ops.iterdir()] == before
    assert rapport("entries").lines == ["2026-11-22  Thanks · kept"]
