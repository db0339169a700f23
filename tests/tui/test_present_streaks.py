"""What Review shows of runs, scores, weekdays, months and kinds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from habits.review.balance import Balance, Part
from habits.review.heat_map import DayState, HeatDay, HeatMap
from habits.review.rhythm import Beat
from habits.review.runs import Run
from habits.review.score_line import ScorePoint
from habits.review.streak_review import StreakReview
from habits.streaks import Verdict
from tests.records import habit
from tui.present_streaks import (
    balance_lines,
    chart_points,
    rhythm_lines,
    run_lines,
    score_lines,
    streak_details,
)

DAY = date(2026, 11, 22)
HEAT = HeatMap(2026, DAY, DAY, (HeatDay(DAY, 0, DayState.PLAIN),), 0)
REVIEW = StreakReview(
    slug="thanks",
    habit=None,
    heat=HEAT,
    runs=(),
    scores=(),
    score_words="nothing judged yet",
    weekdays=(Beat(0, 3, 1, 5),),
    months=(Beat((2026, 11), 4, 0, 6), Beat((2026, 12), 0, 0, 0)),
    judged_by_day=False,
    current=0,
    best=0,
)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 10, 5), date(2026, 11, 22), "5 Oct - 22 Nov 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 Dec 2025 - 4 Jan 2026"),
        (DAY, DAY, "22 Nov 2026"),
    ],
)
def test_a_run_tells_its_dates_and_a_year_no_oftener_than_needed(
    first: date, last: date, said: str
) -> None:
    review = replace(REVIEW, runs=(Run(first, last, 7, is_current=False, is_best=False),))

    (line,) = run_lines(review, is_numbers=False)

    assert (line.label, line.length, line.words) == (said, 7, "7 weeks")


def test_the_run_of_a_habit_is_told_in_its_own_periods() -> None:
    daily = habit(DAY, "daily")
    run = Run(DAY, DAY, 3, is_current=True, is_best=True)

    (line,) = run_lines(replace(REVIEW, habit=daily, runs=(run,)), is_numbers=True)

    assert (line.bar, line.words) == ((), "3 days · now · best")


def test_weekdays_tell_verdicts_only_where_a_period_is_a_day() -> None:
    acts = rhythm_lines(REVIEW, is_numbers=False)[1]
    judged = rhythm_lines(replace(REVIEW, judged_by_day=True), is_numbers=False)[1]

    assert (acts.label, acts.words, acts.length) == ("Mon", "5 acts", 5)
    assert (judged.words, judged.length) == ("3 kept, 1 missed · 5 acts", 4)


def test_months_tell_what_was_kept_and_of_a_miss_only_where_there_was_one() -> None:
    lines = rhythm_lines(REVIEW, is_numbers=True)

    assert [(line.label, line.words) for line in lines[3:]] == [
        ("Nov", "4 kept · 6 acts"),
        ("Dec", "0 acts"),
    ]
    assert [line.label for line in lines if line.is_heading] == [
        "2026 by weekday", "2026 by month",
    ]  # fmt: skip


def test_a_score_is_told_out_of_a_hundred_the_newest_first() -> None:
    scores = (ScorePoint(DAY, 0.134, Verdict.KEPT), ScorePoint(DAY, 0.12, Verdict.MISSED))

    assert [line.words for line in score_lines(scores)] == [" 12 · missed", " 13 · kept"]
    assert [point.sign[0] for point in chart_points(scores)] == ["■", "□"]


def test_kinds_are_told_with_how_many_acts_were_of_each() -> None:
    balance = Balance("empathy", "stories", (Part("good", 2), Part("bad", 0)))

    heading, good, bad = balance_lines((balance,), 2026, is_numbers=False)

    assert (heading.label, heading.is_heading) == ("2026 · stories", True)
    assert (good.length, good.words, bad.length, bad.words) == (2, "2 acts", 0, "0 acts")


def test_what_has_no_streak_tells_only_its_latest_verdicts() -> None:
    assert streak_details(REVIEW) == ("nothing judged yet",)
    assert streak_details(replace(REVIEW, best=4)) == ("best 4, now 0 · nothing judged yet",)


def test_over_the_score_stands_the_month_that_begins_and_over_january_the_year() -> None:
    days = (date(2025, 11, 2), date(2025, 11, 30), date(2025, 12, 7), date(2026, 1, 4))
    scores = [ScorePoint(day, 0.5, Verdict.KEPT) for day in (*days, date(2026, 2, 1))]

    assert [point.month for point in chart_points(scores)] == ["Nov", "", "Dec", "2026", "Feb"]
