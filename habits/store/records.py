"""Records: the tables of a store, read as what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.practices import BY_SLUG
from habits.store import codec

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from habits.model import Entry, Habit, Pause, Person
    from habits.store.store import Store


def entries(store: Store, slugs: Collection[str] = BY_SLUG) -> Iterator[Entry]:
    """Yield the entries of some practices, in the order in which they were made.

    Raises:
        StoreError: A record cannot be understood; so for all readers here. An entry of no known
            practice is one of them, whichever practices are asked for.
    """
    for key, document in store.table(codec.ENTRIES).items():
        slug = document.get("practice")
        if not isinstance(slug, str) or slug in slugs or slug not in BY_SLUG:
            yield codec.entry_from(key, document)


def habits(store: Store) -> list[Habit]:
    """Return all habits."""
    return [codec.habit_from(*record) for record in store.table(codec.HABITS).items()]


def pauses(store: Store) -> list[Pause]:
    """Return all pauses."""
    return [codec.pause_from(*record) for record in store.table(codec.PAUSES).items()]


def people(store: Store) -> list[Person]:
    """Return all people."""
    return [codec.person_from(*record) for record in store.table(codec.PEOPLE).items()]
