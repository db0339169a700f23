"""Frequencies of other programs come to the nearest cadence, and what differs is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.cadence import Interval, parse_cadence
from habits.exchange.frequency import every_days, times_in_days


@pytest.mark.parametrize(
    ("count", "days", "phrase"),
    [(1, 1, "daily"), (7, 7, "daily"), (1, 7, "every 7 days"), (1, 366, "every 366 days")],
)
def test_what_is_the_same_here_is_told_without_a_note(count: int, days: int, phrase: str) -> None:
    assert times_in_days(count, days) == (parse_cadence(phrase), "")


@pytest.mark.parametrize(
    ("count", "days", "phrase"),
    [
        (3, 7, "3 times a week"),
        (3, 14, "3 times every 2 weeks"),
        (4, 30, "4 times a month"),
        (4, 31, "4 times a month"),
        (2, 91, "twice a quarter"),
        (100, 365, "100 times a year"),
        (3, 10, "3 times every 10 days"),
        (2, 700, "twice every 100 weeks"),
        (2, 1000, "twice every 3 years"),
    ],
)
def test_more_than_one_in_days_in_a_row_is_counted_in_blocks(
    count: int, days: int, phrase: str
) -> None:
    cadence, note = times_in_days(count, days)

    assert cadence == parse_cadence(phrase)
    assert note == f"there on {count} of any {days} days in a row, here in blocks of the calendar"


@pytest.mark.parametrize(
    ("count", "days", "phrase"),
    [
        (300, 365, "6 times a week"),
        (360, 365, "daily"),
        (101, 3000, "weekly"),
    ],
)
def test_more_logs_than_a_period_may_ask_for_are_counted_in_weeks(
    count: int, days: int, phrase: str
) -> None:
    cadence, note = times_in_days(count, days)

    assert cadence == parse_cadence(phrase)
    assert note == f"there on {count} of any {days} days in a row, here in weeks"


def test_more_than_there_are_days_is_daily() -> None:
    assert times_in_days(9, 7) == (parse_cadence("daily"), "there on 9 of 7 days")


@pytest.mark.parametrize(("count", "days"), [(0, 1), (0, 0), (-1, 7), (3, 0)])
def test_nothing_asked_for_is_no_cadence(count: int, days: int) -> None:
    assert times_in_days(count, days) == (None, "")


def test_longer_than_any_period_is_told() -> None:
    two_years = (parse_cadence("every 2 years"), "there every 800 days, here in calendar years")
    assert every_days(800) == two_years
    assert every_days(5000) == (
        None,
        "there every 5000 days, which is longer than any cadence here",
    )
    assert times_in_days(2, 5000)[0] is None


@given(st.integers(-5, 10**6), st.integers(-5, 10**6))
def test_every_frequency_comes_to_a_cadence_or_says_why_not(count: int, days: int) -> None:
    cadence, note = times_in_days(count, days)

    assert cadence is None or parse_cadence(str(cadence)) == cadence
    assert note or cadence is None or isinstance(cadence, Interval) or str(cadence) == "daily"
    assert (cadence is None and not note) == (count < 1 or days < 1)
