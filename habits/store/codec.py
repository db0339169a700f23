"""The codec: documents to records and back, strictly.

What a record says is checked field by field, so that an edited file is either understood or
named. Text is cleaned on the way in from a file as it is from a keyboard. Fields that are empty
are left out of a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from habits.cadence import Quota, parse_cadence
from habits.model import Entry, Habit, Pause, Person, Recognition, Remark
from habits.practices import BY_SLUG
from habits.store.fields import (
    Fields,
    as_date,
    as_flag,
    as_id,
    as_instant,
    as_list,
    as_note,
    as_optional,
    as_text,
    as_tuple_of,
    as_word,
)
from habits.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from habits.store.fields import Read
    from habits.store.ops import Document

ENTRIES: Final = "entries"
FOLLOW_UPS: Final = "followups"
HABITS: Final = "habits"
NORTH_STARS: Final = "northstar"
PAUSES: Final = "pauses"
PEOPLE: Final = "people"
PRACTICES: Final = "practices"
REVIEWS: Final = "reviews"
DECIDED: Final = "decided"
SETTINGS: Final = "settings"

SETTINGS_ID: Final = UUID("e3045191-7ae8-5fdd-9022-94fd61b7854b")
"""The one record of its table, by its fixed id, written out: to make it costs every start more."""

STRUCTURE: Final = {
    ENTRIES: frozenset({"practice", "date", "logged_at", "zone", "move", "people"}),
    FOLLOW_UPS: frozenset({"due", "made_at", "people", "entry", "done"}),
    HABITS: frozenset({"practice", "created", "made_at", "cadences", "moves"}),
    NORTH_STARS: frozenset({"since", "made_at"}),
    PAUSES: frozenset({"first", "last", "practice", "habit", "person"}),
    PEOPLE: frozenset({"name", "handle", "joined", "left", "recognition", "merged_into"}),
    PRACTICES: frozenset({"key", "slug"}),
    REVIEWS: frozenset(
        {"kind", "week", "sharpened", "slipped", "missed_on", "stubs_on", "slips_on"}
        | {"contact_on", "follow_ups_on", "noticed_on", DECIDED}
    ),
    SETTINGS: frozenset({"week_start", "rollover_hour", "welcomed"}),
}
"""The fields that hold no sentence: what a person is called is no word of theirs.

