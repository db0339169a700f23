"""The lock that keeps the writers of one home apart."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from habits.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE: Final = 10.0
"""Seconds that a writer waits for another one."""

_INTERVAL: Final = 0.005


@contextmanager
def exclusive(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file of a home; whoever comes second waits.

    The lock is the kernel's (`flock`), so it goes with the process that holds it. The file is
    never deleted: a waiter would be left with a lock that nobody else can see.

    Raises:
        StoreError: Another process held it all the while, or it cannot be opened.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        descriptor = os.open(path, flags, 0o600)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}. Check who may write the folder."
        raise StoreError(message) from error
    try:
        _acquire(descriptor, path, patience)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                message = (
                    f"{path.parent} is locked by another process. "
                    "Nothing was stored; try again when it is done."
                )
                raise StoreError(message) from None
            time.sleep(_INTERVAL)
        except OSError as error:
            message = (
                f"{path} cannot be locked: {error.strerror}. Nothing was stored; "
                "name a folder on a disk of this machine with --home."
            )
            raise StoreError(message) from error
        else:
            return
