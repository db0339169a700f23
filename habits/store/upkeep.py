"""Upkeep of a store: what happened to it, whether it is whole, and copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store import chronicle, copies, doctor, erasing
from habits.store.files import reading
from habits.store.relog import log_again
from habits.store.snapshot import Snapshot, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from habits.store.chronicle import Event
    from habits.store.ops import Commit, Written
    from habits.store.store import Store


def events(store: Store) -> Iterator[Event]:
    """Yield what happened to a home, the oldest first, of all devices.

    Raises:
        StoreError: A log cannot be read.
    """
    with reading(store.home.path):
        yield from chronicle.events(store.home.ops)


def check(store: Store) -> list[str]:
    """Look through every file, mend what can be, and return what was found and done.

    Raises:
        StoreError: A file cannot be read, or what was found cannot be mended.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """
    with store.writing(), reading(store.home.path):
        found = [
            *store.take_reports(),
            *doctor.open_files(store.home),
            *doctor.odd_logs(store.home),
            *doctor.odd_backups(store.home),
            *log_again(store.replica),
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


def reach_of_erasing(store: Store, table: str, key: UUID) -> tuple[Written, ...]:
    """Return the records that erasing one would take away or change; nothing is done.

    Raises:
        StoreError: A log cannot be read.
    """
    with reading(store.home.path):
        plan = erasing.plan_for(store.replica, [(table, key.int)])
    return erasing.reach(store.replica, plan)


def erase(store: Store, table: str, key: UUID) -> tuple[Written, ...]:
    """Take a record out of every file for good, with all that tells of it.

    What refers to it and to nothing else goes; elsewhere the references go, and a word by which it
    was called becomes "someone". It cannot be taken back.

    Returns:
        The records that went or changed.

    Raises:
        StoreError: A file cannot be read or written; the next act goes on with it then.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """
    with store.writing(), reading(store.home.path):
        plan = erasing.plan_for(store.replica, [(table, key.int)])
        reached = erasing.reach(store.replica, plan)
        erasing.carry_out(store.replica, plan)
    return reached