Of a field that has an id in its name, that which stands before it is what counts.
"""


def entry_from(key: UUID, document: Document) -> Entry:
    """Return the entry that a document holds.

    Raises:
        StoreError: A field is missing or not what it should be; so for all readers here.
    """
    fields = Fields(ENTRIES, key, document)
    return Entry(
        id=key,
        practice=fields.need("practice", as_practice),
        date=fields.need("date", as_date),
        logged_at=fields.need("logged_at", as_instant),
        zone=fields.need("zone", as_word),
        move=fields.may("move", as_optional(as_word), None),
        what=fields.may("what", as_note, ""),
        why=fields.may("why", as_note, ""),
        people=fields.may("people", as_tuple_of(as_id), ()),
        tags=fields.may("tags", as_tuple_of(as_word), ()),
    )


def entry_fields(entry: Entry) -> Document:
    """Return the document of an entry."""
    return without_empty(
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
    fields = Fields(HABITS, key, document)
    cadences = fields.need("cadences", _cadences)
    return Habit(
        id=key,
        practice=fields.need("practice", as_practice),
        name=fields.need("name", as_word),
        created=fields.need("created", as_date),
        made_at=fields.need("made_at", as_instant),
        cadences=cadences,
        flagship=fields.may("flagship", as_flag, otherwise=False),
        moves=fields.may("moves", as_tuple_of(as_word), ()),
        each_person=fields.may("each_person", _each_person(cadences), otherwise=False),
        archived=fields.may("archived", as_optional(as_date), None),
        anchor=fields.may("anchor", as_word, ""),
        reason=fields.may("reason", as_word, ""),
        plan=fields.may("plan", as_word, ""),
    )


def habit_fields(habit: Habit) -> Document:
    """Return the document of a habit."""
    return without_empty(
        practice=habit.practice,
        name=habit.name,
        created=habit.created.isoformat(),
        made_at=habit.made_at.isoformat(),
        cadences=[[day.isoformat(), str(cadence)] for day, cadence in habit.cadences],
        flagship=habit.flagship,
        moves=list(habit.moves),
        each_person=habit.each_person,
        archived=habit.archived.isoformat() if habit.archived else None,
        anchor=habit.anchor,
        reason=habit.reason,
        plan=habit.plan,
    )


def person_from(key: UUID, document: Document) -> Person:
    """Return the person that a document holds."""
    fields = Fields(PEOPLE, key, document)
    return Person(
        id=key,
        name=fields.need("name", as_word),
        handle=fields.need("handle", as_word),
        role=fields.may("role", as_word, ""),
        manager=fields.may("manager", as_word, ""),
        joined=fields.may("joined", as_optional(as_date), None),
        left=fields.may("left", as_optional(as_date), None),
        recognition=fields.may("recognition", as_optional(Recognition), None),
        aims=fields.may("aims", as_tuple_of(_remark), ()),
        sparks=fields.may("sparks", as_tuple_of(_remark), ()),
        merged_into=fields.may("merged_into", as_optional(as_id), None),
    )


def person_fields(person: Person) -> Document:
    """Return the document of a person."""
    called = {"name": person.name, "handle": person.handle}
    return called | without_empty(
        role=person.role,
        manager=person.manager,
        joined=person.joined.isoformat() if person.joined else None,
        left=person.left.isoformat() if person.left else None,
        recognition=person.recognition,
        aims=list(map(_remark_fields, person.aims)),
        sparks=list(map(_remark_fields, person.sparks)),
        merged_into=str(person.merged_into) if person.merged_into else None,
    )


def words_for_person(document: Document) -> list[str]:
    """Return by which words a document calls a person, as far as it can be understood."""
    words = (document.get(name) for name in ("name", "handle"))
    return [one_line(word) for word in words if isinstance(word, str) and one_line(word)]


def pause_from(key: UUID, document: Document) -> Pause:
    """Return the pause that a document holds."""
    fields = Fields(PAUSES, key, document)
    return Pause(
        id=key,
        first=fields.need("first", as_date),
        last=fields.may("last", as_optional(as_date), None),
        practice=fields.may("practice", as_optional(as_practice), None),
        habit=fields.may("habit", as_optional(as_id), None),
        person=fields.may("person", as_optional(as_id), None),
        note=fields.may("note", as_note, ""),
    )


def pause_fields(pause: Pause) -> Document:
    """Return the document of a pause."""
    return without_empty(
        first=pause.first.isoformat(),
        last=pause.last.isoformat() if pause.last else None,
        practice=pause.practice,
        habit=str(pause.habit) if pause.habit else None,
        person=str(pause.person) if pause.person else None,
        note=pause.note,
    )


def without_empty(**fields: object) -> dict[str, Any]:
    """Return a document of some fields, without those that hold nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], False)}


def _remark(value: object) -> Remark:
    day, text, shared = as_list(value)
    return Remark(as_date(day), as_note(text), as_flag(shared))


def _remark_fields(remark: Remark) -> list[Any]:
    return [remark.date.isoformat(), remark.text, remark.shared]


def as_practice(value: object) -> str:
    """Return the slug of a practice."""
    if value not in BY_SLUG:
        raise ValueError
    return as_text(value)


def _cadences(value: object) -> tuple[tuple[date, Any], ...]:
    pairs = as_tuple_of(_pair)(value)
    if not pairs:
        raise ValueError
    return pairs


def _each_person(cadences: tuple[tuple[date, Any], ...]) -> Read[bool]:
    def read(value: object) -> bool:
        if as_flag(value) and not all(isinstance(cadence, Quota) for _, cadence in cadences):
            raise ValueError
        return as_flag(value)

    return read


def _pair(value: object) -> tuple[date, Any]:
    day, phrase = as_list(value)
    return as_date(day), parse_cadence(as_text(phrase))
