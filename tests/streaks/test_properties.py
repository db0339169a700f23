"""What holds for every history."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits.streaks import HabitHistory, Verdict, evaluate, judge, practice_streak
from habits.streaks.standing import standing
from tests.streaks.reference import Reference, practice_reference
from tests.streaks.strategies import days, growing, histories, team_histories, week_starts

ANY = settings(deadline=None, max_examples=300)
PLAIN = settings(deadline=None, max_examples=100)
"""For what is hardly clever: a hundred histories are as good as any more."""

as_ofs = days


def assert_as_the_reference(history: HabitHistory, as_of: date, week_start: int) -> None:
    figures = asdict(evaluate(history, as_of, week_start))
    expected = Reference(history, as_of, week_start).standing()
    assert figures.pop("score") == pytest.approx(expected.pop("score"), abs=1e-12)
    assert figures == expected


@ANY
@given(histories(), as_ofs, week_starts)
def test_every_figure_is_that_of_a_walk_through_the_days(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    assert_as_the_reference(history, as_of, week_start)


@ANY
@given(team_histories(), as_ofs, week_starts)
def test_every_figure_of_a_team_is_that_of_a_walk_through_the_days(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    assert_as_the_reference(history, as_of, week_start)


@ANY
@given(st.one_of(histories(), team_histories()), as_ofs, week_starts)
def test_the_periods_are_those_of_a_walk_through_the_days(
    history: HabitHistory, as_of: date, week_start: int
) -> None:
    signs = {Verdict.KEPT: 1, Verdict.MISSED: -1, Verdict.EXCUSED: 0, Verdict.OPEN: 0}

    assert [
        (each.first, each.last, signs[each.verdict], each.weight, each.length, each.share)
        for each in judge(history, as_of, week_start).periods
    ] == [ruled for _, ruled in Reference(history, as_of, week_start).verdicts()]


@ANY
@given(st.lists(histories(), max_size=3), as_ofs, week_starts)
def test_a_practice_is_that_of_a_walk_through_the_weeks(
    several: list[HabitHistory], as_of: date, week_start: int
) -> None:
    streak = practice_streak(several, as_of, week_start)

    assert (streak.current, streak.best) == practice_reference(several, as_of, week_start)


@PLAIN
@given(histories(growing), as_ofs, days)
def test_one_more_log_never_lowers_a_streak(history: HabitHistory, as_of: date, day: date) -> None:
    before = evaluate(history, as_of)
    after = evaluate(replace(history, logs=(*history.logs, day)), as_of)

    assert after.best >= before.best
    assert after.current >= before.current


@PLAIN
@given(histories(growing), as_ofs)
def test_a_day_that_passes_without_a_log_never_raises_a_streak(
    history: HabitHistory, as_of: date
) -> None:
    history = replace(history, logs=tuple(day for day in history.logs if day <= as_of))
    before, after = (evaluate(history, day) for day in (as_of, as_of + timedelta(days=1)))

    assert after.current <= before.current
    assert after.best <= before.best


@PLAIN
@given(histories(), as_ofs, st.randoms(use_true_random=False))
def test_the_order_of_entry_is_irrelevant(
    history: HabitHistory, as_of: date, chance: object
) -> None:
    logs = list(history.logs)
    chance.shuffle(logs)  # type: ignore[attr-defined]

    assert evaluate(replace(history, logs=tuple(logs)), as_of) == evaluate(history, as_of)


@PLAIN
@given(histories(), as_ofs, days)
def test_undoing_a_log_restores_exactly_what_was(
    history: HabitHistory, as_of: date, day: date
) -> None:
    added = replace(history, logs=(*history.logs, day))

    assert evaluate(replace(added, logs=added.logs[:-1]), as_of) == evaluate(history, as_of)


@ANY
@given(histories(), as_ofs, week_starts, st.lists(st.integers(0, 3), max_size=4))
def test_logs_taken_in_one_by_one_equal_the_whole(
    history: HabitHistory, as_of: date, week_start: int, ages: list[int]
) -> None:
    new = tuple(as_of - timedelta(days=age if age > 1 else 0) for age in ages)
    judgement = judge(history, as_of, week_start)
    for day in new:
        judgement = judgement.with_log(day)
    whole = judge(replace(history, logs=(*history.logs, *new)), as_of, week_start)

    assert standing(judgement) == standing(whole)
    assert judgement.strip == whole.strip
    assert judgement.periods == whole.periods


@ANY
@given(team_histories(), as_ofs, st.lists(st.sampled_from(["Ana", "Dev", "Maya"]), max_size=4))
def test_logs_of_a_team_taken_in_one_by_one_equal_the_whole(
    history: HabitHistory, as_of: date, names: list[str]
) -> None:
    judgement = judge(history, as_of)
    for name in names:
        judgement = judgement.with_log(as_of, (name,))
    whole = replace(
        history,
        logs=(*history.logs, *[as_of] * len(names)),
        log_people=(*history.log_people, *[(name,) for name in names]),
    )

    assert standing(judgement) == evaluate(whole, as_of)
