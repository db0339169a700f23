"""Operations: the one form of every change, and how it is applied and taken back.

An operation names a table and a record and gives the fields that change. The inverse of an act is
an act of the same form, so undo needs no second mechanism.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from habits.record import dataclass

if TYPE_CHECKING:
    from uuid import UUID

# A document is whatever JSON holds; what it means is the codec's business.
Document = Mapping[str, Any]


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


class Altered(NamedTuple):
    """A record that may differ.

    Attributes:
        table: Its table.
        key: Its id.
        before: What it was, None where it was not there.
    """

    table: str
    key: UUID
    before: Document | None


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


def changed_fields(before: Document, after: Document) -> Document:
    """Return the fields that make one document another; those that went are None."""
    names = dict.fromkeys((*before, *after))
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}
