"""Reviews: the record of a week's close, that of its aim, and that of a quarter or a year.

Each answer of a close, and each decision about a habit, is a field of its own, so that two machines
on which the same week is closed come to one record that holds the answers of both.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.record import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

MOST_STUBS: Final = 3
"""How many bare entries a close asks about: it is to be done in five minutes."""

MOST_INTENTIONS: Final = 3
"""How many things are intended for a week: more are a list."""

_HALF_A_WEEK: Final = 3


class ReviewKind(StrEnum):
    """What a review is."""

    CLOSE = "close"
    AIM = "aim"
    QUARTER = "quarter"
    YEAR = "year"


class CloseStep(StrEnum):
    """The steps of a close in their order: five, and the line that ends it."""

    MISSED = "missed"
    STUBS = "stubs"
    SLIPS = "slips"
    CONTACT = "contact"
    FOLLOW_UPS = "follow_ups"
    NOTICED = "noticed"


class Decision(StrEnum):
    """What is to become of a habit."""

    KEEP = "keep"
    CHANGE = "change"
    RETIRE = "retire"


class Decided(NamedTuple):
    """What was decided about a habit.

    Attributes:
        decision: What is to become of it.
        on: The day on which that was decided.
    """

    decision: Decision
    on: date


@dataclass(frozen=True, slots=True)
class Review:
    """What was answered when a week was closed, or intended when it began, or what was decided.

    Attributes:
        id: Its identity, made from its kind and its first day: every machine makes the same.
        kind: What it is.
        week: The first day of its week, as weeks began then, or of its quarter or its year.
        answered: The steps of a close that were gone through, each with the day.
        sharpened: How many bare entries were said anew in it.
        slipped: Whether there were slips; None where that was not answered.
        noticed: What was noticed in the week.
        intentions: What is intended for the week, the words of an aim.
        decided: What was decided about habits in the look back on a quarter or a year, by their
            ids.
    """

    id: UUID
    kind: ReviewKind
    week: date
    answered: Mapping[CloseStep, date]
    sharpened: int = 0
    slipped: bool | None = None
    noticed: str = ""
    intentions: tuple[str, ...] = ()
    decided: Mapping[UUID, Decided] = field(default_factory=dict)

    @property
    def ended(self) -> date | None:
        """The day on which the close came to its end; None while it is open."""
        return self.answered.get(CloseStep.NOTICED)

    @property
    def step(self) -> CloseStep | None:
        """The first step that was not gone through; None where the close has ended."""
        if self.ended is not None:
            return None
        return next(step for step in CloseStep if step not in self.answered)


def first_days(week: date) -> Iterator[date]:
    """Yield the first days that the record of a week may have, the likeliest first.

    Where weeks began on another day when it was made, it is of the week that holds most of its own.
    """
    yield week
    for days in range(1, _HALF_A_WEEK + 1):
        yield week - timedelta(days=days)
        yield week + timedelta(days=days)
