"""The shapes of JSON that tell of people; they are stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.practices import BY_SLUG
from habits.record_shapes import entry_shape, follow_up_shape
from habits.review.leave import leave_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, NorthStar, Pause, Person
    from habits.person import Remark
    from habits.review.coverage import Coverage, PersonRow
    from habits.review.held import Held, Mention
    from habits.review.person_page import PersonPage


def person_shape(person: Person, away: Iterable[Pause]) -> dict[str, Any]:
    """Return what is known of a person, the same wherever they are told of."""
    return {
        "id": str(person.id),
        "name": person.name,
        "handle": person.handle,
        "role": person.role,
        "manager": person.manager,
        "joined": _iso(person.joined),
        "left": _iso(person.left),
        "away": [{"first": _iso(each.first), "last": _iso(each.last)} for each in away],
        "recognition": person.recognition,
        "aims": _remark_shapes(person.aims),
        "sparks": _remark_shapes(person.sparks),
    }


def page_shape(
    page: PersonPage, names: Mapping[UUID, str], stars: Sequence[NorthStar], today: date
) -> dict[str, Any]:
    """Return what is told of a person on their page, with all entries, the newest first."""
    return {
        **person_shape(page.person, page.away),
        "since": _iso(page.since),
        "last_contacts": {slug: _iso(day) for slug, day in page.contacts.items()},
        "follow_ups": _follow_up_shapes(page.follow_ups, names, today),
        "entries": _entry_shapes(page.entries, names, stars),
    }


def held_shape(
    held: Held, names: Mapping[UUID, str], stars: Sequence[NorthStar], today: date
) -> dict[str, Any]:
    """Return all that is held about a person; other people are given by name."""
    return {
        **person_shape(held.person, held.leave),
        "called_before": list(held.called),
        "follow_ups": _follow_up_shapes(held.follow_ups, names, today),
        "entries": _entry_shapes(held.entries, names, stars),
        "mentions": list(map(_mention_shape, held.mentions)),
    }


def coverage_shape(
    coverage: Coverage, last: Mapping[UUID, Entry | None], pauses: Sequence[Pause]
) -> dict[str, Any]:
    """Return with whom there was contact.

    Args:
        coverage: With whom there was.
        last: The entries of the last contacts, by person.
        pauses: All pauses, of which those of people are told.
    """
    return {
        "as_of": coverage.as_of.isoformat(),
        "weeks": coverage.weeks,
        "people": [_row_shape(row, last.get(row.person.id), pauses) for row in coverage.rows],
    }


def _row_shape(row: PersonRow, last: Entry | None, pauses: Iterable[Pause]) -> dict[str, Any]:
    contacts = row.contacts
    return {
        **person_shape(row.person, leave_of(row.person.id, pauses)),
        "presence": str(row.presence),
        "band": str(row.band),
        "days": row.days,
        "last": {"date": last.date.isoformat(), "practice": last.practice, "text": last.what}
        if last
        else None,
        "practices": {
            slug: contacts[slug].date.isoformat() if slug in contacts else None for slug in BY_SLUG
        },
        "missing": list(row.missing),
        "minutes": row.minutes,
    }


def _entry_shapes(
    entries: Iterable[Entry], names: Mapping[UUID, str], stars: Sequence[NorthStar]
) -> list[dict[str, Any]]:
    return [entry_shape(each, names, stars) for each in entries]


def _follow_up_shapes(
    follow_ups: Iterable[FollowUp], names: Mapping[UUID, str], today: date
) -> list[dict[str, Any]]:
    return [follow_up_shape(each, names, today) for each in follow_ups]


def _remark_shapes(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {"date": _iso(each.date), "text": each.text, "ok_to_share": each.shared} for each in remarks
    ]


def _mention_shape(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "of": mention.of or None,
        "fields": list(mention.fields),
        "id": str(mention.id),
        "date": _iso(mention.date),
        "texts": list(mention.texts),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
