"""Habits and practices of which only the histories matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.model import Habit
from habits.practices import BY_SLUG
from habits.streaks import judge
from habits.streaks.standing import standing
from habits.today import HabitRow, PracticeRow
from tests import records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from habits.streaks import HabitHistory


def promise_of(history: HabitHistory) -> Habit:
    """Return a habit with a history."""
    return Habit(
        id=records.habit(history.created).id,
        practice="thanks",
        name="Thank someone",
        created=history.created,
        made_at=records.noon(history.created),
        cadences=history.cadences,
        archived=history.archived,
    )


def practice_of(histories: Sequence[HabitHistory], as_of: date, week_start: int) -> PracticeRow:
    """Return how a practice of habits with some histories stands."""
    judged = tuple(judge(history, as_of, week_start) for history in histories)
    habits = tuple(HabitRow(promise_of(by.history), standing(by), by.strip) for by in judged)
    return PracticeRow(BY_SLUG["thanks"], habits, None, judged)
