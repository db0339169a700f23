"""Days: all entries by their day, kept up with every act and never put in order anew."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.store.ops import Document

Place = tuple[str, int]
"""Where an entry stands: its date as ISO 8601, empty where it has none, and its id as an integer.

An id tells when its entry was made, so that of one day the later one is the greater.
"""


class Moved(NamedTuple):
    """What became of an entry's place.

    Attributes:
        key: The entry's id as an integer.
        before: Where it stood; None where it was not there.
        after: Where it stands; None where it is gone.
    """

    key: int
    before: Place | None
    after: Place | None


class Days:
    """The places of all entries.

    Args:
        places: The places of all entries there are, in any order.

    Attributes:
        places: They, the newest day first, and of one day that first which was made last.
        moves: What was taken in since, as it came; also where an entry changed in its place.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = sorted(places, reverse=True)
        self.moves: list[Moved] = []
        self._dates = {key: day for day, key in self.places}

    def put(self, key: int, day: str | None) -> None:
        """Take in that an entry is of a day now, None where it is gone."""
        before = self.place(key)
        if before is not None:
            del self.places[number_of(self.places, before)]
            del self._dates[key]
        after = None if day is None else (day, key)
        if after is not None:
            self.places.insert(number_of(self.places, after), after)
            self._dates[key] = after[0]
        self.moves.append(Moved(key, before, after))

    def place(self, key: int) -> Place | None:
        """Return where an entry stands; None where it is gone."""
        day = self._dates.get(key)
        return None if day is None else (day, key)


def number_of(places: Sequence[Place], place: Place) -> int:
    """Return the number of a place among others, the greatest first, or which it would have."""
    return bisect_left(places, True, key=lambda each: each <= place)  # noqa: FBT003 - looked for


def day_in(document: Document) -> str:
    """Return the date in an entry's document; nothing where there is none."""
    day = document.get("date")
    return day if isinstance(day, str) else ""
