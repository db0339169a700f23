"""Calendar blocks at the first and the last days that there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits.cadence import BlockCalendar, Quota, Unit, parse_cadence
from habits.streaks import HabitHistory, evaluate
from tests.cadence.strategies import quotas

first_days = st.dates(max_value=date(30, 1, 1))
last_days = st.dates(min_value=date(9970, 1, 1))
ends = st.one_of(first_days, last_days, st.sampled_from([date.min, date.max]))


@settings(deadline=None, max_examples=300)
@given(quotas(), st.one_of(st.dates(), ends), ends, st.integers(0, 6))
def test_a_block_holds_its_days_up_to_both_ends_of_the_calendar(
    quota: Quota, anchor: date, day: date, week_start: int
) -> None:
    calendar = BlockCalendar(quota, anchor, week_start)
    number = calendar.number(day)
    first, last = calendar.first(number), calendar.last(number)

    assert first <= day <= last
    assert calendar.number(first) == calendar.number(last) == number


@settings(deadline=None, max_examples=300)
@given(quotas(), st.dates(), ends, st.integers(0, 6))
def test_blocks_leave_no_gap_up_to_both_ends_of_the_calendar(
    quota: Quota, anchor: date, day: date, week_start: int
) -> None:
    calendar = BlockCalendar(quota, anchor, week_start)
    number = calendar.number(day)

    if (first := calendar.first(number)) > date.min:
        assert calendar.last(number - 1) == first - timedelta(days=1)
    if (last := calendar.last(number)) < date.max:
        assert calendar.first(number + 1) == last + timedelta(days=1)


@pytest.mark.parametrize("unit", Unit)
def test_before_the_calendar_there_is_its_first_day(unit: Unit) -> None:
    calendar = BlockCalendar(Quota(1, 1, unit), date.min, week_start=6)

    assert calendar.first(0) == date.min
    assert calendar.first(-1) == calendar.last(-2) == date.min


@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize(
    "phrase", ["every 2 weeks", "every 5 quarters", "every 10 years", "twice every 300 days"]
)
def test_a_log_in_the_first_days_of_the_calendar_is_counted(phrase: str, week_start: int) -> None:
    created = date(9, 11, 2)
    history = HabitHistory(created, ((created, parse_cadence(phrase)),), (date(1, 1, 2),) * 2)

    standing = evaluate(history, created, week_start)

    assert (standing.best, standing.total) == (1, 2)
