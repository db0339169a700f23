"""Upkeep of a store: what happened to it, whether it is whole, and copies of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from habits.errors import StoreError
from habits.store import chronicle, copies, doctor
from habits.store.snapshot import Snapshot, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from habits.store.chronicle import Event
    from habits.store.home import Home
    from habits.store.ops import Commit
    from habits.store.store import Store


def events(store: Store) -> Iterator[Event]:
    """Yield what happened to a home, the oldest first, of all devices.

    Raises:
        StoreError: A log cannot be read.
    """
    with _reading(store.home):
        yield from chronicle.events(store.home.ops)


def check(store: Store) -> list[str]:
    """Look through every file, mend what can be, and return what was found and done.

    Raises:
        StoreError: A file cannot be read, or what was found cannot be mended.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """
    with store.writing(), _reading(store.home):
        found = [
            *store.take_reports(),
            *doctor.open_files(store.home),
            *doctor.odd_logs(store.home),
            *doctor.odd_backups(store.home),
            *store.replica.log_again(),
        ]
        store.replica.checkpoint()
    return found


def back_up(store: Store, path: Path | None, now: datetime) -> Path:
    """Write a copy of everything and return its path; as `habits.store.copies.write`."""
    store.catch_up()
    content = encode(Snapshot(store.replica.state, store.replica.places))
    return copies.write(store.home, path, content, now)


def restore(store: Store, path: Path) -> Commit:
    """Make everything as it is in a copy, as one act, which can be taken back.

    Raises:
        RefusedError: It cannot be read, or is no copy.
        StoreError: It could not be made durable; nothing has changed.
        NewerFormatError: A newer version wrote it, or the home.
    """
    wanted = copies.read(path)
    return store.commit(lambda: copies.differences(store.replica.state, wanted))


@contextmanager
def _reading(home: Home) -> Iterator[None]:
    """Tell what cannot be read in words.

    Raises:
        StoreError: Something could not be.
    """
    try:
        yield
    except OSError as error:
        message = f"{error.filename or home.path} cannot be read: {error.strerror}."
        raise StoreError(message) from error
