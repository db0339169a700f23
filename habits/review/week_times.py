"""When in its week one is told that it can be closed, and that something can be intended for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.review.week_close import DAYS

if TYPE_CHECKING:
    from datetime import date

_TUESDAY: Final = 1
"""Who is not there on a Monday begins the week with it."""

_FRIDAY: Final = 4


def is_closing_time(week: date, today: date) -> bool:
    """Return whether a week is to be closed by now: from its Friday on.

    Args:
        week: The first day of the week.
        today: A day in it.
    """
    return today >= _day_of(week, _FRIDAY)


def is_aiming_time(week: date, today: date) -> bool:
    """Return whether a week begins: up to its Tuesday; the arguments as in `is_closing_time`."""
    return today <= _day_of(week, _TUESDAY)


def _day_of(week: date, weekday: int) -> date:
    return week + timedelta(days=(weekday - week.weekday()) % DAYS)
