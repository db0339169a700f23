"""Review of streaks: the practices by week, and a habit or a practice looked back on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.review.practice_weeks import practice_weeks as weeks_of_practices
from habits.review.practice_weeks import span_of
from habits.review.reviewed import reviewed_habit, reviewed_practice
from habits.review.streak_review import review_of
from habits.service.looks import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from habits.practices import Practice
    from habits.review.practice_weeks import PracticeWeeks
    from habits.review.streak_review import StreakReview
    from habits.service.workspace import Workspace


def streak_review(
    workspace: Workspace, slug: str, habit_id: UUID | None, year: int
) -> StreakReview:
    """Return a habit, or a practice as a whole, looked back on.

    Args:
        workspace: The home.
        slug: The slug of the practice.
        habit_id: The id of the habit; None for the practice as a whole.
        year: The calendar year that is looked at.

    Raises:
        RefusedError: The practice has no such habit any more.
        StoreError: A record cannot be understood.
    """
    practice, week_start = workspace.practices[slug], workspace.settings.week_start
    (row,) = rows(workspace, [practice])
    if habit_id is None:
        whole = reviewed_practice(row, _acts(workspace, practice), workspace.today)
        return review_of(whole, year, week_start)
    for habit, judgement in zip(row.habits, row.judged, strict=True):
        if habit.habit.id == habit_id:
            return review_of(reviewed_habit(habit.habit, judgement), year, week_start)
    message = "The habit is gone: it was taken back elsewhere."
    raise RefusedError(message)


def practice_weeks(workspace: Workspace, first: date, last: date) -> PracticeWeeks:
    """Return the practices by week, for the weeks that hold the days from a first to a last one.

    Raises:
        StoreError: A record cannot be understood.
    """
    today = workspace.today
    span = span_of(first, last, today, workspace.settings.week_start)
    standing = rows(workspace, workspace.practices.values())
    with_acts = [(row, _acts(workspace, row.practice)) for row in standing]
    return weeks_of_practices(with_acts, today, span)


def years_of(workspace: Workspace) -> range:
    """Return the years from that of the first entry to the present one."""
    this_year = workspace.today.year
    places = workspace.ledger.days().places
    dated = (day for day, _ in reversed(places) if day)
    return range(min(int(next(dated, str(this_year))[:4]), this_year), this_year + 1)


def _acts(workspace: Workspace, practice: Practice) -> Mapping[date, int]:
    slips = {move.slug for move in practice.moves if move.slip}
    days = workspace.ledger.counts().of(practice.slug, slips)
    return {date.fromisoformat(day): count for day, count in days.items() if count}
