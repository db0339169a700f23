"""Rests: days that do not count, for everything, one practice, one habit or one person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.lookup import require_one
from habits.model import Pause
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from habits.model import Person
    from habits.service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """What rests: one practice, one habit, one person, or everything where none is named."""

    practice: str | None = None
    habit: UUID | None = None
    person: UUID | None = None


EVERYTHING = Scope()


def require_person(workspace: Workspace, word: str) -> Person:
    """Return the person that a word means: a handle, a name, the beginning of one, or an id's end.

    Raises:
        RefusedError: Nobody is meant, or several are.
    """
    people = workspace.ledger.people()
    handle = word.strip().removeprefix("@").casefold()
    for person in people:
        if person.handle == handle:
            return person
    see = "People are known once an entry names them, or by 'rapport person add NAME'."
    return require_one(handle, people, "person", see)


def pause(
    workspace: Workspace, first: date, last: date | None, scope: Scope = EVERYTHING
) -> Change:
    """Let days not count, from the first to the last, both included, or until further notice.

    Args:
        workspace: Where to store it.
        first: The first day; it may be past or to come.
        last: The last day, None while it is open.
        scope: What rests.

    Raises:
        RefusedError: The last day is before the first, or these days rest already.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        if last is not None and last < first:
            message = (
                f"The pause would end on {last.isoformat()}, before it begins on "
                f"{first.isoformat()}. Name the first day and then the last."
            )
            raise RefusedError(message)
        made = Pause(
            new_id(workspace.clock.now().instant),
            first,
            last,
            scope.practice,
            scope.habit,
            scope.person,
        )
        for known in workspace.ledger.pauses():
            if replace(known, id=made.id) == made:
                message = "These days rest already. 'rapport pause' lists all pauses."
                raise RefusedError(message)
        yield Op(codec.PAUSES, made.id, codec.pause_fields(made))

    return change_of(workspace.store.commit(propose))


def resume(workspace: Workspace, scope: Scope = EVERYTHING) -> Change:
    """End the pauses that run today, so that today counts again.

    Args:
        workspace: Where they are stored.
        scope: What rests; a pause of something else goes on.

    Raises:
        RefusedError: No such pause runs today.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        today = workspace.today
        running = [
            known
            for known in workspace.ledger.pauses()
            if known.scope == (scope.practice, scope.habit, scope.person) and today in known
        ]
        if not running:
            message = "No such pause runs today. 'rapport pause' lists all pauses."
            raise RefusedError(message)
        for known in running:
            yesterday = today - timedelta(days=1)
            ended = None if known.first == today else {"last": yesterday.isoformat()}
            yield Op(codec.PAUSES, known.id, ended)

    return change_of(workspace.store.commit(propose))
