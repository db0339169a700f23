"""The dates of a rule, found by dateutil from any day on without walking from the start."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from habits.cadence.rule import Frequency, Rule
from habits.record import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.cadence.kinds import Cadence

HORIZON_YEARS: Final = 60
"""A rule without a date for so long is taken to have none: leap days that must fall on one
weekday come every 28 years, and every 40 around a century without one."""

_HORIZON: Final = timedelta(days=366 * HORIZON_YEARS)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rule in force from a date, repeating in both directions from there.

    Attributes:
        rule: The rule.
        effective_from: DTSTART: what the rule leaves out comes from it, and the phase of its
            interval does too (cadence spec, section 2).
        week_start: The first day of the week, where the rule has no WKST; Monday is 0.
    """

    rule: Rule
    effective_from: date
    week_start: int = 0

    def since(self, day: date) -> Iterator[date]:
        """Yield the dates from a day on, until none comes within `HORIZON_YEARS`."""
        while True:
            until = _moved(day, _HORIZON)
            dates = self._between(day, until)
            first = next(dates, None)
            if first is None:
                return
            yield first
            yield from dates
            if until == date.max:
                return
            day = until + _DAY

    def before(self, day: date) -> date | None:
        """Return the latest date before a day, if one is found within `HORIZON_YEARS`."""
        step = timedelta(days=_TYPICAL_DAYS[self.rule.frequency] * self.rule.interval + 1)
        while day > date.min:
            begin = _moved(day, -step)
            if earlier := list(self._between(begin, day - _DAY)):
                return earlier[-1]
            if step > _HORIZON or begin == date.min:
                break
            step *= 4
        return None

    def _between(self, day: date, until: date) -> Iterator[date]:
        """Yield the dates from a day to another one, both included."""
        begin = self._period_begin(day)
        rule = filled(self.rule, self.effective_from)
        walk = _clamped if rule.clamps else _dates
        return (
            found for found in walk(rule, begin, until, self._week_start) if day <= found <= until
        )

    @property
    def _week_start(self) -> int:
        return self.week_start if self.rule.week_start is None else self.rule.week_start

    def _period_begin(self, day: date) -> date:
        """Return the first day of the latest period in phase that begins on or before a day."""
        anchor, now = self._unit_number(self.effective_from), self._unit_number(day)
        number = max(anchor + (now - anchor) // self.rule.interval * self.rule.interval, 0)
        match self.rule.frequency:
            case Frequency.DAILY:
                return date.fromordinal(number + 1)
            case Frequency.WEEKLY:
                return date.fromordinal(max(number * 7 + 1 + self._week_start, 1))
            case Frequency.MONTHLY:
                return date(number // 12 + 1, number % 12 + 1, 1)
            case _:
                return date(number + 1, 1, 1)

    def _unit_number(self, day: date) -> int:
        match self.rule.frequency:
            case Frequency.DAILY:
                return day.toordinal() - 1
            case Frequency.WEEKLY:
                return (day.toordinal() - 1 - self._week_start) // 7
            case Frequency.MONTHLY:
                return (day.year - 1) * 12 + day.month - 1
            case _:
                return day.year - 1


_TYPICAL_DAYS: Final = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 31,
    Frequency.YEARLY: 366,
}


def filled(rule: Rule, start: date) -> Rule:
    """Return the rule with the parts that it leaves to its start, as RFC 5545 has them."""
    if rule.by_month_day or rule.by_day or rule.frequency is Frequency.DAILY:
        return rule
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, by_day=((0, start.weekday()),))
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, by_month_day=(start.day,))
    return replace(rule, by_month=rule.by_month or (start.month,), by_month_day=(start.day,))


def _dates(rule: Rule, begin: date, until: date, week_start: int) -> Iterator[date]:
    # Imported on need: a home without rules never pays for it.
    from dateutil import rrule  # noqa: PLC0415

    weekdays = [rrule.weekday(day, ordinal or None) for ordinal, day in rule.by_day]
    found = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=_midnight(begin),
        until=_midnight(until),
        interval=rule.interval,
        wkst=week_start,
        bymonth=rule.by_month or None,
        bymonthday=rule.by_month_day or None,
        byweekday=weekdays or None,
        bysetpos=rule.by_set_pos or None,
    )
    return (moment.date() for moment in found)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a date has no zone


def _clamped(rule: Rule, begin: date, until: date, week_start: int) -> Iterator[date]:
    """Yield the dates of a rule whose days are clamped to the months anew each time."""
    firsts = replace(rule, by_month_day=(1,), clamps=False)
    for first in _dates(firsts, begin, until, week_start):
        length = calendar.monthrange(first.year, first.month)[1]
        days = {length if day < 0 else min(day, length) for day in rule.by_month_day}
        yield from (first.replace(day=day) for day in sorted(days))


def _moved(day: date, step: timedelta) -> date:
    """Return a day so much later or earlier; beyond the calendar, its last or first day."""
    try:
        return day + step
    except OverflowError:
        return date.max if step > timedelta(0) else date.min


def occurrences(cadence: Cadence, effective_from: date, week_start: int = 0) -> Iterator[date]:
    """Yield the dates of a rule from the date on which it comes into force.

    Args:
        cadence: The rule.
        effective_from: That date, which is DTSTART.
        week_start: The first day of the week, where the rule has no WKST; Monday is 0.

    Raises:
        TypeError: The cadence has no particular dates.
    """
    if not isinstance(cadence, Rule):
        message = f"{cadence} has no particular dates"
        raise TypeError(message)
    return Schedule(cadence, effective_from, week_start).since(effective_from)
