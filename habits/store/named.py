"""A shelf of records that have names, and those names by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from habits.store.shelves import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from habits.model import Habit, Person
    from habits.store.ops import Document

Named = TypeVar("Named", bound="Habit | Person")


class NamedShelf(Shelf[Named]):
    """Records that have names."""

    def __init__(self, table: str, read: Callable[[UUID, Document], Named]) -> None:
        super().__init__(table, read)
        self._names: Mapping[UUID, str] | None = None

    def put(self, key: UUID, document: Document | None) -> None:
        """Take in what a record is now, None where it is gone."""
        super().put(key, document)
        self._names = None

    def empty(self) -> None:
        """Forget all records, until they are filled in anew."""
        super().empty()
        self._names = None

    def names(self) -> Mapping[UUID, str]:
        """Return the names of all records by their ids, but of those that cannot be understood.

        Raises:
            StoreError: One cannot be understood, where names must not be missing.
        """
        if self._names is None:
            self._names = self._read_names()
        return self._names

    def _read_names(self) -> Mapping[UUID, str]:
        return {record.id: record.name for record in self.understood()}
