"""Records know what is in force on a day and whom a pause covers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from uuid import UUID

import pytest

from habits.model import Pause
from habits.settings import Settings
from tests.records import habit

START = date(2026, 3, 2)
CHANGE = date(2026, 6, 1)
LATER = date(2026, 9, 7)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "phrase"),
    [
        (START - DAY, "weekly"),
        (START, "weekly"),
        (CHANGE - DAY, "weekly"),
        (CHANGE, "monthly"),
        (LATER - DAY, "monthly"),
        (LATER, "twice a week"),
        (date.max, "twice a week"),
    ],
)
def test_the_cadence_in_force_is_the_latest_that_has_begun(day: date, phrase: str) -> None:
    cadences = ((START, "weekly"), (CHANGE, "monthly"), (LATER, "twice a week"))
    assert {str(habit(START, *order).cadence(day)) for order in permutations(cadences)} == {phrase}


def test_of_two_cadences_from_one_day_the_later_pair_holds() -> None:
    promise = habit(START, (START, "weekly"), (START, "monthly"))
    assert str(promise.cadence(START)) == "monthly"
    assert not promise.was_changed(START)


def test_a_cadence_is_changed_once_another_has_begun() -> None:
    promise = habit(START, (START, "weekly"), (CHANGE, "monthly"))
    assert not promise.was_changed(CHANGE - DAY)
    assert promise.was_changed(CHANGE)


@pytest.mark.parametrize(
    ("practice", "of_it", "covered"),
    [
        (None, False, True),
        ("thanks", False, True),
        ("vision", False, False),
        (None, True, True),
        ("thanks", True, True),
        ("vision", True, False),
    ],
)
def test_a_pause_covers_everything_or_one_practice_or_one_habit(
    practice: str | None, *, of_it: bool, covered: bool
) -> None:
    promise = habit(START, practice="thanks")
    pause = Pause(UUID(int=0), START, None, practice, promise.id if of_it else None)
    assert pause.covers(promise) is covered


def test_a_pause_of_one_habit_leaves_its_neighbours_alone() -> None:
    pause = Pause(UUID(int=0), START, habit=habit(START).id)
    assert not pause.covers(habit(START))


@pytest.mark.parametrize("numbers", [(7, 0), (-1, 0), (0, 12), (0, -1)])
def test_no_week_begins_on_an_eighth_day_and_no_day_in_the_afternoon(
    numbers: tuple[int, int],
) -> None:
    with pytest.raises(ValueError, match="no week begins on"):
        Settings(*numbers)
