"""Slips are told as what they are, and answered with the plan, without blame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from habits.cadence import Limit, parse_cadence
from habits.practices import BY_SLUG
from habits.slips import next_time, plan_words, slip_words
from tests.records import entry, habit

SUNDAY = date(2026, 11, 22)
TRUST = BY_SLUG["trust"]
LIMIT = replace(habit(SUNDAY, "never", practice="trust"), plan="I ask which options they see")
SLIP = entry(SUNDAY, practice="trust", move="dictated")


@pytest.mark.parametrize(
    ("count", "phrase", "words"),
    [
        (1, "never", "1 slip this week"),
        (3, "at most twice a week", "3 slips this week · limit 2"),
        (1, "at most once a month", "1 slip this month · limit 1"),
        (2, "at most once a day", "2 slips today · limit 1"),
        (2, "at most once every 2 weeks", "2 slips in these 2 weeks · limit 1"),
    ],
)
def test_they_are_counted_in_the_period_that_runs(count: int, phrase: str, words: str) -> None:
    limit = parse_cadence(phrase)
    assert isinstance(limit, Limit)
    assert slip_words(count, limit) == words


def test_a_plan_is_told_where_there_is_one() -> None:
    assert plan_words(LIMIT) == ["instead: I ask which options they see"]
    assert plan_words(habit(SUNDAY)) == []


def test_a_slip_is_answered_with_the_plans_of_those_who_count_it_each_once() -> None:
    rare = replace(LIMIT, plan="I write the question first")
    silent = replace(LIMIT, plan="")

    assert next_time(SLIP, [LIMIT], TRUST) == "next time: I ask which options they see"
    assert next_time(SLIP, [LIMIT, silent, rare, LIMIT], TRUST) == (
        "next time: I ask which options they see; I write the question first"
    )


def test_nothing_else_is_answered() -> None:
    earlier = entry(SUNDAY - timedelta(days=1), practice="trust", move="dictated")
    assert not next_time(entry(SUNDAY, practice="trust"), [LIMIT], TRUST)
    assert not next_time(earlier, [LIMIT], TRUST)
    assert not next_time(SLIP, [], TRUST)
    assert not next_time(SLIP, [replace(LIMIT, moves=("other",))], TRUST)
