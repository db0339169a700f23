"""The heat map: how much was done on each day of a year.

It shows acts, and no day is a miss in it: a promise is judged by its windows, not by its days.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.record import dataclass
from habits.streaks.weeks import days_of_week, week_of

if TYPE_CHECKING:
    from habits.review.reviewed import Reviewed

LEVELS: Final = 4
"""How many levels there are above nothing."""


class DayState(StrEnum):
    """What a day is to a promise, whether or not anything was done on it."""

    BEFORE = "before"
    """It was not promised yet; what was done is shown nevertheless."""
    AHEAD = "ahead"
    """It is after today, or after the day on which the promise was archived."""
    PAUSED = "paused"
    """The promise rested."""
    PLAIN = "plain"
    """Any other day."""


class HeatDay(NamedTuple):
    """A day of the map.

    Attributes:
        date: The day.
        acts: How many acts there were.
        state: What the day is to the promise.
    """

    date: date
    acts: int
    state: DayState


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The days of a year, in whole weeks.

    Attributes:
        year: The calendar year.
        first: The first day of the week that holds 1 January.
        last: The last day of the week that holds 31 December.
        days: All days from the first to the last.
        most: The most acts on one of them.
    """

    year: int
    first: date
    last: date
    days: tuple[HeatDay, ...]
    most: int

    @property
    def total(self) -> int:
        """How many acts there were in the calendar year."""
        return sum(day.acts for day in self.days if day.date.year == self.year)


def level(count: int, most: int) -> int:
    """Return how dark a day is, from 0 for no act to `LEVELS` for the most.

    Where no day has more acts than there are levels, each act is one level: what a day looks like
    does not change with every busier one.

    Args:
        count: The acts of the day.
        most: The most acts of a day.
    """
    return -(-LEVELS * count // max(most, LEVELS))


def heat_map(reviewed: Reviewed, year: int, week_start: int) -> HeatMap:
    """Return the heat map of a year.

    Args:
        reviewed: What is looked back on.
        year: The calendar year.
        week_start: The first day of the week, counted from Monday = 0.
    """
    weeks = range(
        week_of(date(year, 1, 1), week_start), week_of(date(year, 12, 31), week_start) + 1
    )
    days = tuple(
        _heat_day(reviewed, day) for number in weeks for day in days_of_week(number, week_start)
    )
    return HeatMap(year, days[0].date, days[-1].date, days, max(day.acts for day in days))


def _heat_day(reviewed: Reviewed, day: date) -> HeatDay:
    if day > reviewed.today:
        return HeatDay(day, 0, DayState.AHEAD)
    return HeatDay(day, reviewed.acts.get(day, 0), _state(reviewed, day))


def _state(reviewed: Reviewed, day: date) -> DayState:
    if reviewed.start is None or day < reviewed.start:
        return DayState.BEFORE
    return DayState.PAUSED if reviewed.rests_on(day) else DayState.PLAIN
