"""Promises: habits added, changed, archived, restored and skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import promises
from habits.change import Change, change_of
from habits.counting import is_archived
from habits.errors import RefusedError
from habits.lookup import require_one
from habits.model import Habit, Pause
from habits.promises import NO_WORDS, Words
from habits.quicklog import require_move
from habits.record import dataclass, replace
from habits.service.looks import history
from habits.service.rewrites import difference, restoring
from habits.skip import skipped_days
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.practices import Practice
    from habits.service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Promise:
    """What a habit promises.

    Attributes:
        name: The promise in words.
        cadence: How often.
        moves: The moves it counts, each by its slug or the beginning of it; empty for all.
        each_person: Whether every engineer is to be reached separately.
        words: What its user says of it.
    """

    name: str
    cadence: Cadence
    moves: tuple[str, ...] = ()
    each_person: bool = False
    words: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be different about a habit; None leaves it as it is.

    Attributes:
        name: The promise in words.
        cadence: How often.
        since: The day from which the cadence holds; None for today.
        moves: The moves it counts; empty for all of them.
        anchor: After or at what it is done; empty for nothing.
        reason: Why it is promised; empty for no reason.
        plan: What is done in place of a slip; empty for nothing.
    """

    name: str | None = None
    cadence: Cadence | None = None
    since: date | None = None
    moves: tuple[str, ...] | None = None
    anchor: str | None = None
    reason: str | None = None
    plan: str | None = None


def require_habit(workspace: Workspace, word: str) -> Habit:
    """Return the habit that a word means: its name, the beginning of it, or the end of its id.

    Raises:
        RefusedError: None is meant, or several are.
    """
    today = workspace.today
    live_first = sorted(workspace.ledger.habits(), key=lambda habit: is_archived(habit, today))
    return require_one(word, live_first, "habit", "'rapport habits' lists them.")


def add_habit(
    workspace: Workspace, practice: Practice, promise: Promise, since: date | None = None
) -> Change:
    """Add a habit to a practice.

    Args:
        workspace: Where to add it.
        practice: The practice it belongs to.
        promise: What it promises.
        since: The day from which it is promised; None for today.

    Raises:
        RefusedError: Its name is taken, or what it counts does not go with its cadence.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        now, mine = workspace.clock.now(), workspace.practices[practice.slug]
        moves = _moves(promise.moves, mine)
        promises.require_countable(mine, promise.cadence, moves, each_person=promise.each_person)
        today = workspace.day_of(now)
        created = since or today
        habit = Habit(
            id=new_id(now.instant),
            practice=practice.slug,
            name=promises.require_promise(promise.name, mine, _beside(workspace, mine), today),
            created=created,
            made_at=now.instant,
            cadences=((created, promise.cadence),),
            moves=moves,
            each_person=promise.each_person,
        )
        habit = promises.with_words(habit, promise.words)
        yield Op(codec.HABITS, habit.id, codec.habit_fields(habit))

    return change_of(workspace.store.commit(propose))


def edit_habit(workspace: Workspace, key: UUID, edit: Edit) -> Change:
    """Change a habit's name, its cadence from a day on, what it counts, or what is said of it.

    Another cadence leaves what is past as it was judged; other moves count everything anew.

    Raises:
        RefusedError: The new values do not go together, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(workspace.store.commit(lambda: editing(workspace, key, edit)))


def editing(workspace: Workspace, key: UUID, edit: Edit) -> Iterable[Op]:
    """Return what changes a habit, for an act; refuses as `edit_habit`."""

    def edited(habit: Habit) -> Habit:
        today, practice = workspace.today, workspace.practices[habit.practice]
        if edit.cadence is not None:
            habit = promises.with_cadence(habit, edit.cadence, edit.since, today)
        if edit.moves is not None:
            habit = replace(habit, moves=_moves(edit.moves, practice))
        if edit.name is not None:
            beside = [each for each in _beside(workspace, practice) if each.id != key]
            habit = replace(
                habit, name=promises.require_promise(edit.name, practice, beside, today)
            )
        for _, cadence in habit.cadences:
            promises.require_countable(
                practice, cadence, habit.moves, each_person=habit.each_person
            )
        return promises.with_words(habit, Words(edit.anchor, edit.reason, edit.plan))

    before = require_promised(workspace, key)
    return difference(before, edited(before))


def archive_habit(workspace: Workspace, key: UUID, on: date | None = None) -> Change:
    """Archive a habit, today or on an earlier day; its entries stay.

    Raises:
        RefusedError: It is archived already, or had not begun then.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(workspace.store.commit(lambda: archiving(workspace, key, on)))


def archiving(workspace: Workspace, key: UUID, on: date | None = None) -> Iterable[Op]:
    """Return what archives a habit, for an act; refuses as `archive_habit`."""
    before = require_promised(workspace, key)
    return difference(before, promises.archived(before, on, workspace.today))


def restore_habit(workspace: Workspace, key: UUID) -> Change:
    """Restore a habit; the days on which it was archived become a pause.

    Raises:
        RefusedError: It is not archived, or counts what its practice no longer knows.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(
        workspace.store.commit(lambda: restoring(workspace, require_promised(workspace, key)))
    )


def skip_habit(workspace: Workspace, key: UUID) -> Change:
    """Skip the running period of a habit; its streak is held, and nothing is added.

    Raises:
        RefusedError: Nothing is open, or it is too late.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        now = workspace.clock.now()
        habit = require_promised(workspace, key)
        days = skipped_days(
            habit,
            history(workspace, habit),
            workspace.day_of(now),
            workspace.settings.week_start,
        )
        pause = Pause(new_id(now.instant), *days, habit=key)
        yield Op(codec.PAUSES, pause.id, codec.pause_fields(pause))

    return change_of(workspace.store.commit(propose))


def require_promised(workspace: Workspace, key: UUID) -> Habit:
    """Return a habit as it was laid down.

    Raises:
        RefusedError: It is gone.
    """
    for habit in workspace.ledger.habits():
        if habit.id == key:
            return habit
    message = "The habit is gone: it was taken back elsewhere. Nothing has changed."
    raise RefusedError(message)


def _beside(workspace: Workspace, practice: Practice) -> list[Habit]:
    return [habit for habit in workspace.ledger.habits() if habit.practice == practice.slug]


def _moves(words: Iterable[str], practice: Practice) -> tuple[str, ...]:
    return tuple(dict.fromkeys(require_move(word, practice) for word in words))
