"""Weeks: which of them a habit kept and which it missed, for the streak of its practice."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.streaks.fold import Fold
    from habits.streaks.verdicts import Reckoner


class Weeks(NamedTuple):
    """Weeks by their numbers.

    Attributes:
        kept: Those that hold a kept period, or a log where each log counts.
        missed: Those that hold a missed one.
    """

    kept: frozenset[int]
    missed: frozenset[int]


def week_of(day: date, week_start: int) -> int:
    """Return the number of the week that a day is in, counted from the first one of the calendar.

    Args:
        day: The day.
        week_start: The first day of the week, counted from Monday = 0.
    """
    return (day.toordinal() - 1 - week_start) // 7


def days_of_week(number: int, week_start: int) -> tuple[date, ...]:
    """Return the days of a week; the first and the last week of the calendar may have fewer.

    Args:
        number: The number of the week, as `week_of` counts.
        week_start: The first day of the week, counted from Monday = 0.
    """
    first = number * 7 + 1 + week_start
    days = range(max(first, date.min.toordinal()), min(first + 6, date.max.toordinal()) + 1)
    return tuple(date.fromordinal(day) for day in days)


def weeks_of(fold: Fold, reckoners: Iterable[Reckoner], week_start: int) -> Weeks:
    """Return the weeks of the verdicts that a fold has taken in, and of what reckoners mark."""
    marks = (reckoner.marks for reckoner in reckoners)
    return Weeks(
        frozenset(week_of(day, week_start) for day in chain(fold.kept_days, *marks)),
        frozenset(week_of(day, week_start) for day in fold.missed_days),
    )
