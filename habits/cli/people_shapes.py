"""The shapes of JSON that tell of people; they are stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.entry_shape import entry_shape
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import FollowUp
    from habits.person import Remark
    from habits.review.person_page import PersonPage


def person_shape(page: PersonPage, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Return what is known of a person, with all entries that name them, the newest first."""
    person = page.person
    return {
        "id": str(person.id),
        "name": person.name,
        "handle": person.handle,
        "role": person.role,
        "manager": person.manager,
        "joined": _iso(person.joined),
        "since": _iso(page.since),
        "left": _iso(person.left),
        "away": [{"first": _iso(each.first), "last": _iso(each.last)} for each in page.away],
        "recognition": person.recognition,
        "aims": _remark_shapes(person.aims),
        "sparks": _remark_shapes(person.sparks),
        "last_contacts": {slug: _iso(day) for slug, day in page.contacts.items()},
        "follow_ups": [_follow_up_shape(each, names) for each in page.follow_ups],
        "entries": [entry_shape(entry, names) for entry in page.entries],
    }


def _remark_shapes(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {"date": _iso(each.date), "text": each.text, "ok_to_share": each.shared} for each in remarks
    ]


def _follow_up_shape(follow_up: FollowUp, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": str(follow_up.id),
        "text": follow_up.text,
        "due": _iso(follow_up.due),
        "people": [names.get(person, UNKNOWN) for person in follow_up.people],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
