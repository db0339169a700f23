"""Practices: named otherwise, taught moves, started and archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import promises
from habits.change import Change, change_of
from habits.counting import is_archived
from habits.errors import RefusedError
from habits.model import OwnPractice
from habits.practice_edits import PracticeEdit, edited
from habits.practices import BY_SLUG
from habits.service.rewrites import difference, restoring
from habits.store import Op, codec, practice_codec
from habits.store.ids import fixed_id
from habits.store.ops import changed_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from habits.model import Habit
    from habits.practices import Practice
    from habits.service.workspace import Workspace

__all__ = [
    "PracticeEdit",
    "archive_practice",
    "choose_practices",
    "edit_practice",
    "rewriting",
    "start_practice",
]


def edit_practice(workspace: Workspace, practice: Practice, edit: PracticeEdit) -> Change:
    """Name a practice otherwise, and add, change or drop a move; its entries stay.

    Raises:
        RefusedError: It cannot be so, a live habit counts the move, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        eight = workspace.practices
        before = eight[practice.slug]
        after = edited(before, edit, eight, _live(workspace, practice))
        if after == before:
            message = "Nothing would change. Say what is to be different."
            raise RefusedError(message)
        yield rewriting(workspace, after)

    return change_of(workspace.store.commit(propose))


def rewriting(workspace: Workspace, after: Practice) -> Op:
    """Return the operation that makes one of the eight what it is to be."""
    own = _record(workspace.practices[after.slug])
    is_there = own.id in workspace.store.table(codec.PRACTICES)
    known = practice_codec.practice_fields(own) if is_there else {}
    fields = changed_fields(known, practice_codec.practice_fields(_record(after)))
    return Op(codec.PRACTICES, own.id, fields)


def start_practice(workspace: Workspace, practice: Practice) -> Change:
    """Start a practice: its first promise is made, or restored where it had counted something.

    One that counted something goes on, and the days between become a pause; one that never did
    begins today.

    Raises:
        RefusedError: It is started already.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(workspace.store.commit(lambda: _starting(workspace, practice)))


def archive_practice(workspace: Workspace, practice: Practice) -> Change:
    """Archive all habits of a practice today; its entries stay, and it can still be logged.

    Raises:
        RefusedError: None of its habits is live.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(workspace.store.commit(lambda: _archiving(workspace, practice)))


def choose_practices(workspace: Workspace, slugs: Collection[str]) -> Change:
    """Let some practices be started and all others archived, in one act.

    Args:
        workspace: The home.
        slugs: The slugs of those that are to be started.

    Raises:
        RefusedError: They are those that are started.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        steps = list(_choosing(workspace, slugs))
        if not steps:
            message = "These are the practices that are started already."
            raise RefusedError(message)
        yield from steps

    return change_of(workspace.store.commit(propose))


def _choosing(workspace: Workspace, slugs: Collection[str]) -> Iterator[Op]:
    for slug, practice in workspace.practices.items():
        is_live = bool(_live(workspace, practice))
        if slug in slugs and not is_live:
            yield from _starting(workspace, practice)
        elif slug not in slugs and is_live:
            yield from _archiving(workspace, practice)


def _starting(workspace: Workspace, practice: Practice) -> Iterator[Op]:
    key = fixed_id(codec.HABITS, practice.slug)
    known = next((habit for habit in workspace.ledger.habits() if habit.id == key), None)
    if known is None:
        yield _anew(workspace, practice)
        return
    now = workspace.clock.now()
    today = workspace.day_of(now)
    if not is_archived(known, today):
        name = workspace.practices[practice.slug].name
        message = f"{name} is started already. 'rapport habits' shows how it stands."
        raise RefusedError(message)
    if _has_counted(workspace, known):
        yield from restoring(workspace, known)
    else:
        yield from difference(known, promises.begun(known, today, now.instant))


def _archiving(workspace: Workspace, practice: Practice) -> Iterator[Op]:
    live = _live(workspace, practice)
    if not live:
        mine = workspace.practices[practice.slug]
        message = (
            f"{mine.name} is archived already. 'rapport practice start {mine.slug}' starts it."
        )
        raise RefusedError(message)
    for habit in live:
        yield from difference(habit, promises.archived(habit, None, workspace.today))


def _live(workspace: Workspace, practice: Practice) -> list[Habit]:
    return [
        habit
        for habit in workspace.ledger.habits()
        if habit.practice == practice.slug and not is_archived(habit, workspace.today)
    ]


def _has_counted(workspace: Workspace, habit: Habit) -> bool:
    """Return whether a habit counted anything while it was kept: since then its figures rest."""
    row = workspace.standings().row(workspace.practices[habit.practice])
    return any(each.standing.total for each in row.habits if each.habit.id == habit.id)


def _anew(workspace: Workspace, practice: Practice) -> Op:
    """Return the operation that makes a flagship where a home has lost its own."""
    # Imported on need: hardly any home lacks one.
    from habits.defaults import flagship  # noqa: PLC0415

    now = workspace.clock.now()
    habit = flagship(BY_SLUG[practice.slug], workspace.day_of(now), now)
    return Op(codec.HABITS, habit.id, codec.habit_fields(habit))


def _record(practice: Practice) -> OwnPractice:
    """Return what a home keeps of a practice: its moves only where they are not the first ones."""
    moves = None if practice.moves == BY_SLUG[practice.slug].moves else practice.moves
    key = fixed_id(codec.PRACTICES, practice.slug)
    return OwnPractice(key, practice.slug, practice.name, moves)
