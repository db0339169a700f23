"""The practices by week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from habits.cadence import parse_cadence
from habits.review.practice_weeks import PracticeWeeks, WeekState, practice_weeks
from habits.review.reviewed import reviewed_practice
from habits.review.streak_review import review_of
from habits.standings import Basis
from habits.streaks import HabitHistory, practice_streak
from tests.review.promised import practice_of
from tests.review.years import BASIS, rows
from tests.store.strategies import few
from tests.streaks.reference import Reference
from tests.streaks.strategies import BEGIN, DAYS, days, histories, week_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS: Final = {
    WeekState.KEPT: "k",
    WeekState.MISSED: "m",
    WeekState.NEUTRAL: ".",
    WeekState.OPEN: "o",
    WeekState.PAUSED: "p",
    WeekState.BEFORE: "b",
    WeekState.AHEAD: "a",
}
MONDAY: Final = date(2026, 11, 16)


def signs(weeks: PracticeWeeks) -> list[str]:
    """Return what each week was to each practice, a sign each."""
    return ["".join(SIGNS[state] for state in row.states) for row in weeks.rows]


def of(history: HabitHistory, as_of: date, first: date, last: date, *others: HabitHistory) -> str:
    """Return what some weeks were to a practice of habits with some histories."""
    row = practice_of([history, *others], as_of, 0)
    (told,) = signs(practice_weeks([(row, {})], first, last, Basis(as_of)))
    return told


def weekly(created: date, *logs: date) -> HabitHistory:
    """Return the history of a weekly promise."""
    return HabitHistory(created, ((created, parse_cadence("weekly")),), logs)


def test_the_small_year_is_told_week_by_week() -> None:
    weeks = practice_weeks(rows(), date(2025, 12, 31), date(2026, 3, 2), BASIS)
    thanks, productivity = weeks.rows

    assert weeks.weeks == tuple(date(2025, 12, 29) + timedelta(weeks=n) for n in range(10))
    assert signs(weeks) == ["bkkmkpkkoa", "bbbbbbbmma"]
    assert (thanks.slug, thanks.current, thanks.best) == ("thanks", 3, 3)
    assert (productivity.slug, productivity.current, productivity.best) == ("productivity", 0, 0)
    assert thanks.acts == (0, 2, 1, 0, 1, 0, 1, 1, 0, 0)
    assert productivity.acts == (0, 0, 0, 0, 0, 0, 0, 6, 1, 0)


def test_the_running_week_is_open_though_it_was_kept_and_missed_once_it_is() -> None:
    tuesday = MONDAY + timedelta(days=1)
    never = HabitHistory(MONDAY, ((MONDAY, parse_cadence("never")),), (MONDAY,))

    assert of(weekly(MONDAY, MONDAY), tuesday, MONDAY, MONDAY) == "o"
    assert of(weekly(MONDAY, MONDAY), tuesday, MONDAY, MONDAY, never) == "m"


def test_a_week_in_which_only_one_of_two_promises_rests_is_no_pause() -> None:
    as_of, last_week = MONDAY, MONDAY - timedelta(weeks=1)
    since = MONDAY - timedelta(weeks=3)
    quarterly = replace(weekly(since), cadences=((since, parse_cadence("quarterly")),))
    resting = replace(quarterly, pauses=((last_week, None),))

    assert of(resting, as_of, last_week, MONDAY) == "pp"
    assert of(resting, as_of, last_week, MONDAY, quarterly) == ".o"


def test_a_promise_that_was_never_switched_on_has_no_week() -> None:
    asleep = replace(weekly(MONDAY - timedelta(weeks=3)), archived=MONDAY - timedelta(weeks=3))

    assert of(asleep, MONDAY, MONDAY - timedelta(weeks=4), MONDAY + timedelta(weeks=1)) == "bbbbba"
    row = practice_of([asleep], MONDAY, 0)
    review = review_of(reviewed_practice(row, {}, MONDAY), 2026, 0)
    assert {day.state for day in review.heat.days} == {"before", "ahead"}


def test_after_a_promise_was_archived_nothing_is_judged() -> None:
    first = MONDAY - timedelta(weeks=3)
    archived = replace(weekly(first, first), archived=first + timedelta(weeks=1))

    assert of(archived, MONDAY, first, MONDAY - timedelta(weeks=1)) == "k.."


@few
@given(st.lists(histories(), min_size=1, max_size=3), days, week_starts)
def test_the_streak_of_a_practice_is_that_of_its_weeks(
    several: list[HabitHistory], as_of: date, week_start: int
) -> None:
    row, basis = practice_of(several, as_of, week_start), Basis(as_of, week_start)
    ahead = as_of + timedelta(weeks=2)
    acts = {BEGIN + timedelta(days=number): number % 3 for number in range(DAYS + 30)}
    weeks = practice_weeks([(row, acts)], BEGIN - timedelta(weeks=1), ahead, basis)
    (told,) = weeks.rows
    current = best = 0
    for state in told.states:
        current = 0 if state is WeekState.MISSED else current + (state is WeekState.KEPT)
        best = max(best, current)
    streak = practice_streak(several, as_of, week_start)
    review = review_of(reviewed_practice(row, acts, as_of), as_of.year, week_start)

    assert (current, best) == (told.current, told.best) == (streak.current, streak.best)
    assert (review.current, review.best) == (streak.current, streak.best)
    assert sum(told.acts) == sum(count for day, count in acts.items() if day <= as_of)


@few
@given(st.lists(histories(), min_size=1, max_size=3), days, week_starts)
def test_what_a_week_is_that_was_not_judged_is_told_by_its_days(
    several: Sequence[HabitHistory], as_of: date, week_start: int
) -> None:
    row = practice_of(several, as_of, week_start)
    weeks = practice_weeks([(row, {})], BEGIN, as_of, Basis(as_of, week_start))
    references = [Reference(history, as_of, week_start) for history in several]
    for first, state in zip(weeks.weeks, weeks.rows[0].states, strict=True):
        week = [first + timedelta(days=number) for number in range(7)]
        promised = [
            [
                each
                for each in references
                if each.segments[0][0] <= day <= (each.history.archived or day)
            ]
            for day in week
        ]
        rests = all(
            there and all(each.paused(day) for each in there)
            for day, there in zip(week, promised, strict=True)
        )
        if state is WeekState.PAUSED:
            assert rests
        elif state in {WeekState.NEUTRAL, WeekState.OPEN}:
            assert not rests
            assert (state is WeekState.OPEN) == (as_of in week)
        elif state is WeekState.BEFORE:
            assert not any(
                each.history.archived is None and each.segments[0][0] <= week[-1]
                for each in references
            )
