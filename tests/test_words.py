"""Dates, streaks and statuses are told in the words of the design."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from habits.cadence import parse_cadence
from habits.streaks import HabitHistory, Standing, Status, evaluate
from habits.today import HabitRow
from habits.words import (
    cadence_words,
    day_words,
    full_day_words,
    habit_facts,
    habit_status_words,
    habit_words,
    status_words,
    streak_words,
)
from tests.records import habit

if TYPE_CHECKING:
    from habits.model import Habit

SUNDAY = date(2026, 11, 22)
NEXT_SUNDAY = date(2026, 11, 29)
STANDING = Standing(
    status=Status.ON_TRACK,
    current=0,
    best=0,
    total=0,
    rate=None,
    rate_90=None,
    score=0.0,
    completions=0,
    target=1,
    days_left=7,
    next_due=NEXT_SUNDAY,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (SUNDAY, "today"),
        (date(2026, 11, 21), "Sat 21"),
        (date(2026, 11, 23), "Mon 23"),
        (NEXT_SUNDAY, "Sun 29"),
        (date(2026, 12, 6), "Sun 6"),
        (date(2026, 11, 8), "Sun 8"),
        (date(2026, 12, 7), "7 Dec"),
        (date(2026, 11, 7), "7 Nov"),
        (date(2026, 3, 31), "31 Mar"),
        (date(2026, 1, 1), "1 Jan"),
        (date(2025, 12, 31), "31 Dec 2025"),
        (date(2027, 1, 31), "31 Jan 2027"),
    ],
)
def test_a_date_is_told_as_short_as_can_be(day: date, words: str) -> None:
    assert day_words(day, SUNDAY) == words


def test_a_near_date_needs_no_year_even_in_another_one() -> None:
    assert day_words(date(2027, 1, 3), date(2026, 12, 28)) == "Sun 3"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (SUNDAY, "Sun 22 Nov 2026 · week 47"),
        (date(2026, 12, 31), "Thu 31 Dec 2026 · week 53"),
        (date(2027, 1, 1), "Fri 1 Jan 2027 · week 53"),
        (date(2027, 1, 4), "Mon 4 Jan 2027 · week 1"),
    ],
)
def test_the_day_is_told_with_its_iso_week(day: date, words: str) -> None:
    assert full_day_words(day) == words


@pytest.mark.parametrize(
    ("count", "cadence", "words"),
    [
        (3, "daily", "3 days"),
        (1, "weekly", "1 week"),
        (7, "weekly", "7 weeks"),
        (7, "twice a week", "7 weeks"),
        (6, "monthly", "6 months"),
        (2, "quarterly", "2 quarters"),
        (1, "yearly", "1 year"),
        (8, "every 2 weeks", "8 × 2 wk"),
        (1, "every 2 weeks", "1 × 2 wk"),
        (4, "3 times every 10 days", "4 × 10 d"),
        (5, "every 2 months", "5 × 2 mo"),
        (5, "every 2 quarters", "5 × 2 qtr"),
        (5, "every 2 years", "5 × 2 yr"),
    ],
)
def test_a_streak_is_told_in_its_unit(count: int, cadence: str, words: str) -> None:
    assert streak_words(count, parse_cadence(cadence)) == words


@pytest.mark.parametrize("cadence", ["weekly", "every 2 weeks", "monthly"])
def test_after_a_change_of_cadence_a_streak_has_no_unit(cadence: str) -> None:
    assert streak_words(9, parse_cadence(cadence), changed=True) == "9 in a row"


@pytest.mark.parametrize("changed", [True, False])
def test_no_streak_is_no_number(*, changed: bool) -> None:
    assert streak_words(0, parse_cadence("weekly"), changed=changed) == ""


@pytest.mark.parametrize(
    ("status", "completions", "words"),
    [
        (Status.DONE, 2, "done · next by Sun 29"),
        (Status.OVERDUE, 0, "best 23, now 0 · open until Sun 29"),
        (Status.OVERDUE, 1, "best 23, now 0 · 1 of 2 · open until Sun 29"),
        (Status.DUE_TODAY, 0, "due today"),
        (Status.DUE_TODAY, 1, "1 of 2 · due today"),
        (Status.AT_RISK, 0, "3 days left"),
        (Status.AT_RISK, 1, "1 of 2 · 3 days left"),
        (Status.ON_TRACK, 0, "on track · by Sun 29"),
        (Status.ON_TRACK, 1, "1 of 2 · by Sun 29"),
        (Status.PAUSED, 0, "paused · next by Sun 29"),
        (Status.ARCHIVED, 0, "archived"),
    ],
)
def test_a_status_is_told_with_the_date_that_matters(
    status: Status, completions: int, words: str
) -> None:
    standing = replace(
        STANDING, status=status, best=23, completions=completions, target=2, days_left=3
    )
    assert status_words(standing, SUNDAY) == words


def test_what_is_open_until_today_is_told_so() -> None:
    standing = replace(STANDING, status=Status.OVERDUE, best=23, next_due=SUNDAY)
    assert status_words(standing, SUNDAY) == "best 23, now 0 · open until today"


def test_a_streak_that_never_was_is_not_told_as_lost() -> None:
    assert status_words(replace(STANDING, status=Status.OVERDUE), SUNDAY) == "open until Sun 29"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.DONE, "done"),
        (Status.OVERDUE, "best 5, now 0 · open"),
        (Status.ON_TRACK, "on track"),
        (Status.PAUSED, "paused"),
        (Status.ARCHIVED, "archived"),
    ],
)
def test_without_a_next_date_a_status_names_none(status: Status, words: str) -> None:
    assert status_words(replace(STANDING, status=status, best=5, next_due=None), SUNDAY) == words


def row(promise: Habit, standing: Standing) -> HabitRow:
    return HabitRow(promise, standing, ())


def test_a_habit_is_told_on_one_line() -> None:
    standing = replace(STANDING, status=Status.DONE, current=8, best=11)
    promise = habit(SUNDAY, "every 2 weeks", name="Share a customer story")
    assert habit_words(row(promise, standing), SUNDAY) == (
        "Share a customer story · every 2 weeks · 8 × 2 wk · done · next by Sun 29"
    )


def test_a_promise_is_told_for_whom_and_by_which_moves() -> None:
    promise = habit(SUNDAY, "monthly", moves=("quiet", "relay"), each_person=True)
    assert cadence_words(promise, SUNDAY) == ["monthly", "each person", "/quiet /relay"]
    assert habit_words(row(promise, replace(STANDING, completions=1, target=3)), SUNDAY) == (
        "Thank someone · monthly · each person · /quiet /relay · 1 of 3 · by Sun 29"
    )


def test_a_habit_for_each_person_tells_who_is_left_or_that_there_is_no_one_yet() -> None:
    promise = habit(SUNDAY, "monthly", each_person=True)
    nobody = row(promise, replace(STANDING, target=0, next_due=None))
    assert habit_status_words(nobody, SUNDAY) == "no one yet"
    two_left = row(promise, replace(STANDING, target=2, left=("Ana", "Tom")))
    assert habit_facts(two_left, SUNDAY)[-1] == ("still to reach", "Ana, Tom")


@pytest.mark.parametrize(("slips", "words"), [(0, "on track"), (1, "1 slip this week · limit 2")])
def test_a_limit_that_holds_tells_the_slips_there_were(slips: int, words: str) -> None:
    promise = habit(SUNDAY, "at most twice a week", practice="trust")
    standing = replace(STANDING, completions=slips, target=2, next_due=None)
    assert habit_status_words(row(promise, standing), SUNDAY) == words


def test_a_habit_without_a_streak_is_told_without_a_zero() -> None:
    assert habit_words(row(habit(SUNDAY), STANDING), SUNDAY) == (
        "Thank someone · weekly · on track · by Sun 29"
    )


@pytest.mark.parametrize(("begins", "streak"), [(0, "9 in a row"), (1, "9 weeks")])
def test_a_change_of_cadence_shows_in_the_streak_once_it_has_begun(
    begins: int, streak: str
) -> None:
    change = SUNDAY + timedelta(days=begins)
    promise = habit(date(2026, 1, 5), (date(2026, 1, 5), "weekly"), (change, "twice a week"))
    changed = row(promise, replace(STANDING, current=9))
    assert f" · {streak} · " in habit_words(changed, SUNDAY)
    assert dict(habit_facts(changed, SUNDAY))["streak"] == streak


def test_a_lost_streak_is_told_once_among_the_facts() -> None:
    lost = replace(STANDING, status=Status.OVERDUE, best=1)
    assert habit_facts(row(habit(SUNDAY), lost), SUNDAY) == [
        ("promise", "Thank someone, weekly"),
        ("status", "best 1, now 0, open until Sun 29"),
    ]
    none = replace(STANDING, status=Status.OVERDUE)
    assert dict(habit_facts(row(habit(SUNDAY), none), SUNDAY))["streak"] == "none yet"


@pytest.mark.parametrize(
    ("current", "best", "streak"),
    [
        (0, 0, "none yet"),
        (0, 23, "none yet, best 23"),
        (8, 11, "8 times 2 wk, best 11"),
        (8, 8, "8 times 2 wk"),
    ],
)
def test_facts_have_names_and_no_signs_to_spell(current: int, best: int, streak: str) -> None:
    standing = replace(STANDING, current=current, best=best)
    assert habit_facts(row(habit(SUNDAY, "every 2 weeks"), standing), SUNDAY) == [
        ("promise", "Thank someone, every 2 weeks"),
        ("streak", streak),
        ("status", "on track, by Sun 29"),
    ]


@pytest.mark.parametrize(
    ("count", "phrase", "words"),
    [
        (9, "never", "9 wk clean"),
        (3, "at most twice every 2 weeks", "3 × 2 wk clean"),
        (6, "every 3 days", "6 × 3 d"),
        (9, "every weekday", "9 in a row"),
    ],
)
def test_a_streak_of_each_kind_names_what_it_counts(count: int, phrase: str, words: str) -> None:
    assert streak_words(count, parse_cadence(phrase)) == words


def test_a_limit_that_is_passed_is_told_in_one_word() -> None:
    monday = date(2026, 11, 2)
    slipped = HabitHistory(monday, ((monday, parse_cadence("never")),), (monday,))

    assert status_words(evaluate(slipped, monday), monday) == "slipped"


def test_a_window_that_is_free_tells_no_progress_toward_the_next_one() -> None:
    free = replace(STANDING, completions=1, target=2, days_left=1, counts=False)

    assert status_words(free, SUNDAY) == "on track · by Sun 29"
    assert status_words(replace(free, counts=True), SUNDAY) == "1 of 2 · by Sun 29"
