"""The shape of JSON of an entry; it is stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.north_stars import VISION, star_of
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.model import Entry, NorthStar


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
