"""Practice by week: which weeks each practice kept and missed, and how much was done in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from habits.review.reviewed import rests_on, start_of
from habits.streaks.practice import judged_weeks
from habits.streaks.weeks import first_of_week, week_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from habits.streaks import Judgement
    from habits.streaks.weeks import Weeks
    from habits.today import PracticeRow


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


class Span(NamedTuple):
    """Weeks that are looked at.

    Attributes:
        first: The number of the first one (see `habits.streaks.weeks`).
        last: The number of the last one.
        running: The number of the running one.
        week_start: The first day of the week, counted from Monday = 0.
    """

    first: int
    last: int
    running: int
    week_start: int

    @property
    def numbers(self) -> range:
        """The numbers of the weeks."""
        return range(self.first, self.last + 1)


def span_of(first: date, last: date, as_of: date, week_start: int) -> Span:
    """Return the weeks that hold the days from a first to a last one."""
    begin, end, running = (week_of(day, week_start) for day in (first, last, as_of))
    return Span(begin, end, running, week_start)


def practice_weeks(
    rows: Iterable[tuple[PracticeRow, Mapping[date, int]]], as_of: date, span: Span
) -> PracticeWeeks:
    """Return the practices by week.

    Args:
        rows: The practices as they stand, each with how much was done on each day.
        as_of: The local today.
        span: The weeks.
    """
    weeks = tuple(first_of_week(number, span.week_start) for number in span.numbers)
    return PracticeWeeks(weeks, tuple(_row(row, acts, as_of, span) for row, acts in rows))


def _row(row: PracticeRow, acts: Mapping[date, int], as_of: date, span: Span) -> WeekRow:
    start, judged = start_of(row), judged_weeks(row.judged, as_of)
    began = span.last + 1 if start is None else week_of(start, span.week_start)
    streak = row.streak
    return WeekRow(
        row.practice.slug,
        tuple(_state(number, row, judged, began, span) for number in span.numbers),
        streak.current,
        streak.best,
        tuple(_acts_in(acts, number, as_of, span.week_start) for number in span.numbers),
    )


def _state(number: int, row: PracticeRow, judged: Weeks, began: int, span: Span) -> WeekState:
    if number > span.running:
        return WeekState.AHEAD
    if number in judged.missed:
        return WeekState.MISSED
    if number in judged.kept:
        return WeekState.KEPT
    if number < began:
        return WeekState.BEFORE
    if number == span.running:
        return WeekState.OPEN
    return WeekState.PAUSED if _rests_in(row.judged, number, span) else WeekState.NEUTRAL


def _rests_in(judged: Iterable[Judgement], number: int, span: Span) -> bool:
    first = first_of_week(number, span.week_start)
    return all(rests_on(judged, first + timedelta(days=n)) for n in range(7))


def _acts_in(acts: Mapping[date, int], number: int, as_of: date, week_start: int) -> int:
    first = first_of_week(number, week_start)
    week = (first + timedelta(days=n) for n in range(7))
    return sum(acts.get(day, 0) for day in week if day <= as_of)
