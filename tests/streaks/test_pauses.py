"""Paused days, counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from habits.streaks.pauses import PausedDays
from tests.streaks.reference import days_between, in_spans
from tests.streaks.strategies import days, spans

if TYPE_CHECKING:
    from habits.streaks.history import Span

ANY = settings(deadline=None, max_examples=200)
several = st.lists(spans(), max_size=4)


@ANY
@given(several, days, days)
def test_the_days_that_count_are_those_outside_of_every_pause(
    pauses: list[Span], first: date, last: date
) -> None:
    paused = PausedDays(pauses)
    active = [day for day in days_between(first, last) if not in_spans(day, pauses)]

    assert paused.active_between(first, last) == len(active)
    assert paused.active_after(first, last) == len([day for day in active if day > first])
    assert paused.last_active(first, last) == (active[-1] if active else None)
    assert (first in paused) == in_spans(first, pauses)


@ANY
@given(several, days, st.integers(1, 60))
def test_the_nth_day_that_counts_is_found_without_walking(
    pauses: list[Span], day: date, nth: int
) -> None:
    later = days_between(day + timedelta(days=1), day + timedelta(days=1000))
    active = [later_day for later_day in later if not in_spans(later_day, pauses)]

    found = PausedDays(pauses).nth_active_after(day, nth)

    assert found == (active[nth - 1] if len(active) >= nth else None)


def test_a_pause_that_ends_before_it_begins_is_none() -> None:
    assert (
        PausedDays([(date(2026, 11, 9), date(2026, 11, 8))]).active_between(
            date(2026, 11, 1), date(2026, 11, 30)
        )
        == 30
    )


def test_beyond_the_calendar_no_day_counts() -> None:
    assert PausedDays([]).nth_active_after(date.max, 1) is None
