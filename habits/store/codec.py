"""The codec: documents to records and back, strictly.

What a record says is checked field by field, so that an edited file is either understood or
named. Text is cleaned on the way in from a file as it is from a keyboard. Fields that are empty
are left out of a document.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import UUID

from habits.cadence import Quota, parse_cadence
from habits.errors import StoreError
from habits.model import Entry, Habit, Pause, Person
from habits.practices import BY_SLUG
from habits.text import one_line, tidy

if TYPE_CHECKING:
    from habits.store.ops import Document

Value = TypeVar("Value")
Read = Callable[[Any], Value]

ENTRIES: Final = "entries"
HABITS: Final = "habits"
PAUSES: Final = "pauses"
PEOPLE: Final = "people"
PRACTICES: Final = "practices"


class _Fields:
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
            message = (
                f"The record {self._key} in the table {self._table} has no readable '{name}'. "
                "It is left as it is; mend it in rapport.json."
            )
            raise StoreError(message) from None

    def may(self, name: str, read: Read[Value], otherwise: Value) -> Value:
        """Return a field, or something else where it is not there."""
        return self.need(name, read) if name in self._document else otherwise


def entry_from(key: UUID, document: Document) -> Entry:
    """Return the entry that a document holds.

    Raises:
        StoreError: A field is missing or not what it should be; so for all readers here.
    """
    fields = _Fields(ENTRIES, key, document)
    return Entry(
        id=key,
        practice=fields.need("practice", _practice),
        date=fields.need("date", _date),
        logged_at=fields.need("logged_at", _instant),
        zone=fields.need("zone", _word),
        move=fields.may("move", _optional(_word), None),
        what=fields.may("what", _note, ""),
        why=fields.may("why", _note, ""),
        people=fields.may("people", _tuple_of(_id), ()),
        tags=fields.may("tags", _tuple_of(_word), ()),
    )


def entry_fields(entry: Entry) -> Document:
    """Return the document of an entry."""
    return _without_empty(
        practice=entry.practice,
        date=entry.date.isoformat(),
        logged_at=entry.logged_at.isoformat(),
        zone=entry.zone,
        move=entry.move,
        what=entry.what,
        why=entry.why,
        people=[str(person) for person in entry.people],
        tags=list(entry.tags),
    )


def habit_from(key: UUID, document: Document) -> Habit:
    """Return the habit that a document holds."""
    fields = _Fields(HABITS, key, document)
    cadences = fields.need("cadences", _cadences)
    return Habit(
        id=key,
        practice=fields.need("practice", _practice),
        name=fields.need("name", _word),
        created=fields.need("created", _date),
        made_at=fields.need("made_at", _instant),
        cadences=cadences,
        flagship=fields.may("flagship", _flag, otherwise=False),
        moves=fields.may("moves", _tuple_of(_word), ()),
        each_person=fields.may("each_person", _each_person(cadences), otherwise=False),
        archived=fields.may("archived", _optional(_date), None),
    )


def habit_fields(habit: Habit) -> Document:
    """Return the document of a habit."""
    return _without_empty(
        practice=habit.practice,
        name=habit.name,
        created=habit.created.isoformat(),
        made_at=habit.made_at.isoformat(),
        cadences=[[day.isoformat(), str(cadence)] for day, cadence in habit.cadences],
        flagship=habit.flagship,
        moves=list(habit.moves),
        each_person=habit.each_person,
        archived=habit.archived.isoformat() if habit.archived else None,
    )


def person_from(key: UUID, document: Document) -> Person:
    """Return the person that a document holds."""
    fields = _Fields(PEOPLE, key, document)
    return Person(key, fields.need("name", _word), fields.need("handle", _word))


def person_fields(person: Person) -> Document:
    """Return the document of a person."""
    return {"name": person.name, "handle": person.handle}


def pause_from(key: UUID, document: Document) -> Pause:
    """Return the pause that a document holds."""
    fields = _Fields(PAUSES, key, document)
    return Pause(
        id=key,
        first=fields.need("first", _date),
        last=fields.may("last", _optional(_date), None),
        practice=fields.may("practice", _optional(_practice), None),
        habit=fields.may("habit", _optional(_id), None),
        person=fields.may("person", _optional(_id), None),
    )


def pause_fields(pause: Pause) -> Document:
    """Return the document of a pause."""
    return _without_empty(
        first=pause.first.isoformat(),
        last=pause.last.isoformat() if pause.last else None,
        practice=pause.practice,
        habit=str(pause.habit) if pause.habit else None,
        person=str(pause.person) if pause.person else None,
    )


def _without_empty(**fields: object) -> Document:
    return {name: value for name, value in fields.items() if value not in (None, "", [], False)}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _word(value: object) -> str:
    return one_line(_text(value))


def _note(value: object) -> str:
    return tidy(_text(value))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _date(value: object) -> date:
    return _day(_text(value))


# Ten years hold thirty thousand entries, but few days and people: one object of each will do.
_day = cache(date.fromisoformat)
_known = cache(UUID)


def _id(value: object) -> UUID:
    return _known(_text(value))


def _instant(value: object) -> datetime:
    return datetime.fromisoformat(_text(value)).astimezone(UTC)


def _practice(value: object) -> str:
    if value not in BY_SLUG:
        raise ValueError
    return _text(value)


def _cadences(value: object) -> tuple[tuple[date, Any], ...]:
    pairs = _tuple_of(_pair)(value)
    if not pairs:
        raise ValueError
    return pairs


def _each_person(cadences: tuple[tuple[date, Any], ...]) -> Read[bool]:
    def read(value: object) -> bool:
        if _flag(value) and not all(isinstance(cadence, Quota) for _, cadence in cadences):
            raise ValueError
        return _flag(value)

    return read


def _pair(value: object) -> tuple[date, Any]:
    day, phrase = _list(value)
    return _date(day), parse_cadence(_text(phrase))


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _tuple_of(read: Read[Value]) -> Read[tuple[Value, ...]]:
    return lambda value: tuple(read(item) for item in _list(value))


def _optional(read: Read[Value]) -> Read[Value | None]:
    return lambda value: None if value is None else read(value)
