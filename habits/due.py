"""What is due: the habits that are to be kept now, and how it is said in a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.streaks import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.model import FollowUp
    from habits.streaks import Judgement
    from habits.today import HabitRow, PracticeRow

OPEN: Final = (Status.DUE_TODAY, Status.OVERDUE, Status.AT_RISK)
"""What is told as due, the most urgent first."""


def due_habits(rows: Iterable[PracticeRow]) -> list[HabitRow]:
    """Return the habits that want something now, the most urgent first, else by practice."""
    open_ = [each for row in rows for each in row.live if each.standing.status in OPEN]
    return sorted(open_, key=lambda each: OPEN.index(each.standing.status))


def due_follow_ups(follow_ups: Iterable[FollowUp], today: date) -> list[FollowUp]:
    """Return the follow-ups that are due today or late."""
    return [each for each in follow_ups if each.due <= today]


def segment(judged: Iterable[Judgement], follow_ups: Iterable[FollowUp], today: date) -> str:
    """Return how much has its last day today, for the prompt of a shell; nothing for nothing.

    What has days left is not told: a prompt is read a hundred times a day.
    """
    habits = sum(each.has_last_day for each in judged)
    count = habits + len(due_follow_ups(follow_ups, today))
    return f"{count} due" if count else ""
