"""Wholes: all that a home holds as one JSON value, and what of such a value comes into another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from habits.errors import NewerFormatError, RefusedError, UnreadableRecordError
from habits.store.arrivals import Arrivals, rehearse
from habits.store.lines import to_json
from habits.store.meanings import require_meaning
from habits.store.merge import State
from habits.store.ops import Document, Op, changed_fields
from habits.store.plans import plan_for_copy
from habits.store.scrubbing import scrub_state
from habits.store.snapshot import OWN_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.store.ops import Commit
    from habits.store.store import Store

FORMAT: Final = "rapport"
VERSION: Final = 1
"""How such a value names itself."""

Tables = dict[str, dict[UUID, Document]]
"""The records of each table by their ids."""


def whole(store: Store) -> dict[str, Any]:
    """Return all that a home holds, with the fields and tables that a newer version knows.

    Records are in the order of their ids, so that equal homes are written alike.
    """
    tables = {
        name: {str(key): records[key] for key in sorted(records)}
        for name, records in sorted(store.tables())
    }
    return {"format": FORMAT, "version": VERSION, "tables": tables}


def tables_in(value: object, name: str) -> Tables:
    """Return the tables that a whole holds.

    Args:
        value: What a JSON file holds.
        name: What the file is called.

    Raises:
        RefusedError: It is no whole of a home, or holds a record that means nothing.
        NewerFormatError: A newer version wrote it.
    """
    said = value if isinstance(value, dict) else {}
    version, tables = said.get("version"), said.get("tables")
    is_whole = said.get("format") == FORMAT and isinstance(version, int)
    if not is_whole or not isinstance(tables, dict):
        message = f"{name} was not written by 'rapport export json'. Nothing has changed."
        raise RefusedError(message)
    if version != VERSION:
        message = f"{name} was written by a newer rapport. Upgrade rapport to read it."
        raise NewerFormatError(message)
    return {
        table: dict(_records(table, records, name))
        for table, records in tables.items()
        if table != OWN_TABLE
    }


def take_in(store: Store, tables: Tables, *, dry_run: bool = False) -> Commit:
    """Let what a home lacks come into it, as one act, which can be taken back.

    What is here stays as it is, but for what every home has from the start where nobody has touched
    it. What an act of the home has deleted does not come back, nor what was erased.

    Args:
        store: The home.
        tables: What may come.
        dry_run: Whether nothing is stored.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """

    def propose() -> Iterator[Op]:
        present, arrivals = store.replica.state, Arrivals(store)
        wanted = _scrubbed(tables, present)
        for table, records in wanted.live.items():
            for key in map(_id, records):
                if arrivals.may_come(table, key) or arrivals.may_be_replaced(table, key):
                    before = present.document(table, key.int) or {}
                    after = wanted.document(table, key.int) or {}
                    yield Op(table, key, changed_fields(before, after))

    return rehearse(store, propose()) if dry_run else store.commit(propose)


def _scrubbed(tables: Tables, present: State) -> State:
    """Return tables as a state, without what was erased in a home since they were written."""
    state = State()
    for table, records in tables.items():
        state.live[table] = {key.int: to_json(document) for key, document in records.items()}
    scrub_state(state, plan_for_copy(present, state).erasure())
    return state


def _id(key: int) -> UUID:
    return UUID(int=key)


def _records(table: str, records: object, name: str) -> Iterator[tuple[UUID, Document]]:
    if not isinstance(records, dict):
        raise _meaningless(name, table)
    for digits, document in records.items():
        try:
            key = UUID(digits)
        except ValueError:
            raise _meaningless(name, table) from None
        if not isinstance(document, dict):
            raise _meaningless(name, table, f" {digits}")
        try:
            require_meaning(table, key, document)
        except UnreadableRecordError:
            raise _meaningless(name, table, f" {digits}") from None
        yield key, document


def _meaningless(name: str, table: str, key: str = "") -> RefusedError:
    return RefusedError(
        f"{name} holds a record{key} in the table {table} that means nothing. Nothing has changed."
    )
