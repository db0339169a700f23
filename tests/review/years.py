"""A small year, looked back on: Wednesday 25 February 2026, and what was promised and done by then.

Thanks were promised once a week from Monday 5 January on, and work was protected on every weekday
from Monday 16 February on. All rested from 2 to 8 February.

    Thanks    Mo Tu We Th Fr Sa Su          Productivity    Mo Tu We Th Fr Sa Su
    5 Jan         x     x                   16 Feb           x  x 2x     x  x
    12 Jan           x                      23 Feb              x  .
    19 Jan
    26 Jan        x
    2 Feb      -  -  -  -  -  -  -
    9 Feb               x
    16 Feb     x
    23 Feb           .
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.model import Pause
from habits.practices import BY_SLUG
from habits.standings import Basis, Standings
from habits.tally import Tally
from tests.records import entry, habit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habits.today import PracticeRow

WEDNESDAY: Final = date(2026, 2, 25)
BASIS: Final = Basis(WEDNESDAY)
REST: Final = Pause(UUID(int=1), date(2026, 2, 2), date(2026, 2, 8))
HABITS: Final = {
    "thanks": habit(date(2026, 1, 5), "weekly"),
    "productivity": habit(date(2026, 2, 16), "every weekday", practice="productivity"),
}
ACTS: Final = {
    "thanks": Counter(
        date(2026, month, day)
        for month, day in [(1, 6), (1, 8), (1, 14), (1, 27), (2, 12), (2, 16)]
    ),
    "productivity": Counter(date(2026, 2, day) for day in [16, 17, 18, 18, 20, 21, 24]),
}


def row(slug: str) -> PracticeRow:
    """Return how one of the two practices stands."""
    entries = [entry(day, practice=slug) for day in ACTS[slug].elements()]
    tally = Tally(BY_SLUG[slug], [HABITS[slug]], WEDNESDAY, entries)
    return Standings(lambda _: tally, [slug], [], [REST], BASIS).row(BY_SLUG[slug])


def rows() -> list[tuple[PracticeRow, Mapping[date, int]]]:
    """Return how the two practices stand, with what was done."""
    return [(row(slug), ACTS[slug]) for slug in ACTS]
