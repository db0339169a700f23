"""The writer: a device's own lines, appended so that they are on the disk or not there at all."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from habits.store.files import make_private_folder, sync_folder
from habits.store.logs import SUFFIX, TAG_BYTES, is_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from habits.store.snapshot import Place

SEGMENT_BYTES: Final = 4 << 20
"""How large a segment may be when it is written to; a larger one is followed by another."""


def append(path: Path, content: bytes) -> Place:
    """Append lines to a segment and return the place behind them; the home's lock is held.

    A last line without its end is what a crash has left of one that was never acknowledged. It is
    closed off and stays, as all bytes of a log do.

    Args:
        path: The segment; it and its folder are made where they are not there.
        content: Whole lines.

    Raises:
        OSError: They could not be made durable. What of them was written is cut off again.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        descriptor = os.open(path, flags, 0o600)
    except FileNotFoundError:
        make_private_folder(path.parent)
        descriptor = os.open(path, flags, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        is_torn = size and os.pread(descriptor, 1, size - 1) != b"\n"
        written = b"\n" + content if is_torn else content
        _append_durably(descriptor, size, written)
    finally:
        os.close(descriptor)
    if not size:
        sync_folder(path.parent)
    return size + len(written), written[-TAG_BYTES:].hex()


def own_segment(places: Mapping[str, Place], device: str) -> str:
    """Return the segment that a device writes to next.

    Args:
        places: All segments, with how far each is read.
        device: The device.
    """
    own = sorted(name for name in places if is_of(name, device))
    if not own:
        return f"{device}-000001{SUFFIX}"
    newest = own[-1]
    if places[newest][0] < SEGMENT_BYTES:
        return newest
    return f"{device}-{_number(newest) + 1:06}{SUFFIX}"


def _append_durably(descriptor: int, size: int, content: bytes) -> None:
    try:
        _write_at_once(descriptor, content)
        _sync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _write_at_once(descriptor: int, content: bytes) -> None:
    """Write in one call, so that no reader meets half of it; a disk that takes less is full."""
    if os.write(descriptor, content) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _sync(descriptor: int) -> None:
    """Make written bytes durable, also in the drive's own memory where that takes a word more."""
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fdatasync(descriptor)


def _number(name: str) -> int:
    return int(name.removesuffix(SUFFIX).rpartition("-")[2])
