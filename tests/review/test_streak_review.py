"""A habit, or a practice as a whole, looked back on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.cadence import Limit, Quota, Rule, Unit, parse_cadence
from habits.review.heat_map import DayState, HeatDay
from habits.review.reviewed import reviewed_habit, reviewed_practice
from habits.review.rhythm import Beat
from habits.review.runs import Run
from habits.review.streak_review import StreakReview, review_of
from habits.streaks import HabitHistory, Verdict, evaluate, judge
from tests.review.promised import promise_of
from tests.review.years import ACTS, HABITS, WEDNESDAY, row
from tests.store.strategies import few
from tests.streaks.reference import Reference
from tests.streaks.strategies import BEGIN, DAYS, days, histories, team_histories, week_starts

if TYPE_CHECKING:
    from habits.model import Habit

KEPT, MISSED = Verdict.KEPT, Verdict.MISSED
YEARS: Final = range(BEGIN.year, (BEGIN + timedelta(days=DAYS)).year + 1)


def of_habit(slug: str) -> StreakReview:
    """Return a habit of the small year, looked back on."""
    return review_of(reviewed_habit(HABITS[slug], row(slug).judged[0]), 2026, 0)


def of_practice(slug: str) -> StreakReview:
    """Return a practice of the small year, looked back on."""
    return review_of(reviewed_practice(row(slug), ACTS[slug], WEDNESDAY), 2026, 0)


def test_a_weekly_promise_has_runs_of_kept_weeks_that_a_pause_does_not_end() -> None:
    review = of_habit("thanks")

    assert review.runs == (
        Run(date(2026, 1, 26), date(2026, 2, 22), 3, is_current=True, is_best=True),
        Run(date(2026, 1, 5), date(2026, 1, 18), 2, is_current=False, is_best=False),
    )
    assert (review.current, review.best) == (3, 3)


def test_the_score_of_a_weekly_promise_grows_and_falls_with_each_verdict() -> None:
    review = of_habit("thanks")

    assert [(point.date, point.verdict) for point in review.scores] == [
        (date(2026, 1, 11), KEPT),
        (date(2026, 1, 18), KEPT),
        (date(2026, 1, 25), MISSED),
        (date(2026, 2, 1), KEPT),
        (date(2026, 2, 15), KEPT),
        (date(2026, 2, 22), KEPT),
    ]
    assert [round(point.score, 3) for point in review.scores] == [
        0.132,
        0.246,
        0.213,
        0.317,
        0.407,
        0.485,
    ]
    assert review.score_words == "5 of 6 kept"


def test_a_weekly_promise_is_kept_by_month_and_only_done_by_weekday() -> None:
    review = of_habit("thanks")

    assert review.months[:3] == (
        Beat((2026, 1), kept=2, missed=1, acts=4),
        Beat((2026, 2), kept=3, missed=0, acts=2),
        Beat((2026, 3), kept=0, missed=0, acts=0),
    )
    assert [beat.acts for beat in review.weekdays] == [1, 2, 1, 2, 0, 0, 0]
    assert not any(beat.kept or beat.missed for beat in review.weekdays)
    assert not review.judged_by_day


def test_a_promise_for_each_weekday_is_kept_and_missed_by_weekday() -> None:
    review = of_habit("productivity")

    assert review.weekdays == (
        Beat(0, kept=1, missed=1, acts=1),
        Beat(1, kept=2, missed=0, acts=2),
        Beat(2, kept=1, missed=0, acts=2),
        Beat(3, kept=0, missed=1, acts=0),
        Beat(4, kept=1, missed=0, acts=1),
        Beat(5, kept=0, missed=0, acts=1),
        Beat(6, kept=0, missed=0, acts=0),
    )
    assert review.judged_by_day
    assert review.score_words == "4 of the last 6 kept"
    assert [round(point.score, 3) for point in review.scores] == [
        0.088,
        0.136,
        0.18,
        0.171,
        0.214,
        0.195,
        0.237,
    ]


def test_runs_of_days_leave_out_the_weekend_and_today_while_it_is_open() -> None:
    assert of_habit("productivity").runs == (
        Run(date(2026, 2, 24), date(2026, 2, 24), 1, is_current=True, is_best=False),
        Run(date(2026, 2, 20), date(2026, 2, 20), 1, is_current=False, is_best=False),
        Run(date(2026, 2, 16), date(2026, 2, 18), 3, is_current=False, is_best=True),
    )


def test_a_practice_as_a_whole_is_looked_back_on_in_weeks() -> None:
    thanks, productivity = of_practice("thanks"), of_practice("productivity")

    assert thanks.habit is None
    assert thanks.runs == of_habit("thanks").runs
    assert thanks.scores == of_habit("thanks").scores
    assert (productivity.current, productivity.best, productivity.runs) == (0, 0, ())
    assert productivity.score_words == "0 of 2 kept"
    assert [(point.date, point.score) for point in productivity.scores] == [
        (date(2026, 2, 22), 0.0),
        (WEDNESDAY, 0.0),
    ]
    assert not productivity.judged_by_day
    assert [beat.acts for beat in productivity.weekdays] == [1, 2, 2, 0, 1, 1, 0]


def test_a_week_may_begin_on_a_sunday() -> None:
    habit = HABITS["productivity"]
    reviewed = reviewed_habit(habit, row("productivity").judged[0])
    weekdays = review_of(reviewed, 2026, 6).weekdays

    assert [beat.key for beat in weekdays] == [6, 0, 1, 2, 3, 4, 5]
    assert [beat.acts for beat in weekdays] == [0, 1, 2, 2, 0, 1, 1]


def test_the_year_before_holds_nothing_but_the_runs_and_the_scores_stay() -> None:
    reviewed = reviewed_habit(HABITS["thanks"], row("thanks").judged[0])
    review = review_of(reviewed, 2025, 0)

    assert review.runs == of_habit("thanks").runs
    assert len(review.scores) == 6
    assert review.heat.total == 0
    assert {beat[1:] for beat in (*review.months, *review.weekdays)} == {(0, 0, 0)}


def test_the_heat_map_of_a_year_is_whole_weeks_and_tells_each_day() -> None:
    heat = of_habit("thanks").heat
    told = {day.date: day for day in heat.days}

    assert (heat.first, heat.last, len(heat.days)) == (date(2025, 12, 29), date(2027, 1, 3), 371)
    assert (heat.year, heat.most, heat.total) == (2026, 1, 6)
    assert [told[day] for day in (date(2026, 1, 4), date(2026, 1, 6), date(2026, 1, 7))] == [
        HeatDay(date(2026, 1, 4), 0, DayState.BEFORE),
        HeatDay(date(2026, 1, 6), 1, DayState.PLAIN),
        HeatDay(date(2026, 1, 7), 0, DayState.PLAIN),
    ]
    assert {day.state for day in heat.days if date(2026, 2, 2) <= day.date <= date(2026, 2, 8)} == {
        DayState.PAUSED
    }
    assert told[WEDNESDAY].state is DayState.PLAIN
    assert told[date(2026, 2, 26)].state is DayState.AHEAD


def test_what_was_done_before_anything_was_promised_is_on_the_map() -> None:
    acts = {date(2026, 1, 2): 2, date(2026, 3, 1): 5}
    heat = review_of(reviewed_practice(row("thanks"), acts, WEDNESDAY), 2026, 0).heat
    told = {day.date: day for day in heat.days}

    assert told[date(2026, 1, 2)] == HeatDay(date(2026, 1, 2), 2, DayState.BEFORE)
    assert told[date(2026, 3, 1)] == HeatDay(date(2026, 3, 1), 0, DayState.AHEAD)
    assert heat.most == 2


def test_a_promise_that_was_daily_for_a_while_is_judged_by_weekday_for_that_while() -> None:
    created, daily = date(2026, 1, 5), date(2026, 1, 12)
    history = HabitHistory(
        created,
        ((created, parse_cadence("weekly")), (daily, parse_cadence("daily"))),
        (date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 14)),
    )
    review = looked_back_on(history, date(2026, 1, 15), 0, 2026)

    assert review.judged_by_day
    assert [(beat.kept, beat.missed, beat.acts) for beat in review.weekdays] == [
        (1, 0, 2),
        (0, 1, 0),
        (1, 0, 1),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
    ]


def looked_back_on(history: HabitHistory, as_of: date, week_start: int, year: int) -> StreakReview:
    """Return a habit of which only the history is known, looked back on."""
    habit: Habit = promise_of(history)
    return review_of(reviewed_habit(habit, judge(history, as_of, week_start)), year, week_start)


@few
@given(st.one_of(histories(), team_histories()), days, week_starts)
def test_the_figures_are_those_of_a_walk_through_the_days(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    reference = Reference(history, as_of, week_start)
    figures = reference.standing()
    judged = [ruled for _, ruled in reference.verdicts() if ruled.sign]
    review = looked_back_on(history, as_of, week_start, as_of.year)

    assert (review.current, review.best) == (figures["current"], figures["best"])
    assert list(review.runs) == slow_runs(reference)
    assert [(point.date, point.verdict) for point in review.scores] == [
        (min(ruled.day, reference.today), KEPT if ruled.sign > 0 else MISSED) for ruled in judged
    ]
    if judged:
        assert review.scores[-1].score == pytest.approx(figures["score"], abs=1e-12)


def slow_runs(reference: Reference) -> list[Run]:
    """Return the runs by walking the verdicts."""
    runs: list[list[date]] = [[]]
    for _, ruled in reference.verdicts():
        if ruled.sign > 0:
            runs[-1] += [ruled.first, min(ruled.day, reference.today)]
        elif ruled.sign < 0:
            runs.append([])
    lengths = [len(run) // 2 for run in runs]
    told = [
        Run(run[0], run[-1], length, number == len(runs) - 1, length == max(lengths))
        for number, (run, length) in enumerate(zip(runs, lengths, strict=True))
        if run
    ]
    return told[::-1]


@few
@given(histories(), days, week_starts)
def test_the_years_together_hold_every_verdict_and_every_act_once(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    reference = Reference(history, as_of, week_start)
    signs = [ruled.sign for _, ruled in reference.verdicts()]
    by_day = [
        ruled.sign
        for number, ruled in reference.verdicts()
        if is_of_a_day(reference.segments[number][3])
    ]
    years = [looked_back_on(history, as_of, week_start, year) for year in YEARS]
    months = [beat for review in years for beat in review.months]
    weekdays = [beat for review in years for beat in review.weekdays]

    assert summed(months) == (signs.count(1), signs.count(-1), len(reference.dates))
    assert summed(weekdays) == (by_day.count(1), by_day.count(-1), len(reference.dates))
    assert sum(review.heat.total for review in years) == evaluate(history, as_of).total
    for review in years:
        assert [beat.acts for beat in review.weekdays] == [
            sum(d.year == review.heat.year and d.weekday() == beat.key for d in reference.dates)
            for beat in review.weekdays
        ]


def is_of_a_day(cadence: object) -> bool:
    """Return whether the periods of a cadence are days."""
    if isinstance(cadence, Quota | Limit):
        return (cadence.every, cadence.unit) == (1, Unit.DAY)
    return isinstance(cadence, Rule)


def summed(beats: list[Beat]) -> tuple[int, int, int]:
    """Return what was kept, missed and done in all."""
    kept, missed, acts = zip(*(beat[1:] for beat in beats), strict=True)
    return sum(kept), sum(missed), sum(acts)


@few
@given(histories(), days, week_starts)
def test_each_day_of_the_map_is_told_as_a_look_at_that_day_tells_it(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    reference = Reference(history, as_of, week_start)
    start = reference.segments[0][0]
    heat = looked_back_on(history, as_of, week_start, as_of.year).heat

    assert heat.first.weekday() == week_start
    assert (heat.last - heat.first).days % 7 == 6
    assert heat.first <= date(as_of.year, 1, 1) < heat.first + timedelta(days=7)
    assert heat.last - timedelta(days=7) < date(as_of.year, 12, 31) <= heat.last
    for number, (day, acts, state) in enumerate(heat.days):
        assert day == heat.first + timedelta(days=number)
        assert acts == reference.dates.count(day)
        if day > reference.today:
            assert state is DayState.AHEAD
        elif day < start or (history.archived is not None and history.archived <= start):
            assert state is DayState.BEFORE
        else:
            assert state is (DayState.PAUSED if reference.paused(day) else DayState.PLAIN)
    assert heat.most == max(acts for _, acts, _ in heat.days)
