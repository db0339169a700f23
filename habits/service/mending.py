"""Mending: entries said anew, dated anew and deleted; each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.change import Change, change_of
from habits.entry_line import entry_line
from habits.errors import RefusedError
from habits.lookup import require_by_id
from habits.quicklog import Said, require_move
from habits.record import replace
from habits.service.acts import ids_of, preview
from habits.store import Op, codec
from habits.store.ops import changed_fields
from habits.text import folded, require_note
from habits.when import require_past

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from habits.model import Entry
    from habits.service.workspace import Workspace

LAST: Final = "last"
"""The word for the entry that was made last."""


def line_of(workspace: Workspace, entry: Entry) -> str:
    """Return the line that says an entry."""
    people = {person.id: person for person in workspace.ledger.people()}
    return entry_line(entry, workspace.practices[entry.practice], people, workspace.today)


def require_entry(workspace: Workspace, key: UUID) -> Entry:
    """Return an entry.

    Raises:
        RefusedError: It is gone.
    """
    entry = workspace.ledger.entry(key)
    if entry is None:
        message = "The entry is gone: it was taken back or deleted elsewhere."
        raise RefusedError(message)
    return entry


def find_entry(workspace: Workspace, word: str) -> Entry:
    """Return the entry that a word means: the end of its id, or `LAST`.

    Raises:
        RefusedError: None is meant, or several are.
    """
    if folded(word) == LAST:
        for entry in workspace.ledger.recent_entries(1):
            return entry
    see = "'rapport entries --ids' shows the ids."
    return require_by_id(word, workspace.ledger.entries(), "entry", see)


def edit_entry(workspace: Workspace, key: UUID, line: str, said: Said | None = None) -> Change:
    """Let an entry say what a line says; where the line names no date its date stays.

    Args:
        workspace: Where it is stored.
        key: The entry's id.
        line: The line, in the grammar of `habits.quicklog`.
        said: What was said beside the line, if anything.

    Raises:
        RefusedError: It is gone, the line cannot be logged, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """
    return change_of(workspace.store.commit(lambda: rewriting_to(workspace, key, line, said)))


def rewriting_to(
    workspace: Workspace, key: UUID, line: str, said: Said | None = None
) -> Iterator[Op]:
    """Yield what lets an entry say what a line says, for an act; refuses as `edit_entry`."""
    before = require_entry(workspace, key)
    draft = preview(workspace, workspace.practices[before.practice], line, said)
    new, people = ids_of(workspace, draft, workspace.clock.now().instant)
    after = replace(
        before,
        move=draft.move,
        what=draft.what,
        why=draft.why,
        people=people,
        tags=draft.tags,
        date=draft.date or before.date,
    )
    rewriting = _rewriting(before, after)
    yield from new
    yield rewriting


def amend_entry(workspace: Workspace, key: UUID, said: Said, move: str | None = None) -> Change:
    """Let single things of an entry be different, and all else of it stay.

    Args:
        workspace: Where it is stored.
        key: The entry's id.
        said: What is to be different; an empty tag takes out those that it has, and further ones
            are added.
        move: The kind of act, or the beginning of one; empty for none.

    Raises:
        RefusedError: It is gone, it cannot be so, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        before = require_entry(workspace, key)
        practice = workspace.practices[before.practice]
        draft = preview(workspace, practice, "", said)
        new, people = ids_of(workspace, draft, workspace.clock.now().instant)
        tags = draft.tags if "" in said.tags else (*before.tags, *draft.tags)
        after = replace(
            before,
            move=before.move if move is None else require_move(move, practice) if move else None,
            why=before.why if said.why is None else draft.why,
            people=tuple(dict.fromkeys((*before.people, *people))),
            tags=tuple(dict.fromkeys(tags)),
            date=draft.date or before.date,
        )
        require_note(after.what, after.why)
        rewriting = _rewriting(before, after)
        yield from new
        yield rewriting

    return change_of(workspace.store.commit(propose))


def redate_entry(workspace: Workspace, key: UUID, day: date) -> Change:
    """Let an entry count for another day.

    Raises:
        RefusedError: It is gone, the day lies ahead, or it is the one it has.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        before = require_entry(workspace, key)
        yield _rewriting(before, replace(before, date=require_past(day, workspace.today)))

    return change_of(workspace.store.commit(propose))


def delete_entry(workspace: Workspace, key: UUID) -> Change:
    """Delete an entry.

    Raises:
        RefusedError: It is gone already.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        yield Op(codec.ENTRIES, require_entry(workspace, key).id, None)

    return change_of(workspace.store.commit(propose))


def _rewriting(before: Entry, after: Entry) -> Op:
    fields = changed_fields(codec.entry_fields(before), codec.entry_fields(after))
    if not fields:
        message = "Nothing would change. Say what is to be different."
        raise RefusedError(message)
    return Op(codec.ENTRIES, before.id, fields)
