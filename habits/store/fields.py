"""Fields: the values of a document, read strictly and cleaned.

A reader takes what JSON holds and returns what it means; it raises `TypeError` or `ValueError`
where it means nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from habits.errors import RefusedError, UnreadableRecordError
from habits.text import one_line, require_name, tidy

if TYPE_CHECKING:
    from habits.store.ops import Document

Value = TypeVar("Value")
Read = Callable[[Any], Value]

# Ten years hold thirty thousand entries, but few days and people: one object of each will do.
_day = cache(date.fromisoformat)
_known = cache(UUID)


class Fields:
    """The fields of one document, read one by one, each refused by name if it is not right."""

    def __init__(self, table: str, key: UUID, document: Document) -> None:
        self._table = table
        self._key = key
        self._document = document

    def need(self, name: str, read: Read[Value]) -> Value:
        """Return a field that must be there."""
        try:
            return read(self._document[name])
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            trouble = f"The record {self._key} in the table {self._table} has no readable '{name}'"
            raise UnreadableRecordError(trouble) from None

    def may(self, name: str, read: Read[Value], otherwise: Value) -> Value:
        """Return a field, or something else where it is not there."""
        return self.need(name, read) if name in self._document else otherwise


def as_text(value: object) -> str:
    """Return a text as it is."""
    if not isinstance(value, str):
        raise TypeError
    return value


def as_word(value: object) -> str:
    """Return a text, cleaned, on one line."""
    return one_line(as_text(value))


def as_name(value: object) -> str:
    """Return a text, cleaned, that is no longer than a name may be, and not empty."""
    try:
        name = require_name(as_text(value))
    except RefusedError:
        raise ValueError from None
    if not name:
        raise ValueError
    return name


def as_note(value: object) -> str:
    """Return a text, cleaned."""
    return tidy(as_text(value))


def as_flag(value: object) -> bool:
    """Return whether something is so."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def as_number_below(end: int) -> Read[int]:
    """Return a reader of a whole number from 0 up to, but not including, another."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError
        if not 0 <= value < end:
            raise ValueError
        return value

    return read


def as_date(value: object) -> date:
    """Return a date."""
    return _day(as_text(value))


def as_id(value: object) -> UUID:
    """Return an identity."""
    return _known(as_text(value))


def as_instant(value: object) -> datetime:
    """Return an instant, in UTC."""
    return datetime.fromisoformat(as_text(value)).astimezone(UTC)


def as_list(value: object) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise TypeError
    return value


def as_tuple_of(read: Read[Value]) -> Read[tuple[Value, ...]]:
    """Return a reader of a list of values that another one reads."""
    return lambda value: tuple(read(item) for item in as_list(value))


def as_optional(read: Read[Value]) -> Read[Value | None]:
    """Return a reader of a value that another one reads, or of none."""
    return lambda value: None if value is None else read(value)
