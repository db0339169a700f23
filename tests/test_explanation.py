"""A cadence is explained by the windows that the engine will judge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habits.cadence import Cadence, Interval, parse_cadence
from habits.explanation import SHOWN, Explanation, explain
from habits.streaks import HabitHistory, Period, Verdict, judge
from tests.cadence.strategies import quotas, rrules
from tests.strategies import untimed

MONDAY = date(2026, 11, 23)


def explained(phrase: str, since: date = MONDAY, week_start: int = 0) -> Explanation:
    return explain(parse_cadence(phrase), since, week_start)


def days_of(explanation: Explanation) -> list[str]:
    return [
        f"{window.first:%m-%d}..{window.last:%m-%d}{'' if window.counts else ' free'}"
        for window in explanation.windows
    ]


@pytest.mark.parametrize(
    ("phrase", "kind", "meaning"),
    [
        ("daily", "quota", "one log on each day"),
        ("weekly", "quota", "one log in each calendar week"),
        ("twice a week", "quota", "2 logs in each calendar week"),
        ("every other week", "quota", "one log in each block of 2 calendar weeks"),
        ("3 times every 10 days", "quota", "3 logs in each block of 10 days"),
        ("every 3 days", "interval", "at most 3 days from one log to the next"),
        ("mondays", "rule", "a log on each of these dates"),
        ("never", "limit", "no slip in each calendar week"),
        ("at most once a month", "limit", "at most one slip in each calendar month"),
        (
            "at most twice every 2 weeks",
            "limit",
            "at most 2 slips in each block of 2 calendar weeks",
        ),
    ],
)
def test_a_cadence_is_named_by_its_kind_and_what_it_asks_for(
    phrase: str, kind: str, meaning: str
) -> None:
    explanation = explained(phrase)
    assert (explanation.kind, explanation.meaning) == (kind, meaning)
    assert explanation.cadence == parse_cadence(phrase)


@pytest.mark.parametrize(
    ("phrase", "since", "days"),
    [
        (
            "every 2 weeks",
            MONDAY,
            ["11-23..12-06", "12-07..12-20", "12-21..01-03", "01-04..01-17", "01-18..01-31"],
        ),
        (
            "weekly",
            date(2026, 11, 27),
            ["11-27..11-29 free", "11-30..12-06", "12-07..12-13", "12-14..12-20", "12-21..12-27"],
        ),
        (
            "weekly",
            date(2026, 11, 26),
            ["11-26..11-29", "11-30..12-06", "12-07..12-13", "12-14..12-20", "12-21..12-27"],
        ),
        (
            "quarterly",
            MONDAY,
            ["11-23..12-31 free", "01-01..03-31", "04-01..06-30", "07-01..09-30", "10-01..12-31"],
        ),
        (
            "every 3 days",
            MONDAY,
            ["11-23..11-25", "11-26..11-28", "11-29..12-01", "12-02..12-04", "12-05..12-07"],
        ),
        (
            "31st of the month",
            MONDAY,
            ["11-30..11-30", "12-31..12-31", "01-31..01-31", "02-28..02-28", "03-31..03-31"],
        ),
        (
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=31",
            MONDAY,
            ["12-31..12-31", "01-31..01-31", "03-31..03-31", "05-31..05-31", "07-31..07-31"],
        ),
    ],
)
def test_the_next_five_windows_or_dates_are_told(phrase: str, since: date, days: list[str]) -> None:
    assert days_of(explained(phrase, since)) == days


def test_weeks_begin_where_the_user_has_them_begin() -> None:
    assert days_of(explained("weekly", MONDAY, week_start=6))[:2] == [
        "11-23..11-28",
        "11-29..12-05",
    ]


@pytest.mark.parametrize(
    ("phrase", "kept", "broken"),
    [
        ("weekly", "one log on any day of the window", "ends with no log"),
        ("twice a week", "2 logs on any days of the window", "ends with fewer than 2"),
        ("every 3 days", "at most 3 days after the one before", "3 days that go by"),
        ("mondays", "a log dated on the day itself", "a date that goes by without a log"),
        ("never", "ends with no slip", "a slip, at once"),
        ("at most twice a week", "ends with at most 2 slips", "slip number 3 in a window, at once"),
    ],
)
def test_what_keeps_and_what_breaks_it_is_told(phrase: str, kept: str, broken: str) -> None:
    explanation = explained(phrase)
    assert kept in explanation.kept_by
    assert broken in explanation.broken_by


def periods_of(history: HabitHistory, as_of: date, week_start: int) -> list[Period]:
    """Return the periods of a history of one segment."""
    (reckoner,) = judge(history, as_of, week_start).past.reckoners
    return [*reckoner.settled(), *reckoner.tail(())]


@untimed
@given(
    st.one_of(quotas(), rrules(), st.builds(Interval, st.integers(2, 366))),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 6),
)
def test_the_windows_are_those_that_a_habit_begun_on_that_day_is_judged_by(
    cadence: Cadence, since: date, week_start: int
) -> None:
    explanation = explain(cadence, since, week_start)
    assume(explanation.windows)
    after = explanation.windows[-1].last + timedelta(days=1)
    history = HabitHistory(since, ((since, cadence),), ())
    judged = [
        (period.last, period.verdict is Verdict.MISSED)
        for period in periods_of(history, after, week_start)
    ]
    if explanation.kind == "interval":
        # The miss is dated on the day after the last one on which it could have been kept.
        judged = [(last - timedelta(days=1), missed) for last, missed in judged]
    assert judged[:SHOWN] == [(window.last, window.counts) for window in explanation.windows]


def test_what_is_no_cadence_cannot_be_explained() -> None:
    class Whenever(Cadence):
        def __str__(self) -> str:
            return "whenever"

    with pytest.raises(TypeError, match="whenever cannot be explained"):
        explain(Whenever(), MONDAY)
