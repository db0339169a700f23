"""Writers of one home come one after another."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from habits.errors import StoreError
from habits.store.lock import exclusive

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys, time
from pathlib import Path
from habits.store.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file that is not there yet."""
    return tmp_path / "rapport.lock"


def test_who_comes_second_waits_until_the_first_is_done(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []
    first = ExitStack()
    first.enter_context(exclusive(lock))

    def finish_the_first(_: float) -> None:
        order.append("the second waits")
        first.close()

    monkeypatch.setattr(time, "sleep", finish_the_first)
    with exclusive(lock):
        order.append("the second writes")

    assert order == ["the second waits", "the second writes"]


def test_who_has_waited_long_enough_is_told_that_nothing_was_stored(lock: Path) -> None:
    with (
        exclusive(lock),
        pytest.raises(StoreError, match=r"is locked by another process\. Nothing was stored; try"),
        exclusive(lock, patience=0),
    ):
        pytest.fail("both hold the lock")


def test_the_lock_is_free_again_after_a_failure(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), exclusive(lock):
        raise ZeroDivisionError
    with exclusive(lock, patience=0):
        pass


def test_a_lock_goes_with_the_process_that_held_it(lock: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:  # noqa: S603
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="is locked"), exclusive(lock, patience=0):
            pytest.fail("both hold the lock")
        holder.kill()
        holder.wait()
    with exclusive(lock, patience=0):
        pass


def test_the_lock_file_stays_and_is_the_users_alone(lock: Path) -> None:
    mask = os.umask(0)
    try:
        with exclusive(lock):
            pass
    finally:
        os.umask(mask)
    inode = lock.stat().st_ino
    with exclusive(lock):
        pass
    assert lock.stat().st_mode & 0o777 == 0o600
    assert lock.stat().st_ino == inode


def test_a_link_in_the_place_of_the_lock_is_refused(lock: Path) -> None:
    other = lock.with_name("other")
    lock.symlink_to(other)
    with pytest.raises(StoreError, match="cannot be written: Too many levels of symbolic links"):
        exclusive(lock).__enter__()
    assert not other.exists()


def test_a_lock_that_cannot_be_opened_is_told_with_its_path(lock: Path) -> None:
    lock.mkdir()
    with pytest.raises(StoreError, match=r"rapport\.lock cannot be written: Is a directory\. "):
        exclusive(lock).__enter__()


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.ENOSYS, errno.EIO], ids=errno.errorcode.get)
def test_a_disk_that_knows_no_locks_is_told_in_one_line(
    lock: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def flock(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(StoreError, match=r"cannot be locked: .*\. Nothing was stored; name a "):
        exclusive(lock).__enter__()
