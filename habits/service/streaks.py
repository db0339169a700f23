"""Review of streaks: the practices by week, and a habit or a practice looked back on."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.counting import counts
from habits.errors import RefusedError, StoreError
from habits.review.practice_weeks import practice_weeks as weeks_of_practices
from habits.review.reviewed import reviewed_habit, reviewed_practice
from habits.review.streak_review import review_of
from habits.service.looks import rows
from habits.store.days import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from habits.model import Entry, Habit
    from habits.practices import Practice
    from habits.review.practice_weeks import PracticeWeeks
    from habits.review.streak_review import StreakReview
    from habits.service.workspace import Workspace
    from habits.streaks import Judgement

_AFTER_ALL: Final = 1 << 128
"""An integer that is greater than that of any id."""


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
    practice, basis = workspace.practices[slug], workspace.standings().basis
    if habit_id is None:
        (row,) = rows(workspace, [practice])
        reviewed = reviewed_practice(row, _acts(workspace, practice), basis.as_of)
    else:
        reviewed = reviewed_habit(*_require(workspace, practice, habit_id))
    return review_of(reviewed, year, basis.week_start)


def practice_weeks(workspace: Workspace, first: date, last: date) -> PracticeWeeks:
    """Return the practices by week, for the weeks that hold the days from a first to a last one.

    Raises:
        StoreError: A record cannot be understood.
    """
    standings = workspace.standings()
    with_acts = (
        (row, _acts(workspace, row.practice))
        for row in rows(workspace, workspace.practices.values())
    )
    return weeks_of_practices(with_acts, first, last, standings.basis)


def years_of(workspace: Workspace) -> range:
    """Return the years from that of the first act to the present one.

    Raises:
        StoreError: A practice cannot be understood.
    """
    this_year = workspace.today.year
    firsts = (
        min(acts).year
        for practice in workspace.practices.values()
        if (acts := _acts(workspace, practice))
    )
    return range(min([*firsts, this_year]), this_year + 1)


def acts_on(workspace: Workspace, slug: str, habit_id: UUID | None, day: date) -> tuple[Entry, ...]:
    """Return the entries that a day of a heat map counts, the one that came last first.

    Args:
        workspace: The home.
        slug: The slug of the practice.
        habit_id: The id of the habit; None for the practice as a whole.
        day: The day.

    Raises:
        RefusedError: The practice has no such habit any more.
        StoreError: A record cannot be understood.
    """
    practice = workspace.practices[slug]
    entries = [each for each in _entries_on(workspace, day) if each.practice == slug]
    if habit_id is not None:
        habit = _require(workspace, practice, habit_id)[0]
        return tuple(entry for entry in entries if counts(habit, entry, practice))
    slips = _slips(practice)
    return tuple(entry for entry in entries if entry.move not in slips)


def _entries_on(workspace: Workspace, day: date) -> Iterator[Entry]:
    """Yield the entries of a day, the one that came last first; no other is read for it."""
    places, text = workspace.ledger.days().places, day.isoformat()
    for place in islice(places, number_of(places, (text, _AFTER_ALL)), None):
        if place[0] != text:
            return
        # One that cannot be understood is of no kind.
        with suppress(StoreError):
            if entry := workspace.ledger.entry(UUID(int=place[1])):
                yield entry


def _require(workspace: Workspace, practice: Practice, habit_id: UUID) -> tuple[Habit, Judgement]:
    (row,) = rows(workspace, [practice])
    for each, judgement in zip(row.habits, row.judged, strict=True):
        if each.habit.id == habit_id:
            return each.habit, judgement
    message = "The habit is gone: it was taken back elsewhere."
    raise RefusedError(message)


def _acts(workspace: Workspace, practice: Practice) -> Mapping[date, int]:
    return workspace.ledger.counts().of(practice.slug, _slips(practice))


def _slips(practice: Practice) -> set[str | None]:
    return {move.slug for move in practice.moves if move.slip}
