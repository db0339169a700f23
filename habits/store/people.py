"""The shelf of people, where records of one person are one: what was merged stands for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from habits.model import Entry, FollowUp, Pause, Person
from habits.person import identities
from habits.record import replace
from habits.store import codec
from habits.store.named import NamedShelf

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from habits.store.ops import Altered, Document
    from habits.store.table import Table

AnyNaming = TypeVar("AnyNaming", Entry, FollowUp, Pause)
"""A record that names people."""


class PeopleShelf(NamedShelf[Person]):
    """The people, each once.

    What was merged stays as a record, so that what another device still says of it, however late,
    is said of the one that it stands for.
    """

    def __init__(self) -> None:
        super().__init__(codec.PEOPLE, codec.person_from)
        self._identities: Mapping[UUID, UUID] | None = None

    def put(self, key: UUID, document: Document | None) -> None:
        """Take in what a record is now, None where it is gone."""
        super().put(key, document)
        self._identities = None

    def empty(self) -> None:
        """Forget all records, until they are filled in anew."""
        super().empty()
        self._identities = None

    @property
    def identities(self) -> Mapping[UUID, UUID]:
        """Whom each merged record stands for, by the ids of both."""
        if self._identities is None:
            self._identities = identities(self.understood())
        return self._identities

    def known(self) -> Collection[Person]:
        """Return all people.

        Raises:
            StoreError: One cannot be understood.
        """
        everybody, merged = self.all(), self.identities
        return [each for each in everybody if each.id not in merged] if merged else everybody

    def merged(self) -> Collection[tuple[Person, UUID]]:
        """Return the records that were merged, each with the id of the person it stands for."""
        return [(self._records[key], whom) for key, whom in self.identities.items()]

    def _read_names(self) -> Mapping[UUID, str]:
        # What an act did to an entry is told by its document, which may name a merged record.
        names = {person.id: person.name for person in self.known()}
        return names | {key: names[whom] for key, whom in self.identities.items()}


def as_meant(record: AnyNaming, whom: Mapping[UUID, UUID]) -> AnyNaming:
    """Return a record with the people whom it means, each once.

    Args:
        record: The record.
        whom: Whom each merged record stands for, by the ids of both.
    """
    if isinstance(record, Pause):
        if record.person is None:
            return record
        return replace(record, person=whom.get(record.person, record.person))
    if whom.keys().isdisjoint(record.people):
        return record
    return replace(record, people=tuple(dict.fromkeys(whom.get(key, key) for key in record.people)))


def is_merging(altered: Altered, people: Table) -> bool:
    """Return whether a record may stand for another now, or another for it, than it did before.

    Args:
        altered: The record, as it was.
        people: The documents of all people, as they are.
    """
    if altered.table != codec.PEOPLE:
        return False
    document = people.get(altered.key)
    if (altered.before or {}).get("merged_into") != (document or {}).get("merged_into"):
        return True
    came_or_went = (altered.before is None) != (document is None)
    return came_or_went and any(
        target == str(altered.key) for target, _ in people.column("merged_into")
    )
