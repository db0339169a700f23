"""Frequencies of other programs, as the nearest cadence and what differs.

Most of them ask for a number of days in any so many days in a row. Here only one log in so many
days slides along; more than one is counted in calendar blocks, which can be told by eye.
"""

from __future__ import annotations

from typing import Final

from habits.cadence import Cadence, Interval, Quota, Unit
from habits.cadence.kinds import MOST_LOGS

Nearest = tuple[Cadence | None, str]
"""The nearest cadence, and why it is not the same; empty where it is."""

DAILY: Final = Quota(1, 1, Unit.DAY)

_WEEK: Final = 7
_YEAR: Final = 365
_CALENDAR: Final = {
    30: (1, Unit.MONTH),
    31: (1, Unit.MONTH),
    90: (1, Unit.QUARTER),
    91: (1, Unit.QUARTER),
    92: (1, Unit.QUARTER),
    365: (1, Unit.YEAR),
    366: (1, Unit.YEAR),
}


def every_days(days: int) -> Nearest:
    """Return the cadence of once in any so many days in a row.

    Args:
        days: The days, 1 or more.
    """
    if days == 1:
        return DAILY, ""
    if days <= Unit.DAY.most:
        return Interval(days), ""
    if (years := round(days / _YEAR)) <= Unit.YEAR.most:
        return Quota(1, years, Unit.YEAR), f"there every {days} days, here in calendar years"
    return None, f"there every {days} days, which is longer than any cadence here"


def times_in_days(count: int, days: int) -> Nearest:
    """Return the cadence nearest to so many days in any so many days in a row.

    Args:
        count: The days asked for; none where it is 0 or less.
        days: The days in a row among which they are to be.
    """
    if count < 1 or days < 1:
        return None, ""
    if count >= days:
        return DAILY, "" if count == days else f"there on {count} of {days} days"
    return every_days(days) if count == 1 else _in_blocks(count, days)


def _in_blocks(count: int, days: int) -> Nearest:
    every, unit = _block(days)
    there = f"there on {count} of any {days} days in a row"
    if every > unit.most:
        return None, f"{there}, which is longer than any cadence here"
    if count > MOST_LOGS:
        quota = Quota(max(round(_WEEK * count / days), 1), 1, Unit.WEEK)
        return (DAILY if quota.count == _WEEK else quota), f"{there}, here in weeks"
    return Quota(count, every, unit), f"{there}, here in blocks of the calendar"


def _block(days: int) -> tuple[int, Unit]:
    """Return the block of the calendar that is as long as so many days, or nearly."""
    if days in _CALENDAR:
        return _CALENDAR[days]
    if days % _WEEK == 0 and days // _WEEK <= Unit.WEEK.most:
        return days // _WEEK, Unit.WEEK
    return (days, Unit.DAY) if days <= Unit.DAY.most else (round(days / _YEAR), Unit.YEAR)
