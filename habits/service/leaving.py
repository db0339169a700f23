"""Leaving: the last day of somebody who goes for good, and the day on which they are here again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.model import Pause
from habits.record import replace
from habits.service.roster import known_person, rewrite, rewriting
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from habits.model import Person
    from habits.service.workspace import Workspace


def leave(workspace: Workspace, key: UUID, on: date | None = None) -> Change:
    """Let somebody have left for good; their entries stay.

    Args:
        workspace: Where it is stored.
        key: The person's id.
        on: Their last day, past or to come; None for today.

    Raises:
        RefusedError: They are gone, it is before they joined, or their last day already.
        StoreError: It could not be made durable; nothing has changed.
    """
    last = on or workspace.today

    def make(person: Person) -> Person:
        if person.left == last:
            message = (
                f"{last.isoformat()} is the last day of {person.name} already. "
                "Name another one, or let them be here again."
            )
            raise RefusedError(message)
        return replace(person, left=last)

    return rewrite(workspace, key, make)


def come_back(workspace: Workspace, key: UUID, on: date | None = None) -> Change:
    """Let somebody who left be here again; the days between are days on which they were away.

    Habits that hold for each person so do not ask for them between, and before and after they do.

    Args:
        workspace: Where it is stored.
        key: The person's id.
        on: The first day on which they are here again; None for today, or where their last day is
            still to come as if they never were to go.

    Raises:
        RefusedError: They are gone, have not left, or would be back before they left.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        left = known_person(workspace, key).left
        if left is None:
            message = "They have not left. 'rapport resume --person' ends an absence."
            raise RefusedError(message)
        after = left + timedelta(days=1)
        back = on or max(workspace.today, after)
        if back < after:
            message = f"They left on {left.isoformat()}. Name a later day on which they came back."
            raise RefusedError(message)
        yield rewriting(workspace, key, lambda person: replace(person, left=None))
        if back > after:
            made = new_id(workspace.clock.now().instant)
            away = Pause(made, after, back - timedelta(days=1), person=key)
            yield Op(codec.PAUSES, away.id, codec.pause_fields(away))

    return change_of(workspace.store.commit(propose))
