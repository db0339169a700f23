"""Calendar blocks tile the days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits.cadence import BlockCalendar, Quota, Unit
from tests.cadence.strategies import quotas

days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@settings(deadline=None, max_examples=300)
@given(quotas(), days, days, st.integers(0, 6))
def test_every_day_lies_in_exactly_one_block(
    quota: Quota, anchor: date, day: date, week_start: int
) -> None:
    calendar = BlockCalendar(quota, anchor, week_start)
    number = calendar.number(day)

    assert calendar.first(number) <= day <= calendar.last(number)
    assert calendar.last(number) + timedelta(days=1) == calendar.first(number + 1)
    assert calendar.number(calendar.first(number)) == number
    assert calendar.number(anchor) == 0


@pytest.mark.parametrize(
    ("quota", "anchor", "first", "last"),
    [
        (Quota(1, 3, Unit.MONTH), date(2026, 2, 10), date(2026, 2, 1), date(2026, 4, 30)),
        (Quota(1, 1, Unit.QUARTER), date(2026, 2, 10), date(2026, 1, 1), date(2026, 3, 31)),
        (Quota(1, 2, Unit.WEEK), date(2026, 11, 4), date(2026, 11, 2), date(2026, 11, 15)),
        (Quota(2, 10, Unit.DAY), date(2026, 11, 4), date(2026, 11, 4), date(2026, 11, 13)),
        (Quota(1, 2, Unit.YEAR), date(2026, 11, 4), date(2026, 1, 1), date(2027, 12, 31)),
    ],
)
def test_a_block_begins_with_the_unit_that_holds_the_anchor(
    quota: Quota, anchor: date, first: date, last: date
) -> None:
    calendar = BlockCalendar(quota, anchor)

    assert (calendar.first(0), calendar.last(0)) == (first, last)


def test_weeks_begin_when_the_user_says() -> None:
    sunday = BlockCalendar(Quota(1, 1, Unit.WEEK), date(2021, 1, 4), week_start=6)

    assert sunday.first(0) == date(2021, 1, 3)


@pytest.mark.parametrize("unit", Unit)
def test_beyond_the_calendar_there_is_its_last_day(unit: Unit) -> None:
    calendar = BlockCalendar(Quota(1, 1, unit), date.max)

    assert calendar.last(0) == date.max
    assert calendar.first(1) == date.max
