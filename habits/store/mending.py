"""Mending: what is done where the TinyDB file is missing, damaged or written by something else.

The logs hold everything, so the file can always be made anew. What was in its place is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.errors import StoreError
from habits.store.acts import Purpose
from habits.store.datafile import free_name
from habits.store.drafts import Draft
from habits.store.files import make_private_folder, replace_durably
from habits.store.logs import lines_before, segments
from habits.store.meanings import trouble_with
from habits.store.merge import State
from habits.store.ops import Op, changed_fields
from habits.store.schema import upgraded
from habits.store.snapshot import SCHEMA, DamagedSnapshotError, ForeignSnapshotError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from habits.store.replica import Replica
    from habits.store.snapshot import Place, Tables, Trouble

_BY_ITSELF: Final = Purpose(is_act=False)


def mend(replica: Replica, trouble: Trouble) -> list[str]:
    """Make a TinyDB file whole again and return what was done, in words; the lock is held.

    One that is merely missing stops nothing where it cannot be written: the logs are there.

    Raises:
        StoreError: It cannot be written, or nothing is left to make it of.
    """
    if isinstance(trouble, ForeignSnapshotError):
        return [_take_in(replica, trouble)]
    if isinstance(trouble, DamagedSnapshotError):
        return [_replace_damaged(replica)]
    try:
        replica.checkpoint()
    except StoreError:
        return []
    return [f"{replica.home.data} was missing. It was made anew from {_source(replica)}."]


def _replace_damaged(replica: Replica) -> str:
    if not replica.places and not any(replica.state.live.values()):
        message = (
            f"{replica.home.data} is damaged: it is not a TinyDB file, and there is no log to "
            "make it anew from. It is left as it is. Put a good copy in its place, then try again."
        )
        raise StoreError(message)
    kept = replica.file.put_aside()
    replica.checkpoint()
    return (
        f"{replica.home.data} was damaged. It was made anew from {_source(replica)}, which hold "
        f"all that was logged. The damaged file is kept as {kept}."
    )


def _source(replica: Replica) -> str:
    folder = f"the logs in {replica.home.ops.name}"
    if replica.home.previous.exists():
        return f"{replica.home.previous.name} and {folder}"
    return folder


def _take_in(replica: Replica, foreign: ForeignSnapshotError) -> str:
    """Take what something else wrote in as operations, after it was kept as it is."""
    data = replica.home.data
    kept = _kept_as_it_is(replica, foreign.schema)
    tables = upgraded(foreign.tables, foreign.schema)
    ops = list(_differences(replica, tables, foreign))
    is_older = foreign.schema < SCHEMA and not foreign.places
    purpose = _BY_ITSELF if is_older else Purpose()
    replica.append(Draft(replica.state, ops).lines(replica.device, purpose))
    replica.checkpoint(keep=False)
    if is_older:
        return f"{data} was brought from an older format to the present one. It is kept as {kept}."
    return (
        f"{data} was changed by another program. {_taken_in(ops)} The file as that left it is kept "
        f"as {kept}.{_meaning_nothing(replica.state, ops)}"
    )


def _taken_in(ops: list[Op]) -> str:
    """Return how much was taken in, and what takes it back, in words."""
    records = len({(op.table, op.key) for op in ops})
    done = "change to 1 record was" if records == 1 else f"changes to {records:,} records were"
    them = "it" if records == 1 else "them"
    return f"Its {done} taken in; 'rapport undo' takes {them} back."


def _meaning_nothing(state: State, ops: list[Op]) -> str:
    """Return how many of the records that were taken in mean nothing, in words."""
    documents = ((op, state.document(op.table, op.key.int)) for op in ops)
    count = sum(
        document is not None and trouble_with(op.table, op.key, document) is not None
        for op, document in documents
    )
    if not count:
        return ""
    mean = "1 record means" if count == 1 else f"{count:,} records mean"
    return f" {mean} nothing now: 'rapport doctor' mends {'it' if count == 1 else 'them'}."


def _kept_as_it_is(replica: Replica, schema: int) -> str:
    """Keep a copy among the backups and return its name; one of an older schema for ever."""
    home = replica.home
    name = f"rapport-schema-{schema}.json" if schema < SCHEMA else "rapport-changed.json"
    path = home.backups / name
    content = replica.file.content() or b""
    try:
        make_private_folder(home.backups)
        if path.exists() and path.read_bytes() != content:
            path = free_name(path)
        replace_durably(path, content)
    except OSError as error:
        message = (
            f"{path} cannot be written: {error.strerror}. {home.data} was written by something "
            "else and is left as it is until a copy of it can be kept."
        )
        raise StoreError(message) from error
    return f"{home.backups.name}/{path.name}"


def _differences(replica: Replica, tables: Tables, foreign: ForeignSnapshotError) -> Iterator[Op]:
    """Yield what has to be done so that the present state has what the file's writer meant.

    What the writer changed is told by what the file was before: the logs, up to the places that it
    names. Where it names none, what it lacks may be newer than it, and is not taken away.
    """
    base = _state_up_to(replica, foreign.places) if foreign.places else State()
    for table, records in tables.items():
        for digits, record in records.items():
            key = int(digits)
            before = base.document(table, key)
            if before is None and replica.state.document(table, key) is not None:
                continue
            if before != record:
                yield Op(table, UUID(int=key), changed_fields(before or {}, record))
    for table, kept in base.live.items():
        for key in kept:
            if str(key) not in tables.get(table, {}):
                yield Op(table, UUID(int=key), None)


def _state_up_to(replica: Replica, places: Mapping[str, Place]) -> State:
    """Return what the logs came to when they were read up to some places."""
    state = State()
    for path in segments(replica.home.ops):
        offset, _ = places.get(path.name, (0, ""))
        for line in lines_before(path, offset):
            state.apply(line)
    return state
