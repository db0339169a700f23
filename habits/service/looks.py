"""Looks: what a home holds, read as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.model import in_order
from habits.today import HabitRow, PracticeRow, Today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.change import Change
    from habits.model import Entry, FollowUp, Habit, Pause
    from habits.practices import Practice
    from habits.service.workspace import Workspace
    from habits.streaks import HabitHistory


def today(workspace: Workspace) -> Today:
    """Return the eight practices as they stand."""
    return Today(workspace.today, rows(workspace, workspace.practices.values()))


def rows(workspace: Workspace, practices: Iterable[Practice]) -> tuple[PracticeRow, ...]:
    """Return some practices as they stand, and as the home has them."""
    standings, eight = workspace.standings(), workspace.practices
    return tuple(standings.row(eight[practice.slug]) for practice in practices)


def touched(workspace: Workspace, change: Change) -> tuple[Practice, ...]:
    """Return the practices whose rows a change touches.

    Who is named for the first time, whatever the practice, joins all habits that hold for each
    person. Whose name changes may be named in any row.
    """
    if any(altered.before is not None for altered in change.people):
        return tuple(workspace.practices.values())
    slugs = set(change.slugs)
    if change.people or any(altered.either.people for altered in change.entries):
        slugs |= {habit.practice for habit in workspace.ledger.habits() if habit.each_person}
    return tuple(practice for slug, practice in workspace.practices.items() if slug in slugs)


def to_be_started(workspace: Workspace, change: Change) -> Practice | None:
    """Return the archived practice that was logged now for the first time since; None mostly.

    It is offered to be started then, and not again with every entry.
    """
    for entry in change.came:
        (row,) = rows(workspace, [workspace.practices[entry.practice]])
        if row.is_active:
            continue
        archived = [each.habit.archived for each in row.habits if each.habit.archived]
        others = (each for each in workspace.ledger.entries_of(entry.practice) if each != entry)
        if all(each.date < max(archived) for each in others):
            return row.practice
    return None


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Return all entries, by date and then in the order in which they were logged."""
    return tuple(sorted(workspace.ledger.entries(), key=in_order))


def pauses(workspace: Workspace) -> tuple[Pause, ...]:
    """Return all pauses, the earliest first."""
    return tuple(sorted(workspace.ledger.pauses(), key=lambda pause: (pause.first, pause.id.int)))


def follow_ups(workspace: Workspace) -> tuple[FollowUp, ...]:
    """Return the follow-ups that are not done, the one that is due first at the beginning."""
    open_ = [each for each in workspace.ledger.follow_ups() if each.done is None]
    return tuple(sorted(open_, key=lambda each: (each.due, each.made_at, each.id.int)))


def next_pause(workspace: Workspace, habit: Habit) -> Pause | None:
    """Return the pause to come that a habit comes to first; None where none is planned."""
    today = workspace.today
    later = [each for each in workspace.ledger.pauses() if each.first > today]
    planned = [each for each in later if each.covers(habit)]
    return min(planned, key=lambda pause: pause.first, default=None)


def names(workspace: Workspace, change: Change | None = None) -> Mapping[UUID, str]:
    """Return the names of all people by their ids, of those too who came or went with a change."""
    known = workspace.ledger.names_of_people()
    if change is None:
        return known
    new, gone = (
        {person.id: person.name for person in people}
        for people in (change.new_people, change.gone_people)
    )
    return {**new, **known, **gone}


def handles(workspace: Workspace) -> Mapping[str, str]:
    """Return the names of all people by their handles."""
    return {person.handle: person.name for person in workspace.ledger.people()}


def habits(workspace: Workspace) -> tuple[HabitRow, ...]:
    """Return all habits as they stand, by practice."""
    return tuple(habit for row in today(workspace).rows for habit in row.habits)


def habit_row(workspace: Workspace, key: UUID) -> HabitRow:
    """Return a habit as it stands.

    Raises:
        RefusedError: There is none of this id.
    """
    for row in habits(workspace):
        if row.habit.id == key:
            return row
    message = "The habit is gone: it was taken back elsewhere."
    raise RefusedError(message)


def words_of(workspace: Workspace, change: Change, deed: str = "") -> list[str]:
    """Return what a change meant, in words, a line for each record that it tells of.

    Args:
        workspace: Where it happened.
        change: The change.
        deed: What is said before each line, in a word: "Archived"; the line does not say it again.
    """
    names = labels(workspace, change)
    # Imported on need: to look at a home takes no words for what changed in it.
    from habits.change_words import change_words  # noqa: PLC0415

    meant = change.as_meant(workspace.ledger.whom())
    return change_words(meant, names, workspace.today, workspace.practices, deed)


def labels(workspace: Workspace, change: Change | None = None) -> Mapping[UUID, str]:
    """Return the names of people and habits by their ids, of those who went with a change too."""
    gone = [altered.either for altered in change.habits] if change else []
    touched = {habit.id: habit.name for habit in gone}
    return {**touched, **workspace.ledger.names_of_habits(), **names(workspace, change)}


def history(workspace: Workspace, habit: Habit) -> HabitHistory:
    """Return the history of a habit."""
    return workspace.standings().history(habit)
