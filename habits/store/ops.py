"""Operations: the one form of every change, and how it is applied and taken back.

An operation names a table and a record and gives the fields that change. The inverse of an act is
an act of the same form, so undo needs no second mechanism.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

# A document is whatever JSON holds; what it means is the codec's business.
Document = Mapping[str, Any]
Tables = dict[str, dict[UUID, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Op:
    """A change of one record.

    Attributes:
        table: The record's table.
        key: The record's id.
        fields: What changes: a record that is not there is made of them, a field that is None is
            taken away. None for the whole deletes the record.
    """

    table: str
    key: UUID
    fields: Document | None


class Written(NamedTuple):
    """A record that an act wrote.

    Attributes:
        table: Its table.
        key: Its id.
        before: What it was, None where it was not there.
        after: What it is, None where it is gone.
    """

    table: str
    key: UUID
    before: Document | None
    after: Document | None


@dataclass(frozen=True, slots=True)
class Commit:
    """What a durable act changed.

    Attributes:
        written: The records it touched, in the order in which it did.
        inverse: The operations that take it back.
        foreign: Whether other processes' acts came in with it.
    """

    written: tuple[Written, ...]
    inverse: tuple[Op, ...]
    foreign: bool = False


def apply(tables: Tables, op: Op) -> Op:
    """Apply an operation in memory and return its inverse."""
    table = tables.setdefault(op.table, {})
    before = table.get(op.key)
    if op.fields is None:
        table.pop(op.key, None)
        return Op(op.table, op.key, before)
    merged = {**(before or {}), **op.fields}
    table[op.key] = {name: value for name, value in merged.items() if value is not None}
    if before is None:
        return Op(op.table, op.key, None)
    return Op(op.table, op.key, {name: before.get(name) for name in op.fields})


def apply_all(tables: Tables, ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Apply an act in memory and return its inverse, to be applied in the order given."""
    return tuple(reversed([apply(tables, op) for op in ops]))


def written_by(ops: tuple[Op, ...], before: Tables, after: Tables) -> tuple[Written, ...]:
    """Return the records that an act touched, each once, by the tables before and after it."""
    touched = dict.fromkeys((op.table, op.key) for op in ops)
    return tuple(
        Written(table, key, before.get(table, {}).get(key), after.get(table, {}).get(key))
        for table, key in touched
    )
