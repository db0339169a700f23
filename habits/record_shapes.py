"""The shapes of JSON of records; they are stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.follow_ups import days_late
from habits.north_stars import VISION, star_of
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, NorthStar


def entry_shape(
    entry: Entry, names: Mapping[UUID, str], stars: Iterable[NorthStar] = ()
) -> dict[str, Any]:
    """Return an entry; people are given by name, and one of Vision names what it was for."""
    star = star_of(entry, stars) if entry.practice == VISION else None
    for_what = {"north_star": star.text if star else None} if entry.practice == VISION else {}
    return {
        "id": str(entry.id),
        "date": entry.date.isoformat(),
        "practice": entry.practice,
        "move": entry.move,
        "what": entry.what,
        "why": entry.why,
        "people": [names.get(person, UNKNOWN) for person in entry.people],
        "tags": list(entry.tags),
        "logged_at": entry.logged_at.isoformat(),
        **for_what,
    }


def follow_up_shape(follow_up: FollowUp, names: Mapping[UUID, str], today: date) -> dict[str, Any]:
    """Return a follow-up; people are given by name."""
    return {
        "id": str(follow_up.id),
        "text": follow_up.text,
        "due": follow_up.due.isoformat(),
        "days_late": days_late(follow_up, today),
        "made_at": follow_up.made_at.isoformat(),
        "people": [names.get(person, UNKNOWN) for person in follow_up.people],
        "entry": str(follow_up.entry) if follow_up.entry else None,
        "done": follow_up.done.isoformat() if follow_up.done else None,
    }
