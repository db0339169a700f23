"""A disk that is full loses nothing that was told, and works again when there is room."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from uuid import UUID

import pytest

from habits.errors import StoreError
from habits.store import Op, Store
from habits.store.home import Home
from tests.faults.story import DEVICE, Told, act, require_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Disk = Callable[[Path], AbstractContextManager[None]]

ROOM: Final = 256 << 10
MOST: Final = 4000


@contextmanager
def small_disk(path: Path) -> Iterator[None]:
    """Mount a disk in memory that is soon full."""
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(path)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words
    try:
        yield
    finally:
        subprocess.run(["umount", str(path)], check=True)  # noqa: S603, S607 - as above


@contextmanager
def quota(path: Path) -> Iterator[None]:
    """Let no file of this process grow large."""
    path.mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM // 4, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def can_mount() -> bool:
    """Return whether this process may mount a disk in memory."""
    if os.geteuid() or not shutil.which("unshare"):
        return False
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0  # noqa: S603


LARGE: Final = Op("entries", UUID(int=10**6), {"number": -1, "text": "x" * 2 * ROOM})
DISKS: Final[list[Disk]] = [quota, *([small_disk] if can_mount() else [])]


@pytest.mark.parametrize("disk", DISKS, ids=lambda disk: disk.__name__)
def test_a_full_disk_loses_nothing_that_was_told(tmp_path: Path, disk: Disk) -> None:
    told, path = Told(), tmp_path / "disk" / "home"
    with disk(tmp_path / "disk"):
        store = Store(Home(path), DEVICE)
        for number in range(MOST):
            act(store, told, number)
            if len(told.open) > 5:
                break
        assert 0 < len(told.kept) < MOST
        with pytest.raises(StoreError, match="No space left"):
            store.commit(lambda: [LARGE])
        shown = {each["number"] for _, each in Store(Home(path), DEVICE).table("people").items()}
        assert told.kept <= shown <= told.kept | told.open
        shutil.copytree(path, tmp_path / "copy")
    require_kept(tmp_path / "copy", told)
