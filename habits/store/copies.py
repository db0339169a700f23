"""Copies of a home in one TinyDB file: written, read, and compared with what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from habits.errors import NewerFormatError, RefusedError
from habits.practices import PRACTICES
from habits.store import codec
from habits.store.exports import write_out
from habits.store.meanings import meaningless
from habits.store.ops import Op, changed_fields
from habits.store.schema import upgraded
from habits.store.snapshot import (
    SCHEMA,
    DamagedSnapshotError,
    ForeignSnapshotError,
    decode,
    state_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from habits.store.home import Home
    from habits.store.merge import State


def write(home: Home, path: Path | None, content: bytes, now: datetime) -> Path:
    """Write a copy and return its path.

    Args:
        home: The home that is copied.
        path: The file; None for one among the backups, named by the time.
        content: What it is to hold.
        now: The time.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    target = path or home.backups / f"rapport-{now:%Y-%m-%dT%H%M%SZ}.json"
    write_out(target, content)
    return target


def read(path: Path) -> State:
    """Return what a copy holds: a TinyDB file of this or an older format.

    Raises:
        RefusedError: It cannot be read, or is no such file.
        NewerFormatError: A newer version wrote it.
    """
    try:
        return decode(path.read_bytes()).state
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise RefusedError(message) from error
    except DamagedSnapshotError as error:
        message = (
            f"{path} is damaged, or no TinyDB file. Nothing has changed; name another copy. What "
            "'rapport export json' wrote is for 'rapport import json'."
        )
        raise RefusedError(message) from error
    except ForeignSnapshotError as foreign:
        if foreign.schema > SCHEMA:
            message = f"{path} was written by a newer rapport. Upgrade rapport to restore it."
            raise NewerFormatError(message) from foreign
        return state_of(upgraded(foreign.tables, foreign.schema))


def require_home(copy: State, path: Path) -> None:
    """Check that a copy is one of a home, of which every record means something.

    A home has its practices from the start, before anything is logged in it.

    Args:
        copy: What the copy holds.
        path: Where it is.

    Raises:
        RefusedError: It is none.
    """
    for each in meaningless(copy):
        message = (
            f"{path} cannot be restored. {each.error.trouble}. Nothing has changed; mend the copy, "
            "or name another."
        )
        raise RefusedError(message)
    if len(copy.live[codec.PRACTICES]) < len(PRACTICES):
        message = f"{path} is no copy of a home. Nothing has changed; name another copy."
        raise RefusedError(message)


def differences(present: State, wanted: State) -> Iterator[Op]:
    """Yield what makes the records of one state those of another."""
    for table in dict.fromkeys((*present.live, *wanted.live)):
        there, other = present.live[table], wanted.live[table]
        for key in dict.fromkeys((*there, *other)):
            if there.get(key) != other.get(key):
                before, after = present.document(table, key), wanted.document(table, key)
                changed = None if after is None else changed_fields(before or {}, after)
                yield Op(table, UUID(int=key), changed)
