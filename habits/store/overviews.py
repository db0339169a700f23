"""Overviews: what is known of all entries without reading them, kept up with every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store import codec
from habits.store.stretches import Stretches

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from habits.model import Entry
    from habits.store.contacts import Contacts
    from habits.store.counts import Counts
    from habits.store.days import Days
    from habits.store.ops import Altered, Document
    from habits.store.store import Store


class Overviews:
    """What is known of all entries without reading them; each is made when it is asked for.

    Args:
        store: Where the entries are.
        entry: Returns an entry by its id; None where it is gone.
    """

    def __init__(self, store: Store, entry: Callable[[UUID], Entry | None]) -> None:
        self._store = store
        self._entry = entry
        self.forget()

    def forget(self) -> None:
        """Forget everything, as any entry may differ."""
        self._days: Days | None = None
        self._contacts: Contacts | None = None
        self._counts: Counts | None = None
        self._stretches = Stretches(self._entry)

    def days(self) -> Days:
        """Return the entries by their day."""
        if self._days is None:
            # Imported on need, as below: a short command looks at none of them.
            from habits.store.days import Days  # noqa: PLC0415

            self._days = Days(self._store.table(codec.ENTRIES).column("date"))
        return self._days

    def contacts(self) -> Contacts:
        """Return which entries name whom."""
        days = self.days()
        if self._contacts is None:
            from habits.store.contacts import Contacts  # noqa: PLC0415

            self._contacts = Contacts(days, self._entry)
        return self._contacts

    def counts(self) -> Counts:
        """Return how many entries of each kind there are on each day."""
        if self._counts is None:
            from habits.store.counts import Counts  # noqa: PLC0415

            texts = self._store.table(codec.ENTRIES).texts
            kinds = zip(texts("practice"), texts("move"), strict=True)
            self._counts = Counts(zip(kinds, texts("date"), strict=True))
        return self._counts

    def entries_between(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, both included, the oldest first."""
        return self._stretches.between(self.days().places, first, last)

    def take(
        self, altered: Altered, document: Document | None, before: Entry | None, after: Entry | None
    ) -> None:
        """Take in that an entry came, changed or went.

        Args:
            altered: Which one, and what was held of it.
            document: What is held of it now.
            before: What it meant.
            after: What it means now.
        """
        if document is not None and after is None:
            # Whoever looks back on its day is to hear that it cannot be understood.
            self._stretches = Stretches(self._entry)
        self._stretches.move(before, after)
        if self._contacts is not None:
            self._contacts.move(before, after)
        if self._counts is not None:
            self._counts.put(altered.before, document)
        if self._days is not None:
            from habits.store.days import day_in  # noqa: PLC0415

            self._days.put(altered.key.int, None if document is None else day_in(document))
