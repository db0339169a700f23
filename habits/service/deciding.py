"""Deciding: which habits are kept as they are, changed or retired, in a look back.

Each decision is stored at once, with what it does, as one act: so to take it back takes both back,
and a look back that was left goes on where it was left, here or on another machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.record import replace
from habits.reviews import Decided, Decision, Review, ReviewKind
from habits.service.promises import Edit, archiving, editing, require_promised
from habits.service.rewrites import restoring
from habits.service.week_records import review_of, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.change import Change
    from habits.review.look_back import Look
    from habits.service.workspace import Workspace
    from habits.store import Op


def decided_in(workspace: Workspace, look: Look) -> Mapping[UUID, Decided]:
    """Return what was decided about habits in a look back, by their ids; in a week nothing is.

    Raises:
        StoreError: The record cannot be understood.
    """
    if str(look.kind) not in set(ReviewKind):
        return {}
    held = review_of(workspace, ReviewKind(look.kind), look.first)
    return held.decided if held else {}


def keep_promise(workspace: Workspace, look: Look, key: UUID) -> Change:
    """Decide that a habit is kept as it is; one that is archived is restored.

    Args:
        workspace: Where it is.
        look: The quarter or the year that is looked back on.
        key: The id of the habit.

    Raises:
        RefusedError: It is gone, or that is decided already.
        StoreError: It could not be made durable; nothing has changed.
    """

    def kept() -> Iterable[Op]:
        habit = require_promised(workspace, key)
        return () if habit.archived is None else restoring(workspace, habit)

    return _decide(workspace, look, key, Decision.KEEP, kept)


def change_promise(
    workspace: Workspace, look: Look, key: UUID, cadence: Cadence, since: date
) -> Change:
    """Decide that another cadence of a habit holds from a day on; what is past stays as judged.

    Raises:
        RefusedError: The habit is gone, the day is past, or the cadence does not go with it or
            holds on the day anyway.
        StoreError: It could not be made durable; nothing has changed.
    """

    def changed() -> Iterable[Op]:
        if require_promised(workspace, key).cadence(since) == cadence:
            message = f"It is {cadence} already. Keep it as it is, or say how often from now on."
            raise RefusedError(message)
        return editing(workspace, key, Edit(cadence=cadence, since=since))

    return _decide(workspace, look, key, Decision.CHANGE, changed)


def retire_promise(workspace: Workspace, look: Look, key: UUID) -> Change:
    """Decide that a habit is archived; its entries stay.

    Raises:
        RefusedError: It is gone, or is archived already.
        StoreError: It could not be made durable; nothing has changed.
    """
    return _decide(workspace, look, key, Decision.RETIRE, lambda: archiving(workspace, key))


def _decide(
    workspace: Workspace,
    look: Look,
    key: UUID,
    decision: Decision,
    does: Callable[[], Iterable[Op]],
) -> Change:
    def decided(held: Review) -> Review:
        before = held.decided.get(key)
        if decision is Decision.KEEP and before is not None and before.decision is decision:
            message = "That is decided already: it is kept as it is."
            raise RefusedError(message)
        mine = Decided(decision, workspace.today)
        return replace(held, decided={**held.decided, key: mine})

    return rewrite(workspace, ReviewKind(look.kind), decided, does, look.first)
