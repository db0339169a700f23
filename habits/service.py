"""The use cases: what can be done with rapport, one function each.

A function that changes something returns the `Change`: what came, what went, and the inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits import quicklog
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.model import Entry, Habit, Person
from habits.practices import BY_SLUG, PRACTICES, Practice
from habits.store import Op, Store, codec
from habits.store.ids import fixed_id, new_id
from habits.today import PracticeRow, Records, Today, row_of, today_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.clock import Clock
    from habits.day import Moment
    from habits.store import Commit
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


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed.

    Attributes:
        came: The entries that are there now and were not.
        went: The entries that were there and are not now.
        new_people: Those who became known with it.
        gone_people: Those who are no longer known after it.
        inverse: The operations that take the act back.
        foreign: Whether other processes' acts came in with it, so that anything may differ.
    """

    came: tuple[Entry, ...]
    went: tuple[Entry, ...]
    new_people: tuple[Person, ...]
    gone_people: tuple[Person, ...]
    inverse: tuple[Op, ...]
    foreign: bool

    @property
    def practices(self) -> tuple[Practice, ...]:
        """The practices whose standings the act touches."""
        slugs = {entry.practice for entry in (*self.came, *self.went)}
        return tuple(practice for practice in PRACTICES if practice.slug in slugs)


def open_workspace(home: Home, clock: Clock) -> Workspace:
    """Open a home; an empty one gets the eight practices and their flagship habits.

    Raises:
        StoreError: It cannot be made, read or written.
        NewerFormatError: A newer version wrote it.
    """
    store = Store(home)
    store.put_defaults(_defaults(clock.now()))
    return Workspace(store, clock)


def today(workspace: Workspace) -> Today:
    """Return the eight practices as they stand."""
    return today_of(_records(workspace, BY_SLUG), workspace.today)


def rows(workspace: Workspace, practices: Iterable[Practice]) -> tuple[PracticeRow, ...]:
    """Return some practices as they stand."""
    wanted = tuple(practices)
    records = _records(workspace, {practice.slug for practice in wanted})
    return tuple(row_of(practice, records, workspace.today) for practice in wanted)


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Return all entries, by date and then in the order in which they were logged."""
    return tuple(
        sorted(_entries(workspace, BY_SLUG), key=lambda entry: (entry.date, entry.logged_at))
    )


def names(workspace: Workspace, change: Change | None = None) -> Mapping[UUID, str]:
    """Return the names of all people by their ids, of those who went with a change too."""
    gone = change.gone_people if change else ()
    return {person.id: person.name for person in (*_people(workspace.store), *gone)}


def handles(workspace: Workspace) -> Mapping[str, str]:
    """Return the names of all people by their handles."""
    return {person.handle: person.name for person in _people(workspace.store)}


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
        known = {person.handle: person.id for person in _people(workspace.store)}
        for handle, name in draft.people:
            if handle not in known:
                person = Person(new_id(now.instant), name, handle)
                known[handle] = person.id
                yield Op(codec.PEOPLE, person.id, codec.person_fields(person))
        people = tuple(known[handle] for handle, _ in draft.people)
        entry = _entry(practice, draft, people, now)
        yield Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))

    return _change(workspace.store.commit(propose))


def undo(workspace: Workspace) -> Change:
    """Take back the newest act, from whichever process it came.

    Raises:
        RefusedError: There is nothing to take back.
        StoreError: It could not be made durable; nothing has changed.
    """
    commit = workspace.store.undo()
    if commit is None:
        message = "There is nothing to undo."
        raise RefusedError(message)
    return _change(commit)


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


def _change(commit: Commit) -> Change:
    """Return what a commit means; what went is read from the inverse, which would bring it back."""
    return Change(
        came=_entries_in(commit.ops),
        went=_entries_in(commit.inverse),
        new_people=_people_in(commit.ops),
        gone_people=_people_in(commit.inverse),
        inverse=commit.inverse,
        foreign=commit.foreign,
    )


def _entries_in(ops: Iterable[Op]) -> tuple[Entry, ...]:
    return tuple(
        codec.entry_from(op.key, op.fields)
        for op in ops
        if op.table == codec.ENTRIES and op.fields is not None
    )


def _people_in(ops: Iterable[Op]) -> tuple[Person, ...]:
    return tuple(
        codec.person_from(op.key, op.fields)
        for op in ops
        if op.table == codec.PEOPLE and op.fields is not None
    )


def _defaults(now: Moment) -> Iterator[Op]:
    """Yield the records that every home has from the start."""
    for practice in PRACTICES:
        key = fixed_id(codec.PRACTICES, practice.slug)
        fields = {"key": practice.key, "slug": practice.slug, "name": practice.name}
        yield Op(codec.PRACTICES, key, fields)
        habit = flagship(practice, now.day(), now)
        yield Op(codec.HABITS, habit.id, codec.habit_fields(habit))


def flagship(practice: Practice, created: date, now: Moment) -> Habit:
    """Return the promise that a practice starts with, in force from a day on."""
    return Habit(
        id=fixed_id(codec.HABITS, practice.slug),
        practice=practice.slug,
        name=practice.flagship.name,
        created=created,
        made_at=now.instant,
        cadences=((created, parse_cadence(practice.flagship.cadence)),),
        flagship=True,
    )


def _records(workspace: Workspace, slugs: Collection[str]) -> Records:
    store = workspace.store
    by_practice: dict[str, list[Entry]] = {}
    for entry in _entries(workspace, slugs):
        by_practice.setdefault(entry.practice, []).append(entry)
    return Records(
        habits=[codec.habit_from(*item) for item in store.table(codec.HABITS).items()],
        entries=by_practice,
        pauses=[codec.pause_from(*item) for item in store.table(codec.PAUSES).items()],
    )


def _entries(workspace: Workspace, slugs: Collection[str]) -> Iterator[Entry]:
    """Yield the entries of some practices; one of an unknown practice is refused by the codec."""
    for key, document in workspace.store.table(codec.ENTRIES).items():
        slug = document.get("practice")
        if not isinstance(slug, str) or slug in slugs or slug not in BY_SLUG:
            yield codec.entry_from(key, document)


def _people(store: Store) -> Sequence[Person]:
    return [codec.person_from(*item) for item in store.table(codec.PEOPLE).items()]
