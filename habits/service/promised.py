"""Follow-ups that were promised: done, moved to another day, and said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.follow_line import follow_up_line, require_due
from habits.lookup import require_one
from habits.record import replace
from habits.service.looks import follow_ups, handles
from habits.service.outlook import require_known, require_words
from habits.store import Op, codec, outlook_codec
from habits.store.ops import changed_fields
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from uuid import UUID

    from habits.model import FollowUp
    from habits.service.workspace import Workspace


def require_follow_up(workspace: Workspace, word: str) -> FollowUp:
    """Return the open follow-up that a word means: its text, a part of it, or the end of its id.

    Raises:
        RefusedError: None is meant, or several are.
    """
    return require_one(word, follow_ups(workspace), "follow-up", "'rapport follow' lists them.")


def open_follow_up(workspace: Workspace, key: UUID) -> FollowUp:
    """Return a follow-up that is not done.

    Raises:
        RefusedError: It is done or gone already.
    """
    for each in follow_ups(workspace):
        if each.id == key:
            return each
    message = "The follow-up is done already, or was taken back elsewhere."
    raise RefusedError(message)


def finish_follow_up(workspace: Workspace, key: UUID) -> Change:
    """Mark a follow-up as done today.

    Raises:
        RefusedError: It is done or gone already.
        StoreError: It could not be made durable; nothing has changed.
    """
    return _rewrite(workspace, key, lambda each: replace(each, done=workspace.today))


def move_follow_up(workspace: Workspace, key: UUID, due: date) -> Change:
    """Move a follow-up to another day.

    Raises:
        RefusedError: It is done or gone already, or due on that day, or the day is over.
        StoreError: It could not be made durable; nothing has changed.
    """

    def move(held: FollowUp) -> FollowUp:
        return held if held.due == due else replace(held, due=require_due(due, workspace.today))

    return _rewrite(workspace, key, move)


def reword_follow_up(workspace: Workspace, key: UUID, line: str) -> Change:
    """Let a follow-up say what a line does, in the grammar of `habits.follow_line`.

    Where the line names nobody, or no day, those whom it concerns and the day stay.

    Raises:
        RefusedError: It is done or gone already, or says that already, or the line has no words,
            is too long, names somebody who is not known, or a day that is over.
        StoreError: It could not be made durable; nothing has changed.
    """

    def reword(held: FollowUp) -> FollowUp:
        said = follow_up_line(line, workspace.today, handles(workspace), held.due)
        words = require_words(said.text, "The follow-up", "Say what is to be done.")
        people = require_known(workspace, said) or held.people
        return replace(held, text=words, due=said.due, people=people)

    return _rewrite(workspace, key, reword)


def _rewrite(workspace: Workspace, key: UUID, rewrite: Callable[[FollowUp], FollowUp]) -> Change:
    def propose() -> Iterator[Op]:
        before = open_follow_up(workspace, key)
        after = rewrite(before)
        if before == after:
            message = f"{quoted(before.text)} is due on {before.due.isoformat()} already."
            raise RefusedError(message)
        documents = map(outlook_codec.follow_up_fields, (before, after))
        yield Op(codec.FOLLOW_UPS, key, changed_fields(*documents))

    return change_of(workspace.store.commit(propose))
