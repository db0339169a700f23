"""Recalling: records that mean nothing become again what they last meant, as the logs tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from habits.store.acts import Purpose
from habits.store.chronicle import all_lines
from habits.store.drafts import Draft
from habits.store.files import reading
from habits.store.meanings import meaningless, trouble_with
from habits.store.merge import State
from habits.store.ops import Op, changed_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from habits.store.lines import Line
    from habits.store.ops import Document
    from habits.store.replica import Replica

_Place = tuple[str, int]
"""The table of a record, and the integer of its id."""


def recall(replica: Replica) -> list[str]:
    """Let all records mean something, as one act, and return what was done; the lock is held.

    One that never meant anything is taken out. Both can be taken back: the log still holds it.

    Raises:
        StoreError: The logs cannot be read or written.
    """
    found = list(meaningless(replica.state))
    if not found:
        return []
    with reading(replica.home.ops):
        places = {(each.table, each.key.int) for each in found}
        meant = _last_meant(all_lines(replica.home.ops), places)
    told, ops = [], []
    for table, key, error in found:
        document = meant.get((table, key.int))
        ops.append(Op(table, key, _becoming(replica.state, table, key, document)))
        told.append(f"{error.trouble}. {_done(document)}")
    replica.append(Draft(replica.state, ops).lines(replica.device, Purpose()))
    return told


def _becoming(state: State, table: str, key: UUID, document: Document | None) -> Document | None:
    """Return the fields that make a record a document; None where it is to go."""
    return (
        None if document is None else changed_fields(state.document(table, key.int) or {}, document)
    )


def _done(document: Document | None) -> str:
    if document is None:
        return "It was taken out; 'rapport undo' brings it back."
    return "It is again what it was before; 'rapport undo' takes that back."


def _last_meant(lines: Iterable[Line], places: Collection[_Place]) -> dict[_Place, Document | None]:
    """Return what some records last meant, or that they were gone since."""
    state = State()
    meant: dict[_Place, Document | None] = {}
    mine = (line for line in lines if (line.table, line.key) in places)
    for line in sorted(mine, key=lambda line: (line.stamp, line.device)):
        state.apply(line)
        document = state.document(line.table, line.key)
        if _is_meant(line, document):
            meant[line.table, line.key] = document
    return meant


def _is_meant(line: Line, document: Document | None) -> bool:
    return document is None or not trouble_with(line.table, UUID(int=line.key), document)
