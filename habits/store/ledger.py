"""The ledger: what a store holds, as what it means.

Each record is read once. After an act only those that it touched are read again, so that what is
shown after a log costs the same in a home of ten years as in a new one.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from habits.practices import BY_SLUG
from habits.settings import Settings
from habits.store import codec, outlook_codec, settings_codec
from habits.store.named import NamedShelf
from habits.store.overviews import Overviews
from habits.store.people import PeopleShelf, as_meant, is_merging
from habits.store.shelves import EntryShelf, PracticeShelf, Shelf
from habits.store.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from habits.model import Entry, FollowUp, Habit, NorthStar, Pause, Person
    from habits.practices import Eight
    from habits.store.contacts import Contacts
    from habits.store.counts import Counts
    from habits.store.days import Days
    from habits.store.ops import Altered, Document
    from habits.store.people import AnyNaming
    from habits.store.store import Store

AnyShelf = TypeVar("AnyShelf", bound=Shelf[Any])


class Ledger:
    """The records of a store, always as they are now.

    What is returned is a view, which changes with the next act.

    Args:
        store: The store; nothing else may ask it what was altered.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entry_from = self._as_meant(codec.entry_from)
        self._entries = EntryShelf(self._entry_from)
        self._habits = NamedShelf(codec.HABITS, codec.habit_from)
        self._pauses = Shelf(codec.PAUSES, self._as_meant(codec.pause_from))
        self._people = PeopleShelf()
        self._follow_ups = Shelf(codec.FOLLOW_UPS, self._as_meant(outlook_codec.follow_up_from))
        self._north_stars = Shelf(codec.NORTH_STARS, outlook_codec.north_star_from)
        self._settings = Shelf(codec.SETTINGS, settings_codec.settings_from)
        self._practices = PracticeShelf()
        shelves: tuple[Shelf[Any], ...] = (
            self._entries,
            self._habits,
            self._pauses,
            self._people,
            self._follow_ups,
            self._north_stars,
            self._settings,
            self._practices,
        )
        self._shelves = {shelf.table: shelf for shelf in shelves}
        self._steps: list[Step] | None = []
        self._overviews = Overviews(store, self.entry)

    def entries(self) -> Collection[Entry]:
        """Return all entries, in the order in which they were made.

        Raises:
            StoreError: One cannot be understood; so for all that is asked for here.
        """
        return self._up_to_date(self._entries).all()

    def entry(self, key: UUID) -> Entry | None:
        """Return one entry, read alone where the others were not yet; None where it is gone."""
        self._follow()
        if not self._entries.is_filled and self._entries.get(key) is None:
            documents = self._store.table(codec.ENTRIES)
            return self._entry_from(key, documents[key]) if key in documents else None
        return self._entries.get(key)

    def has_entries(self) -> bool:
        """Return whether anything was logged."""
        return bool(self._store.table(codec.ENTRIES))

    def days(self) -> Days:
        """Return the entries by their day; another object where any of them may differ."""
        self._follow()
        return self._overviews.days()

    def contacts(self) -> Contacts:
        """Return which entries name whom; another object where any of them may differ."""
        self._follow()
        return self._overviews.contacts()

    def counts(self) -> Counts:
        """Return how many entries of each kind there are on each day."""
        self._follow()
        return self._overviews.counts()

    def recent_entries(self, count: int) -> list[Entry]:
        """Return so many of the entries that came last, the newest first.

        Where the others were not read yet they stay unread, and what means nothing is left out.
        """
        self._follow()
        if self._entries.is_filled:
            return list(islice(self._entries.newest(), count))
        newest = self._store.table(codec.ENTRIES).newest(count)
        read = (self._entries.meaning(key, document) for key, document in newest)
        return [entry for entry in read if entry is not None]

    def entries_of(self, practice: str) -> Collection[Entry]:
        """Return the entries of a practice; one of no known practice may be among them."""
        return self._up_to_date(self._entries).of_practice(practice)

    def entries_of_one(self, practice: str) -> Collection[Entry]:
        """Return the entries of a practice; those of the others stay unread where they are."""
        self._follow()
        if self._entries.is_filled:
            return self._entries.of_practice(practice)
        documents, shelf = self._store.table(codec.ENTRIES), EntryShelf(self._entry_from)
        keys = [
            UUID(int=key)
            for slug, key in documents.column("practice")
            if slug == practice or slug not in BY_SLUG
        ]
        shelf.fill((key, documents[key]) for key in keys)
        return shelf.of_practice(practice)

    def entries_between(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, oldest first; no other object while none differs."""
        self._follow()
        return self._overviews.entries_between(first, last)

    def entries_naming(self, person: UUID) -> Collection[Entry]:
        """Return the entries that name a person."""
        return self._up_to_date(self._entries).naming(person)

    def habits(self) -> Collection[Habit]:
        """Return all habits."""
        return self._up_to_date(self._habits).all()

    def names_of_habits(self) -> Mapping[UUID, str]:
        """Return the names of all habits by their ids."""
        return self._up_to_date(self._habits).names()

    def pauses(self) -> Collection[Pause]:
        """Return all pauses."""
        return self._up_to_date(self._pauses).all()

    def people(self) -> Collection[Person]:
        """Return all people, each once: what was merged is no person of its own."""
        return self._up_to_date(self._people).known()

    def merged_people(self) -> Collection[tuple[Person, UUID]]:
        """Return the records that were merged, each with the id of the person it stands for."""
        return self._up_to_date(self._people).merged()

    def names_of_people(self) -> Mapping[UUID, str]:
        """Return the names of all people by their ids, also by those of what was merged."""
        return self._up_to_date(self._people).names()

    def follow_ups(self) -> Collection[FollowUp]:
        """Return all follow-ups."""
        return self._up_to_date(self._follow_ups).all()

    def north_stars(self) -> Collection[NorthStar]:
        """Return all north stars that ever held."""
        return self._up_to_date(self._north_stars).all()

    def settings(self) -> Settings:
        """Return the settings; until one is made they are what a new home has."""
        return self._up_to_date(self._settings).one(codec.SETTINGS_ID) or Settings()

    def practices(self) -> Eight:
        """Return the eight practices with what the user made of them."""
        return self._up_to_date(self._practices).eight()

    def take_steps(self) -> list[Step] | None:
        """Return what differs since this was asked last, or since the TinyDB file.

        None where everything may differ.
        """
        self._follow()
        steps, self._steps = self._steps, []
        return steps

    def _up_to_date(self, wanted: AnyShelf) -> AnyShelf:
        """Return a shelf with all that was stored until now."""
        self._follow()
        if not wanted.is_filled:
            wanted.fill(self._store.table(wanted.table).items())
        return wanted

    def _follow(self) -> None:
        """Take in what was stored since the last time."""
        altered = self._store.take_altered()
        if altered is not None and not altered:
            return
        people = self._store.table(codec.PEOPLE)
        if altered is None or any(is_merging(each, people) for each in altered):
            altered = None
            self._steps = None
            self._overviews.forget()
            for shelf in self._shelves.values():
                shelf.empty()
        steps = [
            self._step(self._shelves[each.table], each)
            for each in altered or ()
            if each.table in self._shelves
        ]
        if self._steps is not None:
            self._steps += steps

    def _step(self, shelf: Shelf[Any], altered: Altered) -> Step:
        table, key = altered.table, altered.key
        document = self._store.document(table, key.int)
        before = shelf.get(key) or shelf.meaning(key, altered.before)
        shelf.put(key, document)
        after = shelf.get(key)
        if table == codec.ENTRIES:
            self._overviews.take(altered, document, before, after)
        is_known = (before is None, after is None) == (altered.before is None, document is None)
        return Step(table, before, after, is_known)

    def _as_meant(
        self, read: Callable[[UUID, Document], AnyNaming]
    ) -> Callable[[UUID, Document], AnyNaming]:
        """Return a reader of records that name people, by those whom merged records stand for."""

        def read_as_meant(key: UUID, document: Document) -> AnyNaming:
            record, whom = read(key, document), self.whom()
            return as_meant(record, whom) if whom else record

        return read_as_meant

    def whom(self) -> Mapping[UUID, UUID]:
        """Return whom each merged record of a person stands for, by the ids of both."""
        if not self._people.is_filled:
            self._people.fill(self._store.table(codec.PEOPLE).items())
        return self._people.identities
