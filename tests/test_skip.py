"""A skip pauses the running period: it holds the streak and adds nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError
from habits.skip import skipped_days
from habits.streaks import HabitHistory, Verdict, evaluate, judge
from tests.records import entry, habit, history_of

if TYPE_CHECKING:
    from habits.model import Habit
    from habits.promises import Span

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 25)
"""A Wednesday."""
DAY = timedelta(days=1)


def on(day: int, month: int = 11) -> date:
    return date(2026, month, day)


def history(promise: Habit, *logs: date) -> HabitHistory:
    return history_of(promise, [entry(day) for day in logs], (), {})


def paused(past: HabitHistory, *spans: Span) -> HabitHistory:
    return replace(past, pauses=(*past.pauses, *spans))


@pytest.mark.parametrize(
    ("cadence", "logs", "days"),
    [
        ("weekly", [], (on(23), on(29))),
        ("twice a week", [on(23)], (on(23), on(29))),
        ("every 2 weeks", [], (on(16), on(29))),
        ("monthly", [], (MONDAY, on(30))),
        ("every 3 days", [on(23)], (on(24), on(26))),
        ("every 3 days", [on(22)], (on(23), on(25))),
        ("every 30 days", [], (MONDAY, on(1, 12))),
        ("every weekday", [], (TODAY, TODAY)),
        ("every weekday", [TODAY], (on(26), on(26))),
        ("every Monday", [], (on(30), on(30))),
    ],
)
def test_a_skip_pauses_what_is_open(cadence: str, logs: list[date], days: Span) -> None:
    promise = habit(MONDAY, cadence)
    assert skipped_days(promise, history(promise, *logs), TODAY) == days


def test_a_period_that_a_change_of_cadence_cut_is_skipped_from_the_change_on() -> None:
    tuesday = TODAY - DAY
    promise = habit(MONDAY, (MONDAY, "weekly"), (tuesday, "twice a week"))
    assert skipped_days(promise, history(promise), TODAY) == (tuesday, on(29))


def test_an_interval_begun_by_a_change_of_cadence_is_skipped_from_the_change_on() -> None:
    tuesday = TODAY - DAY
    promise = habit(MONDAY, (MONDAY, "weekly"), (tuesday, "every 5 days"))
    past = history(promise, on(20))
    assert skipped_days(promise, past, TODAY) == (tuesday, on(28))


def test_a_skip_of_an_interval_begins_after_a_log_before_its_start() -> None:
    promise = habit(TODAY, "every 9 days")
    early = entry(on(20), logged_on=TODAY)
    past = history_of(promise, [early], (), {})
    assert skipped_days(promise, past, TODAY) == (on(21), on(29))


@pytest.mark.parametrize("days", [2, 5, 20])
def test_a_skip_moves_the_due_day_of_an_interval_by_its_length(days: int) -> None:
    promise = habit(MONDAY, f"every {days} days")
    past = history(promise, TODAY - DAY)
    due = evaluate(past, TODAY).next_due
    assert due is not None

    skipped = paused(past, skipped_days(promise, past, TODAY))

    assert evaluate(skipped, TODAY).next_due == due + timedelta(days=days)


@pytest.mark.parametrize(
    ("cadence", "until"),
    [("weekly", 22), ("every 2 weeks", 15), ("every 3 days", 23), ("every Monday", 23)],
)
def test_a_skip_holds_the_streak_and_adds_nothing(cadence: str, until: int) -> None:
    promise = habit(MONDAY, cadence)
    past = history(promise, *[on(day) for day in range(2, until + 1)])
    days = skipped_days(promise, past, TODAY)
    after = days[1] + DAY

    held, lost = evaluate(paused(past, days), after), evaluate(past, after + timedelta(days=14))

    assert held.current == evaluate(past, TODAY).current > lost.current == 0
    assert held.rate == 1.0


def test_a_skip_revives_nothing() -> None:
    promise = habit(MONDAY, "weekly")
    past = history(promise, MONDAY)
    days = skipped_days(promise, past, TODAY)
    assert evaluate(past, TODAY).current == evaluate(paused(past, days), TODAY).current == 0


@pytest.mark.parametrize(
    ("cadence", "logs", "why"),
    [
        ("weekly", [TODAY], "asks for nothing now"),
        ("every 3 days", [TODAY], "is done today"),
        ("every 3 days", [on(20)], "was due on 2026-11-23, and a skip revives no streak"),
    ],
)
def test_where_nothing_is_open_a_skip_says_why(cadence: str, logs: list[date], why: str) -> None:
    promise = habit(MONDAY, cadence)
    with pytest.raises(RefusedError, match=why):
        skipped_days(promise, history(promise, *logs), TODAY)


def test_a_limit_asks_for_nothing_that_could_be_skipped() -> None:
    promise = habit(MONDAY, "never", practice="trust")
    with pytest.raises(RefusedError, match="asks for nothing to be done"):
        skipped_days(promise, history(promise), TODAY)


def test_what_rests_or_is_laid_down_is_not_skipped() -> None:
    promise = habit(MONDAY)
    resting = paused(history(promise), (TODAY, TODAY))
    with pytest.raises(RefusedError, match="is paused already; there is nothing to skip"):
        skipped_days(promise, resting, TODAY)
    gone = replace(promise, archived=TODAY)
    with pytest.raises(RefusedError, match="is archived already"):
        skipped_days(gone, history(gone), TODAY)


@pytest.mark.parametrize("cadence", ["every Monday", "every 3 days"])
def test_what_rests_from_tomorrow_on_without_end_has_nothing_left_to_skip(cadence: str) -> None:
    promise = habit(TODAY, cadence)
    resting = replace(history(promise), pauses=((TODAY + DAY, None),))
    with pytest.raises(RefusedError, match="asks for nothing now"):
        skipped_days(promise, resting, TODAY)


def test_a_missed_week_is_missed_without_a_skip_and_free_with_one() -> None:
    promise = habit(MONDAY)
    past = history(promise, MONDAY, on(9), on(16))
    skipped = paused(past, skipped_days(promise, past, TODAY))
    for each, verdict in ((past, Verdict.MISSED), (skipped, Verdict.EXCUSED)):
        assert judge(each, on(30)).strip[-2].verdict is verdict
