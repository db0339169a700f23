"""The only place that asks what time it is, and where."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from habits.day import EARLIEST, LATEST, Moment, local_date, zone_of
from habits.errors import RefusedError
from habits.record import dataclass
from habits.text import quoted

_ZONE_FOLDER = "/zoneinfo/"
_LINK = "/etc/localtime"
_FIRST_DAY = EARLIEST + timedelta(days=1)
"""Wherever one is, and however late the day begins, no local date lies before `EARLIEST`."""


def wall_milliseconds() -> int:
    """Return the time of this machine's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def wall_microseconds() -> int:
    """Return the time of this machine's clock, in microseconds since 1970."""
    return time.time_ns() // 1000


def utc_now() -> datetime:
    """Return the time in UTC, by which files are named."""
    return datetime.now(UTC)


class Clock(Protocol):
    """Whatever tells the present moment."""

    def now(self) -> Moment:
        """Return the present moment."""
        ...


class SystemClock:
    """The clock of this machine."""

    def __init__(self) -> None:
        self._zone = ""
        self._looked_at = float("-inf")

    def now(self) -> Moment:
        """Return the present moment, in the zone of this machine, which may be travelling."""
        if (now := time.monotonic()) - self._looked_at >= 1:
            self._zone, self._looked_at = local_zone(), now
        return Moment(datetime.now(UTC), self._zone)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for demos and tests (`--now`)."""

    moment: Moment

    def now(self) -> Moment:
        """Return the moment that this clock stands at."""
        return self.moment


def fixed_clock(text: str, source: str = "--now") -> FixedClock:
    """Return a clock that stands at a local time such as "2026-11-22T09:30".

    A date alone means noon. Without an offset of its own the time is one of the local zone.

    Args:
        text: The time.
        source: Where it was said, for the message.

    Raises:
        RefusedError: The text is no such time, or one for which no date can be logged.
    """
    zone = local_zone()
    try:
        wall = datetime.fromisoformat(text.strip())
        if len(text.strip()) <= len("2026-11-22"):
            wall = wall.replace(hour=12)
        if wall.tzinfo is None:
            wall = wall.replace(tzinfo=zone_of(zone))
    except ValueError:
        message = f"{source} {quoted(text)} is not a time. Write it like 2026-11-22T09:30."
        raise RefusedError(message) from None
    return FixedClock(Moment(_within_bounds(wall, zone, f"{source} {quoted(text)}"), zone))


def _within_bounds(wall: datetime, zone: str, said: str) -> datetime:
    """Return a time as an instant, if it lies in the years that a date may lie in.

    Raises:
        RefusedError: It does not.
    """
    try:
        instant = wall.astimezone(UTC)
        if _FIRST_DAY <= local_date(instant, zone) <= LATEST:
            return instant
    except OverflowError:
        pass
    message = f"{said} is out of range. Name a time from {_FIRST_DAY} to {LATEST}."
    raise RefusedError(message)


def local_zone() -> str:
    """Return the IANA name of the local zone, else its present offset such as "+02:00".

    The environment's `TZ` and the link that most systems keep at `/etc/localtime` answer almost
    everywhere; the rest is left to tzlocal, which knows every other place but is slow to import.
    """
    said = os.environ.get("TZ", "").removeprefix(":")
    name = _zone_in(said) or said if said != _LINK else ""
    name = name or _linked_zone() or _searched_zone()
    try:
        zone_of(name)
    except ValueError:
        return _present_offset()
    return name


def _linked_zone() -> str:
    try:
        return _zone_in(str(Path(_LINK).readlink()))
    except OSError:
        return ""


def _zone_in(path: str) -> str:
    """Return the name of the zone that a path of the zone database stands for."""
    return path.rpartition(_ZONE_FOLDER)[2] if _ZONE_FOLDER in path else ""


def _searched_zone() -> str:
    import tzlocal  # noqa: PLC0415 - see local_zone

    try:
        return tzlocal.get_localzone_name() or ""
    except LookupError:
        return ""


def _present_offset() -> str:
    offset = datetime.now(UTC).astimezone().strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"
