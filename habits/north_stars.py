"""The north star through time: when each held, and under which one an entry was logged."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.model import Entry, NorthStar

_DAY: Final = timedelta(days=1)

VISION: Final = "vision"
"""The slug of the practice whose entries stay on the north star that held then."""


@dataclass(frozen=True, slots=True)
class Reign:
    """A north star with the days that it held.

    Attributes:
        star: The north star.
        until: Its last day; None for the one that holds now.
    """

    star: NorthStar
    until: date | None


def in_order(stars: Iterable[NorthStar]) -> list[NorthStar]:
    """Return north stars in the order in which they held."""
    return sorted(stars, key=lambda star: (star.since, star.made_at, star.id))


def reigns(stars: Iterable[NorthStar]) -> list[Reign]:
    """Return north stars with the days that each held, the first one at the beginning.

    One that was replaced on its first day held for that day.
    """
    ordered = in_order(stars)
    untils = [max(star.since, later.since - _DAY) for star, later in pairwise(ordered)]
    return [Reign(star, until) for star, until in zip_longest(ordered, untils)]


def reign_words(reign: Reign, today: date) -> str:
    """Return the days on which a north star held: "31 Mar to Sun 22", "since Sun 22"."""
    since = day_words(reign.star.since, today)
    if reign.until is None:
        return f"since {since}"
    return (
        since if reign.until == reign.star.since else f"{since} to {day_words(reign.until, today)}"
    )


def star_of(entry: Entry, stars: Iterable[NorthStar]) -> NorthStar | None:
    """Return the north star that held when an entry counts for; None where there was none yet.

    On a day on which it changed that is the one which held when the entry was logged; what is
    dated back to that day was logged after all of them.
    """
    held = [
        star
        for star in in_order(stars)
        if star.since < entry.date or (star.since == entry.date and star.made_at <= entry.logged_at)
    ]
    return held[-1] if held else None
