"""Counting: which entries a habit counts, and the history that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.practices import BY_SLUG
from habits.streaks import HabitHistory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.model import Entry, Habit, Pause


def counts(habit: Habit, entry: Entry) -> bool:
    """Return whether a habit counts an entry.

    It counts those of its practice that are no slips, or only the moves it names; dated from its
    start, or logged after it was made and backdated. Older entries are no part of a promise that
    was not made yet.
    """
    if entry.practice != habit.practice or not _counts_move(habit, entry.move):
        return False
    return entry.date >= habit.created or entry.logged_at >= habit.made_at


def history_of(habit: Habit, entries: Iterable[Entry], pauses: Iterable[Pause]) -> HabitHistory:
    """Return a habit's history from the entries it counts and the pauses that cover it."""
    return HabitHistory(
        created=habit.created,
        cadences=habit.cadences,
        logs=tuple(entry.date for entry in entries if counts(habit, entry)),
        pauses=tuple((pause.first, pause.last) for pause in pauses if pause.covers(habit)),
        archived=habit.archived,
    )


def is_archived(habit: Habit, as_of: date) -> bool:
    """Return whether a habit is laid down on a day."""
    return habit.archived is not None and habit.archived <= as_of


def _counts_move(habit: Habit, slug: str | None) -> bool:
    if habit.moves:
        return slug in habit.moves
    move = BY_SLUG[habit.practice].move(slug) if slug else None
    return move is None or not move.slip
