"""Acts: logged, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import quicklog
from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.model import Entry, Person
from habits.recognition import preference
from habits.service.looks import handles
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from uuid import UUID

    from habits.day import Moment
    from habits.practices import Practice
    from habits.recognition import Preference
    from habits.service.workspace import Workspace


def preview(
    workspace: Workspace, practice: Practice, text: str, said: quicklog.Said | None = None
) -> quicklog.Draft:
    """Return what a line would log, of the practice as the home has it.

    Raises:
        RefusedError: The line cannot be logged.
    """
    return _draft(workspace, practice, text, said, workspace.today)


def _draft(
    workspace: Workspace, practice: Practice, text: str, said: quicklog.Said | None, today: date
) -> quicklog.Draft:
    mine = workspace.practices[practice.slug]
    return quicklog.parse(text, mine, today, handles(workspace), said)


def log(
    workspace: Workspace, practice: Practice, text: str, said: quicklog.Said | None = None
) -> Change:
    """Log what a line says of a practice; who is not known yet becomes known.

    Args:
        workspace: Where to log it.
        practice: The practice it is for.
        text: The line, in the grammar of `habits.quicklog`; empty for a bare entry.
        said: What was said beside the line, if anything.

    Raises:
        RefusedError: The line cannot be logged.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        now = workspace.clock.now()
        today = workspace.day_of(now)
        draft = _draft(workspace, practice, text, said, today)
        new, people = ids_of(workspace, draft, now.instant)
        yield from new
        entry = entry_of(practice, draft, people, now, today)
        yield Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))

    return change_of(workspace.store.commit(propose))


def passed_over(
    workspace: Workspace, practice: Practice, text: str, said: quicklog.Said | None = None
) -> Preference | None:
    """Return whose preference for a 1:1 a public act would pass over; None mostly.

    Raises:
        RefusedError: The line cannot be logged.
    """
    draft = preview(workspace, practice, text, said)
    return preference(practice.slug, draft, workspace.ledger.people())


def ids_of(
    workspace: Workspace,
    draft: quicklog.Draft,
    instant: datetime,
    known: dict[str, UUID] | None = None,
) -> tuple[list[Op], tuple[UUID, ...]]:
    """Return the ids of those whom a draft names, and the operations that make the new ones known.

    Args:
        workspace: Where they are known.
        draft: What names them.
        instant: When it is done: an act has one, so that its ids stand in order.
        known: The ids of all who are known, by handle, which the new ones join; None to look.
    """
    if known is None:
        known = {person.handle: person.id for person in workspace.ledger.people()}
    ops = []
    for handle, name in draft.people:
        if handle not in known:
            person = Person(new_id(instant), name, handle)
            known[handle] = person.id
            ops.append(Op(codec.PEOPLE, person.id, codec.person_fields(person)))
    return ops, tuple(known[handle] for handle, _ in draft.people)


def undo(workspace: Workspace) -> Change:
    """Take back the newest act, from whichever process it came.

    Raises:
        RefusedError: There is nothing to take back.
        StoreError: It could not be made durable; nothing has changed.
    """
    change = workspace.store.undo(change_of)
    if change is None:
        message = "There is nothing to undo."
        raise RefusedError(message)
    return change


def redo(workspace: Workspace) -> Change:
    """Do again what was taken back last, unless something was done since.

    Raises:
        RefusedError: There is nothing to do again.
        StoreError: It could not be made durable; nothing has changed.
    """
    change = workspace.store.redo(change_of)
    if change is None:
        message = "There is nothing to redo."
        raise RefusedError(message)
    return change


def fill(workspace: Workspace, ops: Iterable[Op]) -> None:
    """Put ready-made records into a home at one go; it is no act, and is not taken back.

    Raises:
        StoreError: They could not be made durable; nothing was stored.
    """
    workspace.store.commit(lambda: ops, is_act=False)


def entry_of(
    practice: Practice, draft: quicklog.Draft, people: tuple[UUID, ...], now: Moment, today: date
) -> Entry:
    """Return a draft as an entry.

    Args:
        practice: Its practice.
        draft: What it says.
        people: The ids of those whom it names.
        now: When it is logged.
        today: The local today, of which it is where it names no date.
    """
    return Entry(
        id=new_id(now.instant),
        practice=practice.slug,
        date=draft.date or today,
        logged_at=now.instant,
        zone=now.zone,
        move=draft.move,
        what=draft.what,
        why=draft.why,
        people=people,
        tags=draft.tags,
    )
