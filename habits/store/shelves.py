"""Shelves: a table's records as what they mean, kept up one by one, and found by what they have."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from habits.errors import StoreError
from habits.model import OwnPractice
from habits.practices import BY_SLUG, eight_with
from habits.store import codec, practice_codec
from habits.store.collecting import collecting_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from uuid import UUID

    from habits.model import Entry
    from habits.practices import Eight
    from habits.store.ops import Document

Record = TypeVar("Record")
Key = TypeVar("Key")


class Shelf(Generic[Record]):
    """The records of one table, in the order in which they came.

    Args:
        table: The table.
        read: Returns what a document means; raises `StoreError` where it means nothing.

    Attributes:
        table: The table.
        is_filled: Whether the records are in.
    """

    def __init__(self, table: str, read: Callable[[UUID, Document], Record]) -> None:
        self.table = table
        self.is_filled = False
        self._read = read
        self._records: dict[UUID, Record] = {}
        self._broken: dict[UUID, tuple[Document, StoreError]] = {}

    def fill(self, documents: Iterable[tuple[UUID, Document]]) -> None:
        """Take in all records of the table; until then only those are here that were put."""
        self._records.clear()
        with collecting_nothing():
            for key, document in documents:
                self.put(key, document)
        self.is_filled = True

    def empty(self) -> None:
        """Forget all records, until they are filled in anew."""
        self._records.clear()
        self._broken.clear()
        self.is_filled = False

    def put(self, key: UUID, document: Document | None) -> None:
        """Take in what a record is now, None where it is gone."""
        self._broken.pop(key, None)
        try:
            record = None if document is None else self._read(key, document)
        except StoreError as error:
            self._broken[key] = document or {}, error
            record = None
        if record is None:
            self._records.pop(key, None)
        else:
            self._records[key] = record

    def meaning(self, key: UUID, document: Document | None) -> Record | None:
        """Return what a document means; None where there is none, or it means nothing."""
        try:
            return None if document is None else self._read(key, document)
        except StoreError:
            return None

    def get(self, key: UUID) -> Record | None:
        """Return a record, None where there is none that can be understood."""
        return self._records.get(key)

    def one(self, key: UUID) -> Record | None:
        """Return a record, None where there is none.

        Raises:
            StoreError: It cannot be understood.
        """
        if key in self._broken:
            raise self._broken[key][1]
        return self.get(key)

    def understood(self) -> Collection[Record]:
        """Return all records but those that cannot be understood."""
        return self._records.values()

    def all(self) -> Collection[Record]:
        """Return all records.

        Raises:
            StoreError: One cannot be understood.
        """
        self._refuse(self._broken)
        return self.understood()

    def newest(self) -> Iterator[Record]:
        """Yield the records that can be understood, the one that came last first."""
        return reversed(self._records.values())

    def _refuse(self, keys: Iterable[UUID]) -> None:
        """Raise for the first of some records that cannot be understood, if there is one."""
        first = min(keys, default=None)
        if first is not None:
            raise self._broken[first][1]


class PracticeShelf(Shelf[OwnPractice]):
    """What a user made of the eight practices, and the eight with it."""

    def __init__(self) -> None:
        super().__init__(codec.PRACTICES, practice_codec.practice_from)
        self._eight: Eight | None = None

    def put(self, key: UUID, document: Document | None) -> None:
        """Take in what a record is now, None where it is gone."""
        super().put(key, document)
        self._eight = None

    def empty(self) -> None:
        """Forget all records, until they are filled in anew."""
        super().empty()
        self._eight = None

    def eight(self) -> Eight:
        """Return the eight practices as the home has them.

        Raises:
            StoreError: A record cannot be understood.
        """
        if self._eight is None:
            self._eight = eight_with(self.all())
        return self._eight


class EntryShelf(Shelf["Entry"]):
    """The entries, found by practice, day and person as well.

    Args:
        read: Returns what a document means; raises `StoreError` where it means nothing.
    """

    def __init__(self, read: Callable[[UUID, Document], Entry] = codec.entry_from) -> None:
        super().__init__(codec.ENTRIES, read)
        self._groupings: list[Grouping[str] | Grouping[UUID]] = []

    def empty(self) -> None:
        """Forget all entries, until they are filled in anew."""
        super().empty()
        for grouping in self._groupings:
            grouping.empty()

    def put(self, key: UUID, document: Document | None) -> None:
        """Take in what an entry is now, None where it is gone."""
        before = self._records.get(key)
        super().put(key, document)
        after = self._records.get(key)
        for grouping in self._groupings:
            grouping.move(before, after)

    def of_practice(self, slug: str) -> Collection[Entry]:
        """Return the entries of a practice.

        Raises:
            StoreError: One of them cannot be understood, or one of no known practice.
        """
        self._refuse(key for key, (document, _) in self._broken.items() if _may_be(document, slug))
        return self._by_practice.of(slug)

    def naming(self, person: UUID) -> Collection[Entry]:
        """Return the entries that name a person, but those that cannot be understood."""
        return self._by_person.of(person)

    @cached_property
    def _by_practice(self) -> Grouping[str]:
        return self._grouped(Grouping(lambda entry: (entry.practice,)))

    @cached_property
    def _by_person(self) -> Grouping[UUID]:
        return self._grouped(Grouping(lambda entry: entry.people))

    def _grouped(self, grouping: Grouping[Key]) -> Grouping[Key]:
        """Fill a grouping, and keep it up from now on: most uses need only some of them."""
        for entry in self._records.values():
            grouping.move(None, entry)
        self._groupings.append(grouping)  # type: ignore[arg-type]  # it is one of the two
        return grouping


def _may_be(document: Document, slug: str) -> bool:
    """Return whether an entry is of a practice, or of no known one."""
    other = document.get("practice")
    return other == slug or not isinstance(other, str) or other not in BY_SLUG


class Grouping(Generic[Key]):
    """Entries by something that they have.

    Args:
        keys: Returns what an entry is found by.
    """

    def __init__(self, keys: Callable[[Entry], Iterable[Key]]) -> None:
        self._keys = keys
        self._groups: dict[Key, dict[UUID, Entry]] = {}

    def of(self, key: Key) -> Collection[Entry]:
        """Return the entries that are found by a key, in the order in which they came to it."""
        return self._groups.get(key, {}).values()

    def empty(self) -> None:
        """Forget all entries."""
        self._groups.clear()

    def move(self, before: Entry | None, after: Entry | None) -> None:
        """Take in that an entry came, changed or went."""
        kept = () if after is None else tuple(self._keys(after))
        if before is not None:
            for key in set(self._keys(before)).difference(kept):
                del self._groups[key][before.id]
        if after is not None:
            for key in kept:
                self._groups.setdefault(key, {})[after.id] = after
