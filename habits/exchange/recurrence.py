"""Recurrence: the days on which a promise is due, as calendar programs repeat them (RFC 5545).

What is due is the last day on which a window can be kept. A window that is mostly paused is free,
and one whose last days are paused is due before them, as streaks have it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.cadence import BlockCalendar, Interval, Quota, Rule, Unit
from habits.cadence.rule import SHORTEST_MONTH, Frequency, rrule_text
from habits.cadence.schedule import Schedule, filled
from habits.record import dataclass, replace
from habits.streaks.pauses import PausedDays
from habits.streaks.verdicts import is_required

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.cadence import Cadence
    from habits.streaks.history import Span

FAR: Final = timedelta(days=5 * 366)
"""What ends later than so far ahead has no end, and what begins later than that is not told yet."""

_STEPS: Final = {
    Unit.DAY: (Frequency.DAILY, 1),
    Unit.WEEK: (Frequency.WEEKLY, 1),
    Unit.MONTH: (Frequency.MONTHLY, 1),
    Unit.QUARTER: (Frequency.MONTHLY, 3),
    Unit.YEAR: (Frequency.YEARLY, 1),
}


@dataclass(frozen=True, slots=True)
class Series:
    """Days on which something is due.

    Attributes:
        first: The first one.
        rule: The value of an RRULE without its end; empty where there is no other day.
        until: The last day, None where there is no end.
        without: Days that the rule has and that are not due.
    """

    first: date
    rule: str = ""
    until: date | None = None
    without: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A cadence and the days in which it is in force.

    Attributes:
        cadence: The cadence.
        since: The day from which it is in force.
        before: The day from which another one is, None where none follows.
        pauses: The days that rest, the last day None for a pause without an end.
        week_start: The first day of the week, counted from Monday = 0.
    """

    cadence: Cadence
    since: date
    before: date | None = None
    pauses: tuple[Span, ...] = ()
    week_start: int = 0


class _Window(NamedTuple):
    """A window, and the last day on which it can be kept; None where it is free."""

    first: date
    last: date
    due: date | None


def series_of(term: Term, begin: date) -> Iterator[Series]:
    """Yield the days from a first one on that can be told ahead.

    A limit has none. Each log moves an interval, of which only the next day is known.

    Args:
        term: The cadence.
        begin: The day on which the next unmet promise is due, or one in the same window.
    """
    if isinstance(term.cadence, Interval) and (term.before is None or begin < term.before):
        yield Series(begin)
    rests = _rests(term, max(begin, term.since))
    decided = max([term.since, *(first if last is None else last for first, last in rests)])
    paused = PausedDays(rests)
    for rule, spans in _windows(term, max(begin, term.since)):
        yield from _series(rule, _until_decided(_judged(spans, paused, term.since), decided))


def _rests(term: Term, begin: date) -> list[Span]:
    """Return the days that do not count, those after the term too."""
    rests = list(term.pauses)
    if term.before is not None:
        rests.append((term.before, None))
    return [
        (first, None if last is None or last - begin > FAR else last)
        for first, last in rests
        if first - begin <= FAR
    ]


def _windows(term: Term, begin: date) -> Iterator[tuple[str, Iterable[tuple[date, date]]]]:
    """Yield rules, each with its windows from the one that holds a day."""
    match term.cadence:
        case Quota() as quota:
            calendar = BlockCalendar(quota, term.since, term.week_start)
            spans = calendar.spans(calendar.number(begin), calendar.number(date.max) - 1)
            yield _rrule(_rule_of(quota), term.week_start), spans
        case Rule() as rule:
            for part in _parts(filled(rule, term.since)):
                days = Schedule(part, term.since, term.week_start).since(begin)
                yield _rrule(_unclamped(part), term.week_start), ((day, day) for day in days)
        case _:
            return


def _judged(
    spans: Iterable[tuple[date, date]], paused: PausedDays, since: date
) -> Iterator[_Window]:
    for begin, last in spans:
        first, length = max(begin, since), (last - begin).days + 1
        counts = is_required(paused.active_between(first, last), length)
        yield _Window(first, last, paused.last_active(first, last) if counts else None)


def _until_decided(windows: Iterable[_Window], decided: date) -> Iterator[_Window]:
    """Yield windows up to the first one that is like all that come.

    Args:
        windows: All windows.
        decided: The day after which the term has begun, and either all days rest or none does.
    """
    for window in windows:
        yield window
        if window.first > decided:
            return


def _series(rule: str, windows: Iterable[_Window]) -> Iterator[Series]:
    """Yield the windows that are due on their last days as one series, and others each by itself.

    Args:
        rule: The RRULE.
        windows: Windows; those that are not here are like the last one.
    """
    seen = list(windows)
    whole = [window.last for window in seen if window.due == window.last]
    if whole:
        goes_on = seen[-1].due == seen[-1].last
        without = [each.last for each in seen if each.last not in whole]
        within = tuple(day for day in without if whole[0] < day < whole[-1])
        yield Series(whole[0], rule, None if goes_on else whole[-1], within)
    yield from (Series(each.due) for each in seen if each.due and each.due != each.last)


def _rule_of(quota: Quota) -> Rule:
    """Return the rule of the last days of a quota's blocks."""
    frequency, units = _STEPS[quota.unit]
    by_month_day = (-1,) if frequency is Frequency.MONTHLY else ()
    return Rule(frequency, quota.every * units, by_month_day=by_month_day)


def _parts(rule: Rule) -> Iterator[Rule]:
    """Yield rules that have the days of one together: each day that is clamped is one of its own.

    The day that stands for the 30th and that for the 31st may be the same, which one RRULE cannot
    say.
    """
    if not rule.clamps:
        yield rule
        return
    for day in rule.by_month_day:
        yield replace(rule, by_month_day=(day,))


def _unclamped(rule: Rule) -> Rule:
    """Return a rule of the same days that RFC 5545 can say: the last one up to the one meant."""
    if not rule.clamps:
        return rule
    (day,) = rule.by_month_day
    if day <= SHORTEST_MONTH:
        return replace(rule, clamps=False)
    days = tuple(range(SHORTEST_MONTH, day + 1))
    return replace(rule, by_month_day=days, by_set_pos=(-1,), clamps=False)


def _rrule(rule: Rule, week_start: int) -> str:
    """Return the value of an RRULE, in which a week begins as the user has it."""
    if rule.frequency is Frequency.WEEKLY and rule.week_start is None:
        rule = replace(rule, week_start=week_start)
    return rrule_text(_without_places(rule)).removeprefix("RRULE:")


def _without_places(rule: Rule) -> Rule:
    """Return a rule of the same days that names no places within a week, where all are alike.

    A program that begins in the middle of a week may count the places from there.
    """
    if rule.frequency is not Frequency.WEEKLY or not rule.by_set_pos or rule.by_month:
        return rule
    begin = rule.week_start or 0
    days = sorted((day for _, day in rule.by_day), key=lambda day: (day - begin) % 7)
    met = {days[place - (place > 0)] for place in rule.by_set_pos if abs(place) <= len(days)}
    return replace(rule, by_day=tuple((0, day) for day in sorted(met)), by_set_pos=())
