"""The use cases: what can be done with rapport, one function each.

A function that changes something returns the `Change`: what came, what went, and the inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits import quicklog
from habits.change import Change, change_of
from habits.defaults import defaults
from habits.errors import RefusedError
from habits.model import Entry, Person
from habits.practices import BY_SLUG
from habits.store import Op, Store, codec, records
from habits.store.ids import new_id
from habits.today import PracticeRow, Records, Today, row_of, today_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.clock import Clock
    from habits.day import Moment
    from habits.practices import Practice
    from habits.store.home import Home


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open home and the clock it is used by."""

    store: Store
    clock: Clock

    @property
    def today(self) -> date:
        """The local today."""
        return self.clock.now().day()


def open_workspace(home: Home, clock: Clock) -> Workspace:
    """Open a home; an empty one gets the eight practices and their flagship habits.

    Raises:
        StoreError: It cannot be made, read or written.
        NewerFormatError: A newer version wrote it.
    """
    store = Store(home)
    store.put_defaults(defaults(clock.now()))
    return Workspace(store, clock)


def today(workspace: Workspace) -> Today:
    """Return the eight practices as they stand."""
    return today_of(_records(workspace, BY_SLUG), workspace.today)


def rows(workspace: Workspace, practices: Iterable[Practice]) -> tuple[PracticeRow, ...]:
    """Return some practices as they stand."""
    wanted = tuple(practices)
    read = _records(workspace, {practice.slug for practice in wanted})
    return tuple(row_of(practice, read, workspace.today) for practice in wanted)


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Return all entries, by date and then in the order in which they were logged."""
    return tuple(
        sorted(records.entries(workspace.store), key=lambda entry: (entry.date, entry.logged_at))
    )


def names(workspace: Workspace, change: Change | None = None) -> Mapping[UUID, str]:
    """Return the names of all people by their ids, of those who went with a change too."""
    gone = change.gone_people if change else ()
    return {person.id: person.name for person in (*records.people(workspace.store), *gone)}


def handles(workspace: Workspace) -> Mapping[str, str]:
    """Return the names of all people by their handles."""
    return {person.handle: person.name for person in records.people(workspace.store)}


def preview(
    workspace: Workspace, practice: Practice, text: str, said: quicklog.Said | None = None
) -> quicklog.Draft:
    """Return what a line would log.

    Raises:
        RefusedError: The line cannot be logged.
    """
    return quicklog.parse(text, practice, workspace.today, handles(workspace), said)


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
        draft = preview(workspace, practice, text, said)
        known = {person.handle: person.id for person in records.people(workspace.store)}
        for handle, name in draft.people:
            if handle not in known:
                person = Person(new_id(now.instant), name, handle)
                known[handle] = person.id
                yield Op(codec.PEOPLE, person.id, codec.person_fields(person))
        people = tuple(known[handle] for handle, _ in draft.people)
        entry = _entry(practice, draft, people, now)
        yield Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))

    return change_of(workspace.store.commit(propose))


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


def fill(workspace: Workspace, ops: Iterable[Op]) -> None:
    """Put ready-made records into a home, as one act.

    Raises:
        StoreError: They could not be made durable; nothing was stored.
    """
    workspace.store.commit(lambda: ops)


def _entry(
    practice: Practice, draft: quicklog.Draft, people: tuple[UUID, ...], now: Moment
) -> Entry:
    return Entry(
        id=new_id(now.instant),
        practice=practice.slug,
        date=draft.date or now.day(),
        logged_at=now.instant,
        zone=now.zone,
        move=draft.move,
        what=draft.what,
        why=draft.why,
        people=people,
        tags=draft.tags,
    )


def _records(workspace: Workspace, slugs: Collection[str]) -> Records:
    by_practice: dict[str, list[Entry]] = {}
    for entry in records.entries(workspace.store, slugs):
        by_practice.setdefault(entry.practice, []).append(entry)
    return Records(
        habits=records.habits(workspace.store),
        entries=by_practice,
        pauses=records.pauses(workspace.store),
    )
