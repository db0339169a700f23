"""A calendar program that repeats a promise comes to the days on which it is due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from habits.cadence import Interval, parse_cadence
from habits.exchange.recurrence import FAR, Series, Term, series_of
from habits.streaks import HabitHistory, evaluate
from tests.cadence.strategies import quotas as any_quotas
from tests.cadence.strategies import rrules as any_rules
from tests.streaks.strategies import days, quotas, rules, spans, week_starts

if TYPE_CHECKING:
    from habits.cadence import Cadence
    from habits.streaks.history import Span

SUNDAY: Final = date(2026, 11, 22)
AHEAD: Final = timedelta(days=200)
DAY: Final = timedelta(days=1)


def told(phrase: str, *pauses: Span, since: date = date(2026, 11, 2)) -> list[Series]:
    """Return what a calendar is told on Sunday of a cadence."""
    return list(series_of(Term(parse_cadence(phrase), since, pauses=pauses), SUNDAY))


def days_of(series: Series, last: date) -> set[date]:
    """Return the days of a series up to a last one, as dateutil repeats it."""
    if not series.rule:
        return {series.first} if series.first <= last else set()
    begin = datetime.combine(series.first, datetime.min.time())
    repeated = (each.date() for each in rrulestr(series.rule, dtstart=begin))
    end = min(last, series.until or last)
    return set(takewhile(lambda day: day <= end, repeated)) - set(series.without)


def due_days(term: Term, begin: date, last: date) -> set[date]:
    """Return the days that a calendar has up to a last one."""
    return {day for series in series_of(term, begin) for day in days_of(series, last)}


def due_by_streaks(
    cadence: Cadence, since: date, pauses: tuple[Span, ...], begin: date, week_start: int
) -> set[date]:
    """Return the days that streaks would tell one after another, if nothing were ever logged."""
    history = HabitHistory(since, ((since, cadence),), (), pauses)
    ahead = (begin + DAY * number for number in range(AHEAD.days))
    return {evaluate(history, day, week_start).next_due for day in ahead} - {None}  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("phrase", "first", "rule"),
    [
        ("weekly", "2026-11-22", "FREQ=WEEKLY;WKST=MO"),
        ("twice a week", "2026-11-22", "FREQ=WEEKLY;WKST=MO"),
        ("every 2 weeks", "2026-11-29", "FREQ=WEEKLY;INTERVAL=2;WKST=MO"),
        ("daily", "2026-11-22", "FREQ=DAILY"),
        ("3 times every 10 days", "2026-12-01", "FREQ=DAILY;INTERVAL=10"),
        ("monthly", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("quarterly", "2026-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("5 times every 3 months", "2027-01-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("yearly", "2027-12-31", "FREQ=YEARLY"),
        ("every weekday", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=MO"),
        ("first Monday of the month", "2026-12-07", "FREQ=MONTHLY;BYDAY=1MO"),
        ("15th of the month", "2026-12-15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("30th of the month", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        (
            "every February 29",
            "2027-02-28",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        ),
    ],
)
def test_a_cadence_is_repeated_as_calendars_say_it(phrase: str, first: str, rule: str) -> None:
    assert told(phrase) == [Series(date.fromisoformat(first), rule)]


def test_days_that_one_rule_cannot_say_are_told_by_several() -> None:
    assert [each.rule for each in told("15th and 31st of the month")] == [
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    ]


def test_of_an_interval_only_the_next_day_is_told_as_each_log_moves_it() -> None:
    assert told("every 3 days") == [Series(SUNDAY)]
    changed = Term(Interval(3), date(2026, 11, 2), SUNDAY)
    assert list(series_of(changed, SUNDAY)) == []


def test_nothing_is_told_of_what_is_not_to_be_done() -> None:
    assert told("never") == []


def test_a_window_that_rests_is_left_out_and_one_that_ends_in_a_pause_is_due_before_it() -> None:
    pause = (date(2026, 12, 4), date(2026, 12, 13))
    assert told("weekly", pause) == [
        Series(SUNDAY, "FREQ=WEEKLY;WKST=MO", None, (date(2026, 12, 6), date(2026, 12, 13))),
        Series(date(2026, 12, 3)),
    ]


@pytest.mark.parametrize("last", [None, SUNDAY + 2 * FAR, date.max])
def test_a_pause_without_an_end_in_sight_ends_what_is_repeated(last: date | None) -> None:
    assert told("weekly", (date(2026, 12, 7), last)) == [
        Series(SUNDAY, "FREQ=WEEKLY;WKST=MO", date(2026, 12, 6))
    ]


def test_a_pause_that_is_years_ahead_is_not_told_yet() -> None:
    assert told("daily", (date(9999, 1, 1), None)) == [Series(SUNDAY, "FREQ=DAILY")]


def test_while_everything_rests_nothing_is_due() -> None:
    assert told("weekly", (date(2026, 11, 2), None)) == []


def test_another_cadence_ends_the_one_before_and_begins_in_its_own_window() -> None:
    change = date(2026, 12, 10)
    before = Term(parse_cadence("weekly"), date(2026, 11, 2), change)
    after = Term(parse_cadence("monthly"), change)
    assert list(series_of(before, SUNDAY)) == [
        Series(SUNDAY, "FREQ=WEEKLY;WKST=MO", date(2026, 12, 6))
    ]
    assert list(series_of(after, change)) == [
        Series(date(2026, 12, 31), "FREQ=MONTHLY;BYMONTHDAY=-1")
    ]


def test_at_the_end_of_the_calendar_there_is_an_end() -> None:
    last = date.max
    assert list(series_of(Term(parse_cadence("every weekday"), last), last)) == [
        Series(last, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=MO")
    ]


@given(
    st.one_of(quotas, rules),
    days,
    st.integers(0, 100),
    st.lists(spans(), max_size=3).map(tuple),
    week_starts,
)
def test_a_calendar_has_the_days_that_streaks_tell_as_time_goes_by(
    cadence: Cadence, since: date, later: int, pauses: tuple[Span, ...], week_start: int
) -> None:
    today = since + DAY * later
    expected = due_by_streaks(cadence, since, pauses, today, week_start)
    begin = min(expected, default=None)
    if begin is not None:
        term = Term(cadence, since, pauses=pauses, week_start=week_start)
        last = max(expected)
        assert due_days(term, begin, last) == expected


@pytest.mark.parametrize(
    ("rule", "days_told"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=2", "BYDAY=TU;"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,SU;BYSETPOS=1,-1", "BYDAY=MO,SU;"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,SU;BYSETPOS=1;WKST=SU", "BYDAY=SU;"),
        ("FREQ=WEEKLY;BYMONTH=3;BYDAY=MO,TU;BYSETPOS=2", "BYDAY=MO,TU;BYSETPOS=2;"),
    ],
)
def test_places_within_a_week_are_told_as_the_days_that_they_are(rule: str, days_told: str) -> None:
    since = date(2026, 11, 18)
    (series,) = series_of(Term(parse_cadence(f"RRULE:{rule}"), since), since)
    assert days_told in series.rule


@given(st.one_of(any_quotas(), any_rules()), days, week_starts)
def test_any_quota_and_any_rule_can_be_told(cadence: Cadence, since: date, week_start: int) -> None:
    history = HabitHistory(since, ((since, cadence),), ())
    begin = evaluate(history, since, week_start).next_due
    if begin is not None:
        found = list(series_of(Term(cadence, since, week_start=week_start), begin))
        # Of the week in which a rule begins dateutil counts places from its first day.
        assume(not any("WEEKLY" in each.rule and "BYSETPOS" in each.rule for each in found))
        assert min(each.first for each in found) == begin
        assert all(each.first in days_of(each, each.first) for each in found)
