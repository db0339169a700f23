"""A promise is changed from today on, and rests while it is laid down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits import promises
from habits.cadence import Quota, Unit, parse_cadence
from habits.errors import RefusedError
from habits.practices import BY_SLUG, PRACTICES, Practice
from habits.streaks import HabitHistory, evaluate, judge
from tests.cadence.strategies import quotas
from tests.records import entry, habit, history_of
from tests.strategies import untimed

if TYPE_CHECKING:
    from habits.model import Habit

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 25)
"""A Wednesday."""
DAY = timedelta(days=1)


def on(day: int, month: int = 11) -> date:
    return date(2026, month, day)


def history(promise: Habit, *logs: date) -> HabitHistory:
    return history_of(promise, [entry(day) for day in logs], (), {})


def paused(past: HabitHistory, *spans: promises.Span) -> HabitHistory:
    return replace(past, pauses=(*past.pauses, *spans))


def test_another_cadence_holds_from_today_on() -> None:
    changed = promises.with_cadence(habit(MONDAY), parse_cadence("monthly"), None, TODAY)
    assert [(day, str(each)) for day, each in changed.cadences] == [
        (MONDAY, "weekly"),
        (TODAY, "monthly"),
    ]


def test_another_cadence_may_be_planned_for_a_later_day() -> None:
    later = TODAY + timedelta(days=10)
    changed = promises.with_cadence(habit(MONDAY), parse_cadence("monthly"), later, TODAY)
    assert str(changed.cadence(later - DAY)) == "weekly"
    assert str(changed.cadence(later)) == "monthly"


def test_a_cadence_that_was_planned_for_later_stays_planned() -> None:
    later = TODAY + timedelta(days=10)
    planned = habit(MONDAY, (MONDAY, "weekly"), (later, "monthly"))
    changed = promises.with_cadence(planned, parse_cadence("twice a week"), None, TODAY)
    assert [str(each) for _, each in changed.cadences] == ["weekly", "twice a week", "monthly"]


def test_of_two_changes_of_cadence_on_one_day_the_second_stays() -> None:
    changed = promises.with_cadence(habit(MONDAY), parse_cadence("monthly"), None, TODAY)
    again = promises.with_cadence(changed, parse_cadence("daily"), None, TODAY)
    assert [str(each) for _, each in again.cadences] == ["weekly", "daily"]


def test_a_cadence_taken_back_the_same_day_leaves_no_seam() -> None:
    changed = promises.with_cadence(habit(MONDAY), parse_cadence("monthly"), None, TODAY)
    back = promises.with_cadence(changed, parse_cadence("weekly"), None, TODAY)
    assert [(day, str(each)) for day, each in back.cadences] == [(MONDAY, "weekly")]


def test_on_its_first_day_a_habit_only_has_the_new_cadence() -> None:
    changed = promises.with_cadence(habit(TODAY), parse_cadence("monthly"), None, TODAY)
    assert [(day, str(each)) for day, each in changed.cadences] == [(TODAY, "monthly")]


def test_the_same_cadence_again_on_a_named_day_begins_its_blocks_anew() -> None:
    fortnightly = habit(MONDAY, "every 2 weeks")
    shifted = promises.with_cadence(fortnightly, parse_cadence("fortnightly"), TODAY, TODAY)
    assert [day for day, _ in shifted.cadences] == [MONDAY, TODAY]


def test_the_same_cadence_again_changes_nothing_and_says_so() -> None:
    with pytest.raises(RefusedError, match=r"^'Thank someone' is weekly already\.$"):
        promises.with_cadence(habit(MONDAY), parse_cadence("once a week"), None, TODAY)


def test_a_cadence_of_the_past_is_not_changed() -> None:
    with pytest.raises(RefusedError, match=r"not from 2026-11-24: what is past stays"):
        promises.with_cadence(habit(MONDAY), parse_cadence("monthly"), TODAY - DAY, TODAY)


@pytest.mark.parametrize(("held", "wanted"), [("never", "weekly"), ("weekly", "never")])
def test_a_limit_does_not_become_a_quota_nor_a_quota_a_limit(held: str, wanted: str) -> None:
    with pytest.raises(RefusedError, match="Archive this one and add another"):
        promises.with_cadence(
            habit(MONDAY, held, practice="trust"), parse_cadence(wanted), None, TODAY
        )


@untimed
@given(
    st.lists(st.dates(MONDAY, TODAY), max_size=20),
    quotas(),
    quotas(),
    st.integers(0, 6),
)
def test_verdicts_on_periods_that_were_over_stay_as_they_were(
    logs: list[date], held: Quota, wanted: Quota, week_start: int
) -> None:
    before = replace(habit(MONDAY), cadences=((MONDAY, held),))
    if held == wanted:
        return
    after = promises.with_cadence(before, wanted, None, TODAY)

    old = judge(history(before, *logs), TODAY, week_start)
    new = judge(history(after, *logs), TODAY, week_start)

    judged = [
        [
            (period.last, period.verdict)
            for reckoner in judgement.past.reckoners
            for period in reckoner.settled()
        ]
        for judgement in (old, new)
    ]
    over = [each for each in judged[0] if each[0] < TODAY]
    assert judged[1][: len(over)] == over


def test_a_habit_is_laid_down_today_or_on_an_earlier_day() -> None:
    assert promises.archived(habit(MONDAY), None, TODAY).archived == TODAY
    assert promises.archived(habit(MONDAY), on(20), TODAY).archived == on(20)


def test_a_habit_is_laid_down_once_and_not_before_it_began() -> None:
    with pytest.raises(RefusedError, match="is archived since 2026-11-20 already"):
        promises.archived(habit(MONDAY, archived=on(20)), None, TODAY)
    with pytest.raises(RefusedError, match="began on 2026-11-02"):
        promises.archived(habit(MONDAY), on(1), TODAY)


def test_the_days_between_rest_when_a_habit_is_taken_up_again() -> None:
    back, gap = promises.restored(habit(MONDAY, archived=on(16)), TODAY)
    assert (back.archived, gap) == (None, (on(16), on(24)))


def test_on_the_day_of_archiving_nothing_has_to_rest() -> None:
    assert promises.restored(habit(MONDAY, archived=TODAY), TODAY)[1] is None


def test_what_was_not_laid_down_cannot_be_taken_up() -> None:
    with pytest.raises(RefusedError, match="is not archived"):
        promises.restored(habit(MONDAY), TODAY)


@pytest.mark.parametrize("cadence", ["daily", "weekly", "every 3 days", "every weekday"])
def test_a_streak_outlives_the_days_between(cadence: str) -> None:
    laid_down = habit(MONDAY, cadence, archived=on(15))
    logs = [MONDAY + timedelta(days=n) for n in range(13)]
    frozen = evaluate(history(laid_down, *logs), TODAY)

    back, gap = promises.restored(laid_down, TODAY)
    assert gap is not None
    live = evaluate(paused(history(back, *logs), gap), TODAY)

    assert frozen.current == live.current > 0
    assert live.rate == 1.0


@pytest.mark.parametrize("cadence", ["every 3 days", "every Monday", "never"])
def test_only_a_quota_holds_for_each_person(cadence: str) -> None:
    with pytest.raises(RefusedError, match="cannot hold for each person"):
        promises.require_countable(BY_SLUG["trust"], parse_cadence(cadence), (), each_person=True)


def test_a_quota_may_hold_for_each_person_and_an_interval_only_for_all() -> None:
    growth, often = BY_SLUG["growth"], parse_cadence("every 14 days")
    promises.require_countable(growth, Quota(1, 1, Unit.QUARTER), (), each_person=True)
    promises.require_countable(growth, often, (), each_person=False)
    with pytest.raises(RefusedError, match="cannot hold for each person"):
        promises.require_countable(growth, often, (), each_person=True)


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.slug)
def test_a_limit_needs_slips_to_limit(practice: Practice) -> None:
    never = parse_cadence("never")
    if any(move.slip for move in practice.moves):
        promises.require_countable(practice, never, (), each_person=False)
    else:
        with pytest.raises(RefusedError, match=r"has none\. Give it one: rapport practice edit"):
            promises.require_countable(practice, never, (), each_person=False)


def test_a_limit_counts_only_slips_and_a_quota_none() -> None:
    trust, never, weekly = BY_SLUG["trust"], parse_cadence("never"), parse_cadence("weekly")
    promises.require_countable(trust, never, ("dictated",), each_person=False)
    promises.require_countable(trust, weekly, ("owner",), each_person=False)
    with pytest.raises(RefusedError, match=r"owner is none\. Name dictated"):
        promises.require_countable(trust, never, ("dictated", "owner"), each_person=False)
    with pytest.raises(RefusedError, match=r"dictated is a slip\. Limit it"):
        promises.require_countable(trust, weekly, ("owner", "dictated"), each_person=False)


def test_a_name_is_needed_and_told_apart_from_the_live_ones_of_its_practice() -> None:
    known = [habit(MONDAY, name="A talk"), habit(MONDAY, name="Old", archived=TODAY)]

    def require(name: str, beside: list[Habit], today: date) -> str:
        return promises.require_promise(name, BY_SLUG["thanks"], beside, today)

    assert require("  A   walk ", known, TODAY) == "A walk"
    assert require("old", known, TODAY) == "old"
    with pytest.raises(RefusedError, match="Thanks has a habit 'a TALK' already"):
        require("a TALK", known, TODAY)
    with pytest.raises(RefusedError, match="has no name"):
        require(" \n ", known, TODAY)
    with pytest.raises(RefusedError, match="61 cells wide"):
        require("n" * 61, known, TODAY)
