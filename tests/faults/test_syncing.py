"""Syncing on disks that fail and in processes that are killed: nothing acknowledged is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from habits.errors import RapportError
from habits.store.home import Home
from tests.faults.test_every_call import Disk
from tests.faults.test_full_disk import can_mount, small_disk
from tests.sync.faults import Died
from tests.sync.machines import KEYS, Machine, machines

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
ERRORS: Final = {
    "full": errno.ENOSPC,
    "broken": errno.EIO,
    "read-only": errno.EROFS,
    "refused": errno.EACCES,
    "killed": Died(),
}


def prepare(path: Path) -> tuple[Machine, Machine]:
    """Return two machines with something to send and to take in, and to pack."""
    ada, bob = machines(path, "ada", "bob")
    bob.put(1, what="by bob")
    bob.sync()
    ada.put(2, what="by ada")
    ada.put(3, what="by ada too")
    return ada, bob


def told_by(machine: Machine) -> str | None:
    """Sync, and return what was told of it; None where all went well, or where it was killed."""
    try:
        machine.sync()
    except RapportError as trouble:
        return str(trouble)
    except Died:
        pass
    return None


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS.keys())
@pytest.mark.parametrize("most", [0, 500], ids=["packing", "adding"])
def test_whichever_call_of_a_syncing_fails_the_next_one_makes_it_good(
    tmp_path: Path, error: int | BaseException, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.sync.exchange.MOST_SEGMENTS", most)
    (tmp_path / "dry").mkdir()
    disk = Disk()
    ada, _ = prepare(tmp_path / "dry")
    with disk.in_place():
        ada.sync()
    assert set(disk.names) >= {"open", "write", "fsync", "fdatasync", "replace"}
    for number in range(disk.count):
        path = tmp_path / f"{number}"
        path.mkdir()
        ada, bob = prepare(path)
        before = ada.lines()
        with Disk(number, error).in_place():
            told = told_by(ada)
        assert told is None or "safe here" in told
        assert ada.lines() >= before
        for machine in (ada, bob):
            machine.sync()
        assert ada.seen() == bob.seen()
        assert len(ada.seen()) == 4


@pytest.mark.skipif(not can_mount(), reason="may not mount a disk here")
@pytest.mark.parametrize("where", ["remote", "home"])
def test_a_full_disk_is_told_and_the_sync_goes_on_with_more_room(
    tmp_path: Path, where: str
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk):
        ada, bob = prepare(tmp_path)
        if where == "home":
            shutil.move(ada.home.path, disk / "ada")
            ada.home = Home(disk / "ada")
        else:
            shutil.move(tmp_path / "remote", disk / "remote")
            (tmp_path / "remote").symlink_to(disk / "remote")
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(512))
        with pytest.raises(RapportError, match="safe here"):
            ada.sync()
        assert len(ada.seen()) >= 3
        filler.unlink()
        for machine in (ada, bob):
            machine.sync()
        assert ada.seen() == bob.seen()
        assert len(ada.seen()) == 4


def mounted(path: Path, *options: str) -> None:
    """Mount a folder over itself once more, in another way."""
    for words in (["--bind", str(path), str(path)], ["-o", ",".join(options), str(path)]):
        subprocess.run(["mount", *words], check=True)  # noqa: S603, S607 - our own words


@pytest.mark.skipif(not can_mount(), reason="may not mount a disk here")
def test_a_remote_that_can_only_be_read_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    ada, bob = prepare(tmp_path)
    mounted(tmp_path / "remote", "remount", "bind", "ro")
    try:
        with pytest.raises(RapportError, match=r"Read-only.*safe here"):
            ada.sync()
    finally:
        subprocess.run(["umount", str(tmp_path / "remote")], check=True)  # noqa: S603, S607
    # What could be read was taken in.
    assert len(ada.seen()) == 4
    for machine in (ada, bob):
        machine.sync()
    assert ada.seen() == bob.seen()


SYNC: Final = """
import os, sys
sys.path[:0] = {paths!r}
from pathlib import Path
from habits.errors import RapportError
from habits.sync.folder import FolderTransport
from habits.sync.keys import Keys
from tests.sync.machines import Machine
path, turns = Path(sys.argv[1]), int(sys.argv[2])
machine = Machine(path / "ada", "ada", FolderTransport(path / "remote"), Keys((sys.argv[3],)))
for turn in range(turns):
    try:
        machine.sync()
    except RapportError as error:
        print(error, flush=True)
"""


def syncer(path: Path, turns: int) -> subprocess.Popen[str]:
    """Start a process that syncs so many times."""
    words = [str(path), str(turns), KEYS.recovery]
    return subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-S", "-c", SYNC.format(paths=sys.path), *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_sync_one_home_at_once_leave_in_words_and_lose_nothing(
    tmp_path: Path,
) -> None:
    ada, bob = prepare(tmp_path)
    processes = [syncer(tmp_path, 60) for _ in range(3)]
    for number in range(10, 40):
        ada.put(number, what=f"{number}")
    told = {line for process in processes for line in process.communicate()[0].splitlines()}
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert told == {"This home is being synced by another process already. Look again in a moment."}
    for machine in (ada, bob):
        machine.sync()
    assert ada.seen() == bob.seen()
    assert len(ada.seen()) == 34


def test_a_syncing_that_is_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    ada, bob = prepare(tmp_path)
    for number in range(10, 30):
        process = syncer(tmp_path, 10_000)
        ada.put(number, what=f"{number}")
        bob.put(number + 100, what=f"{number}")
        bob.sync()
        process.kill()
        process.communicate()
    for machine in (ada, bob, ada):
        machine.sync()
    assert ada.seen() == bob.seen()
    assert len(ada.seen()) == 44


def test_a_folder_without_permission_asks_who_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, _ = prepare(tmp_path)
    refuse: Callable[..., None] = _refuse
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(RapportError, match=r"may not be read.*safe here") as told:
        ada.sync()
    assert told.value.exit_code == 4


def _refuse(path: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
