"""Local dates: which calendar day a moment belongs to, and where weeks begin.

Rules of section 9 of the cadence spec. Everything downstream reckons with `datetime.date`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from habits.pattern import pattern
from habits.record import dataclass

EARLIEST: Final = date(1970, 1, 1)
"""Older dates are taken for slips of the finger: they would begin a habit decades ago."""

LATEST: Final = date(2199, 12, 31)
"""Later ones as well."""

_OFFSET: Final = pattern(r"([+-])(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time and the zone in which it was lived.

    Attributes:
        instant: The instant, aware, in UTC.
        zone: An IANA name such as "Europe/Lisbon", or an offset such as "+02:00".
    """

    instant: datetime
    zone: str

    def day(self, rollover_hour: int = 0) -> date:
        """Return the local date of this moment (see `local_date`)."""
        return local_date(self.instant, self.zone, rollover_hour)


def zone_of(name: str) -> tzinfo:
    """Return the time zone that an IANA name or an offset such as "+02:00" stands for.

    Raises:
        ValueError: There is no such zone.
    """
    if match := _OFFSET.fullmatch(name):
        sign = -1 if match[1] == "-" else 1
        return timezone(sign * timedelta(hours=int(match[2]), minutes=int(match[3])))
    try:
        return ZoneInfo(name)
    except (OSError, LookupError) as error:
        message = f"there is no time zone {name!r}"
        raise ValueError(message) from error


def local_date(instant: datetime, zone: str | tzinfo, rollover_hour: int = 0) -> date:
    """Return the local date of an instant: the wall-clock date, or the day before.

    It is the day before while the wall-clock *hour* is less than `rollover_hour`. The hour is
    compared, not elapsed time, so that a switch to or from summer time never moves a date.

    Args:
        instant: An aware datetime.
        zone: A time zone, or its name.
        rollover_hour: When a new day begins, 0 to 11.
    """
    wall = instant.astimezone(zone_of(zone) if isinstance(zone, str) else zone)
    return wall.date() - timedelta(days=1) if wall.hour < rollover_hour else wall.date()


def first_of_week(day: date, week_start: int = 0) -> date:
    """Return the first day of the week that holds `day`; `week_start` counts from Monday = 0."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)
