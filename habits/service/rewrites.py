"""Rewrites: the operations that make one habit another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import promises
from habits.errors import RefusedError
from habits.model import Pause
from habits.store import Op, codec
from habits.store.ids import new_id
from habits.store.ops import changed_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.model import Habit
    from habits.service.workspace import Workspace


def difference(before: Habit, after: Habit) -> Iterator[Op]:
    """Yield the operation that changes only the fields that differ.

    Raises:
        RefusedError: None does.
    """
    fields = changed_fields(codec.habit_fields(before), codec.habit_fields(after))
    if not fields:
        message = "Nothing would change. Say what is to be different."
        raise RefusedError(message)
    yield Op(codec.HABITS, before.id, fields)


def restoring(
    workspace: Workspace, before: Habit, words: promises.Words = promises.NO_WORDS
) -> Iterator[Op]:
    """Yield the operations that bring a habit back, and let the days between rest.

    Args:
        workspace: Where it is stored.
        before: The habit as it was laid down.
        words: What its user says of it from now on.

    Raises:
        RefusedError: It is not archived, or counts what its practice no longer knows.
    """
    now = workspace.clock.now()
    after, gap = promises.restored(promises.with_words(before, words), workspace.day_of(now))
    promises.require_known(workspace.practices[before.practice], before)
    yield from difference(before, after)
    if gap is not None:
        pause = Pause(new_id(now.instant), *gap, habit=before.id)
        yield Op(codec.PAUSES, pause.id, codec.pause_fields(pause))
