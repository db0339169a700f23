"""Follow-ups: how they are told, how old they are, and which of them an act proposes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.follow_ups import (
    days_late,
    due_soon,
    follow_up_words,
    late_words,
    open_words,
    proposal_words,
    proposals,
)
from habits.model import FollowUp
from habits.practices import PRACTICES
from habits.quicklog import Draft
from tests.strategies import texts, untimed

SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MAYA = UUID(int=7)


def follow_up(
    due: date = SUNDAY, *, age: int = 0, done: date | None = None, people: tuple[UUID, ...] = ()
) -> FollowUp:
    made_at = NOON - timedelta(days=age)
    return FollowUp(UUID(int=1), "back to\nsupport", due, made_at, people, done=done)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (SUNDAY, "back to support · today · Maya"),
        (date(2026, 11, 21), "back to support · Sat 21 · 1 day late · Maya"),
        (date(2026, 11, 20), "back to support · Fri 20 · 2 days late · Maya"),
        (date(2026, 11, 23), "back to support · Mon 23 · Maya"),
    ],
)
def test_one_is_told_with_its_day_how_late_it_is_and_whom_it_concerns(
    due: date, words: str
) -> None:
    assert follow_up_words(follow_up(due, people=(MAYA,)), {MAYA: "Maya"}, SUNDAY) == words


def test_one_that_is_done_is_not_late() -> None:
    assert days_late(follow_up(date(2026, 11, 1), done=SUNDAY), SUNDAY) == 0
    assert not late_words(0)


def test_what_is_late_or_due_within_a_week_is_told_and_the_rest_is_not_yet() -> None:
    days = [SUNDAY + timedelta(days=number) for number in (-30, 0, 7, 8)]
    assert [each.due for each in due_soon(map(follow_up, days), SUNDAY)] == days[:3]


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ([0], "1 open, median age 0 days"),
        ([1], "1 open, median age 1 day"),
        ([9, 1, 3], "3 open, median age 3 days"),
        ([9, 1, 3, 5], "4 open, median age 3 days"),
        ([-2], "1 open, median age 0 days"),
    ],
)
def test_the_open_ones_are_summed_up_with_their_median_age(ages: list[int], words: str) -> None:
    assert open_words([follow_up(age=age) for age in ages], SUNDAY, NOON) == words


def test_late_ones_are_counted_where_there_are_some() -> None:
    known = [follow_up(date(2026, 11, 20)), follow_up()]
    assert open_words(known, SUNDAY, NOON) == "2 open, 1 late, median age 0 days"


def test_an_act_of_an_ally_proposes_two_in_three_and_in_fourteen_days() -> None:
    said = proposals("respect", Draft(move="ally", what="the export timeout"), SUNDAY)

    assert [(each.text, each.days, each.due) for each in said] == [
        ("is it solved: the export timeout", 3, date(2026, 11, 25)),
        ("back to them: the export timeout", 14, date(2026, 12, 6)),
    ]
    assert proposal_words(said, SUNDAY) == "is it solved (Wed 25), back to them (Sun 6)"


def test_a_stub_proposes_them_without_what_happened() -> None:
    said = proposals("respect", Draft(move="ally"), SUNDAY)
    assert [each.text for each in said] == ["is it solved", "back to them"]


@pytest.mark.parametrize("practice", [practice.slug for practice in PRACTICES])
def test_no_other_act_proposes_any(practice: str) -> None:
    assert proposals(practice, Draft(), SUNDAY) == ()
    assert proposals(practice, Draft(move="skill", what="the fix"), SUNDAY) == ()
    assert bool(proposals(practice, Draft(move="ally"), SUNDAY)) == (practice == "respect")


@untimed
@given(texts)
def test_whatever_happened_what_is_proposed_fits_on_one_line(what: str) -> None:
    for each in proposals("respect", Draft(move="ally", what=what), SUNDAY):
        assert each.text.startswith(each.label)
        assert len(each.text) <= 74
        assert "\n" not in each.text


@untimed
@given(st.lists(st.integers(0, 400), min_size=1, max_size=9))
def test_at_least_half_are_as_young_as_the_median_and_half_as_old(ages: list[int]) -> None:
    told = open_words([follow_up(age=age) for age in ages], SUNDAY, NOON)
    median = int(told.split("median age ")[1].split()[0])
    assert median in ages
    assert 2 * sum(age <= median for age in ages) >= len(ages)
    assert 2 * sum(age >= median for age in ages) >= len(ages)
