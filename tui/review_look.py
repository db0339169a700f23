"""What one looks at in Review: kept while one goes from one of its screens to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from habits.practices import PRACTICES
from habits.review.look_back import Kind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from habits.store.days import Place

QUARTER: Final = 13
YEAR: Final = 53
SPANS: Final = (QUARTER, YEAR)
"""Over how many weeks one may look at all practices."""

VIEWS: Final = ("year", "runs", "score", "rhythm", "balance", "entries")
"""The ways to look at a practice or a habit."""


BACK_VIEWS: Final = ("weeks", "people", "kinds", "entries", "promises")
"""The ways to look back on a quarter or a year."""


@dataclass(frozen=True, slots=True)
class BackLook:
    """Which quarter or year one looks back on, and how.

    Attributes:
        kind: Whether it is a quarter or a year.
        day: A day in it; None for today.
        view: How it is looked at.
    """

    kind: Kind = Kind.QUARTER
    day: date | None = None
    view: str = BACK_VIEWS[0]


@dataclass(frozen=True, slots=True)
class Look:
    """What one looks at, and how.

    Attributes:
        practice: The slug of the practice that the cursor is on, or that is looked at.
        habit: The id of its habit that is looked at; None for the practice as a whole.
        weeks: How many weeks of all practices are shown.
        back: How many such spans one has gone back.
        view: How the practice or the habit is looked at.
        day: The day that is looked at; None for today.
        at: Where the entry stands that is looked at; None for the newest of the day.
        is_numbers: Whether numbers are shown in place of pictures.
        looked_back: Which quarter or year one looks back on.
        behind: By which word one goes back from the entries that are looked at.
    """

    practice: str = PRACTICES[0].slug
    habit: UUID | None = None
    weeks: int = QUARTER
    back: int = 0
    view: str = VIEWS[0]
    day: date | None = None
    at: Place | None = None
    is_numbers: bool = False
    looked_back: BackLook = BackLook()
    behind: str = "streaks"
