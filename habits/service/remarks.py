"""Remarks: where somebody wants to go and what lights them up, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.errors import RefusedError
from habits.person import Remark
from habits.record import replace
from habits.service.roster import rewrite
from habits.when import require_past

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from habits.change import Change
    from habits.person import Person, Topic
    from habits.service.workspace import Workspace


def add_remark(  # noqa: PLR0913 - a remark has as many parts
    workspace: Workspace,
    key: UUID,
    topic: Topic,
    text: str,
    *,
    shared: bool = False,
    on: date | None = None,
) -> Change:
    """Keep what somebody said of themselves.

    Args:
        workspace: Where to store it.
        key: The person's id.
        topic: What it is about.
        text: What they said, in their own words.
        shared: Whether they are fine with others hearing it.
        on: When they said it; None for today.

    Raises:
        RefusedError: They are gone, nothing is said, too much is, or the day lies ahead.
        StoreError: It could not be made durable; nothing has changed.
    """
    remark = Remark(require_past(on or workspace.today, workspace.today), text, shared)
    return rewrite(workspace, key, lambda person: _with(person, topic, None, remark))


def reword_remark(  # noqa: PLR0913 - as above
    workspace: Workspace,
    key: UUID,
    topic: Topic,
    before: Remark,
    *,
    text: str | None = None,
    shared: bool | None = None,
    on: date | None = None,
) -> Change:
    """Say a remark anew; what is None stays as it is.

    Raises:
        RefusedError: The person or the remark is gone, nothing is said, too much is, the day lies
            ahead, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """
    after = Remark(
        before.date if on is None else require_past(on, workspace.today),
        before.text if text is None else text,
        before.shared if shared is None else shared,
    )
    return rewrite(workspace, key, lambda person: _with(person, topic, before, after))


def forget_remark(workspace: Workspace, key: UUID, topic: Topic, remark: Remark) -> Change:
    """Take a remark out.

    Raises:
        RefusedError: The person or the remark is gone already.
        StoreError: It could not be made durable; nothing has changed.
    """
    return rewrite(workspace, key, lambda person: _with(person, topic, remark, None))


def _with(person: Person, topic: Topic, before: Remark | None, after: Remark | None) -> Person:
    """Return a person with one remark in the place of another.

    Raises:
        RefusedError: The other one is gone.
    """
    remarks = list(person.remarks(topic))
    if before is not None:
        if before not in remarks:
            message = "What they said is kept no longer: it was changed or taken out elsewhere."
            raise RefusedError(message)
        remarks.remove(before)
    if after is not None:
        remarks.append(after)
    fields: dict[str, Any] = {str(topic): tuple(remarks)}
    return replace(person, **fields)
