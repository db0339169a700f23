"""Explanation: what a cadence asks for, in words and dates, before it is promised."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from habits.cadence import BlockCalendar, Interval, Limit, Quota, Rule, Unit, occurrences
from habits.record import dataclass
from habits.streaks.verdicts import is_required

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from habits.cadence import Cadence

SHOWN: Final = 5
"""How many windows or dates are told."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A range of days judged as one.

    Attributes:
        first: Its first day.
        last: Its last day, included.
        counts: Whether it breaks a streak when it is missed: one that is cut short may be free.
    """

    first: date
    last: date
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a cadence asks for.

    Attributes:
        cadence: The cadence; its `str` is the canonical phrase.
        kind: One of "quota", "interval", "rule" and "limit".
        meaning: What it asks for, in words.
        windows: The next windows; a date is a window of one day.
        kept_by: What keeps one of them.
        broken_by: What breaks the streak.
    """

    cadence: Cadence
    kind: str
    meaning: str
    windows: tuple[Window, ...]
    kept_by: str
    broken_by: str


def explain(cadence: Cadence, since: date, week_start: int = 0) -> Explanation:
    """Return what a cadence asks for from a day on.

    Args:
        cadence: The cadence.
        since: The day from which it is in force.
        week_start: The first day of the week, counted from Monday = 0.

    Raises:
        TypeError: It is no cadence of a kind that is known.
    """
    match cadence:
        case Quota():
            return _of_quota(cadence, tuple(islice(_blocks(cadence, since, week_start), SHOWN)))
        case Limit():
            return _of_limit(cadence, tuple(islice(_blocks(cadence, since, week_start), SHOWN)))
        case Interval():
            return _of_interval(cadence, since)
        case Rule():
            return _of_rule(cadence, since, week_start)
    message = f"{cadence} cannot be explained"
    raise TypeError(message)


def _of_quota(quota: Quota, windows: tuple[Window, ...]) -> Explanation:
    few = "one log" if quota.count == 1 else f"{quota.count} logs"
    fewer = "no log" if quota.count == 1 else f"fewer than {quota.count}"
    return Explanation(
        quota,
        "quota",
        f"{few} {_in_each_block(quota.every, quota.unit)}",
        windows,
        f"{few} on any day{'' if quota.count == 1 else 's'} of the window; "
        "more than that is not carried over",
        f"a window that ends with {fewer}; one that is still running breaks nothing",
    )


def _of_limit(limit: Limit, windows: tuple[Window, ...]) -> Explanation:
    most = {0: "no slip", 1: "at most one slip"}.get(limit.count, f"at most {limit.count} slips")
    return Explanation(
        limit,
        "limit",
        f"{most} {_in_each_block(limit.every, limit.unit)}",
        windows,
        f"a window that ends with {most}; nothing has to be logged",
        f"slip number {limit.count + 1} in a window, at once" if limit.count else "a slip, at once",
    )


def _of_interval(interval: Interval, since: date) -> Explanation:
    days = timedelta(days=interval.days)
    firsts = (since + days * number for number in range(SHOWN))
    return Explanation(
        interval,
        "interval",
        f"at most {interval.days} days from one log to the next",
        tuple(Window(first, first + days - _DAY) for first in firsts),
        f"a log at most {interval.days} days after the one before; each log moves what follows, "
        "so the windows are those of logs on their last days",
        f"{interval.days} days that go by after a log without another one",
    )


def _of_rule(rule: Rule, since: date, week_start: int) -> Explanation:
    days = islice(occurrences(rule, since, week_start), SHOWN)
    return Explanation(
        rule,
        "rule",
        "a log on each of these dates",
        tuple(Window(day, day) for day in days),
        "a log dated on the day itself",
        "a date that goes by without a log; one on another day adds to the total, and keeps "
        "nothing",
    )


def _blocks(cadence: Quota | Limit, since: date, week_start: int) -> Iterator[Window]:
    calendar = BlockCalendar(cadence, since, week_start)
    number = calendar.number(since)
    while True:
        begin, last = calendar.first(number), calendar.last(number)
        first = max(begin, since)
        counts = is_required((last - first).days + 1, (last - begin).days + 1)
        yield Window(first, last, counts)
        number += 1


def _in_each_block(every: int, unit: Unit) -> str:
    if unit is Unit.DAY:
        return "on each day" if every == 1 else f"in each block of {every} days"
    calendar = f"calendar {unit}"
    return f"in each {calendar}" if every == 1 else f"in each block of {every} {calendar}s"
