"""Practice by week: which weeks each practice kept and missed, and how much was done in them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from habits.record import dataclass
from habits.review.reviewed import rests_on, start_of
from habits.streaks.practice import judged_weeks
from habits.streaks.weeks import days_of_week, week_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from habits.standings import Basis
    from habits.today import PracticeRow

    Days = tuple[date, ...]


class WeekState(StrEnum):
    """What a week was to a practice (cadence spec, section 10)."""

    KEPT = "kept"
    """It is over, and holds a kept period and no miss."""
    MISSED = "missed"
    """It holds a miss, also where it is running still."""
    NEUTRAL = "neutral"
    """It is over, and nothing was judged in it."""
    OPEN = "open"
    """It is running, and nothing is missed."""
    PAUSED = "paused"
    """All that was promised rested on each of its days, and nothing was judged."""
    BEFORE = "before"
    """It was over before anything was promised."""
    AHEAD = "ahead"
    """It is to come."""


class WeekRow(NamedTuple):
    """A practice by week.

    Attributes:
        slug: The slug of the practice.
        states: What each week was to it.
        current: Its running streak, in weeks.
        best: Its longest streak ever, in weeks.
        acts: How much was done in each week; slips are no acts.
    """

    slug: str
    states: tuple[WeekState, ...]
    current: int
    best: int
    acts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PracticeWeeks:
    """The practices by week.

    Attributes:
        weeks: The first days of the weeks, oldest first.
        rows: The practices, in their order.
    """

    weeks: tuple[date, ...]
    rows: tuple[WeekRow, ...]


def practice_weeks(
    rows: Iterable[tuple[PracticeRow, Mapping[date, int]]], first: date, last: date, basis: Basis
) -> PracticeWeeks:
    """Return the practices by week, for the weeks that hold the days from a first to a last one.

    Args:
        rows: The practices as they stand, each with how much was done on each day.
        first: The first day.
        last: The last day.
        basis: What the rows are judged by.
    """
    begin, end = (week_of(day, basis.week_start) for day in (first, last))
    weeks = {number: days_of_week(number, basis.week_start) for number in range(begin, end + 1)}
    return PracticeWeeks(
        tuple(days[0] for days in weeks.values()),
        tuple(_row(row, acts, weeks, basis.as_of) for row, acts in rows),
    )


def _row(
    row: PracticeRow, acts: Mapping[date, int], weeks: Mapping[int, Days], as_of: date
) -> WeekRow:
    streak = row.streak
    return WeekRow(
        row.practice.slug,
        tuple(_states(row, weeks, as_of)),
        streak.current,
        streak.best,
        tuple(sum(acts.get(day, 0) for day in days if day <= as_of) for days in weeks.values()),
    )


def _states(row: PracticeRow, weeks: Mapping[int, Days], as_of: date) -> Iterator[WeekState]:
    judged, start = judged_weeks(row.judged, as_of), start_of(row)
    for number, days in weeks.items():
        if number in judged.missed:
            yield WeekState.MISSED
        elif number in judged.kept:
            yield WeekState.KEPT
        else:
            yield _unjudged(row, days, start, as_of)


def _unjudged(row: PracticeRow, days: Days, start: date | None, as_of: date) -> WeekState:
    """Return what a week is that was neither kept nor missed."""
    if days[0] > as_of:
        return WeekState.AHEAD
    if start is None or days[-1] < start:
        return WeekState.BEFORE
    if all(rests_on(row.judged, day) for day in days):
        return WeekState.PAUSED
    return WeekState.OPEN if as_of <= days[-1] else WeekState.NEUTRAL
