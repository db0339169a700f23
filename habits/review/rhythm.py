"""Rhythm: on which weekdays and in which months something was done, kept and missed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from habits.cadence import Limit, Quota, Rule, Unit
from habits.streaks import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from datetime import date

    from habits.cadence import Cadence
    from habits.streaks import Period


class Beat(NamedTuple):
    """A weekday or a month.

    Attributes:
        key: The weekday, counted from Monday = 0, or the year and the month.
        kept: How many periods were kept, by the day of their verdict.
        missed: How many were missed.
        acts: How much was done.
    """

    key: int | tuple[int, int]
    kept: int
    missed: int
    acts: int


def is_by_day(cadence: Cadence) -> bool:
    """Return whether each period of a cadence is a day: only then has a miss a weekday."""
    match cadence:
        case Quota() | Limit():
            return cadence.unit is Unit.DAY and cadence.every == 1
        case _:
            return isinstance(cadence, Rule)


def by_weekday(
    periods: Sequence[Period], acts: Mapping[date, int], week_start: int
) -> tuple[Beat, ...]:
    """Return the seven weekdays, from the first of the week on.

    Args:
        periods: The periods that are days.
        acts: How much was done on each day.
        week_start: The first day of the week, counted from Monday = 0.
    """
    week = [(week_start + number) % 7 for number in range(7)]
    return _beats(week, periods, acts, lambda day: day.weekday())


def by_month(periods: Sequence[Period], acts: Mapping[date, int], year: int) -> tuple[Beat, ...]:
    """Return the twelve months of a year.

    Args:
        periods: The periods whose verdicts are in the year.
        acts: How much was done on each day.
        year: The year.
    """
    months = [(year, month) for month in range(1, 13)]
    return _beats(months, periods, acts, lambda day: (day.year, day.month))


def _beats(
    keys: Iterable[int] | Iterable[tuple[int, int]],
    periods: Sequence[Period],
    acts: Mapping[date, int],
    key_of: Callable[[date], Hashable],
) -> tuple[Beat, ...]:
    verdicts = Counter((key_of(period.last), period.verdict) for period in periods)
    done: Counter[Hashable] = Counter()
    for day, count in acts.items():
        done[key_of(day)] += count
    return tuple(
        Beat(key, verdicts[key, Verdict.KEPT], verdicts[key, Verdict.MISSED], done[key])
        for key in keys
    )
