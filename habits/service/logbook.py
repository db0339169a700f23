"""The logbook: all entries by their day, each read when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from habits.finding import Finding
    from habits.model import Entry
    from habits.service.workspace import Workspace

_PIECE: Final = 250
"""How many entries are looked through at one go."""


class Logbook:
    """The entries as they are now, the newest day first.

    Args:
        workspace: The home.

    Attributes:
        keys: The ids of all entries in that order; of one day, the one that came last first.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        dates = workspace.ledger.entry_dates()
        dates.sort(key=lambda pair: pair[1])
        self.keys: Sequence[UUID] = [key for key, _ in reversed(dates)]

    def entry(self, key: UUID) -> Entry | None:
        """Return an entry; None where it is gone, or cannot be understood."""
        try:
            return self._workspace.ledger.entry(key)
        except StoreError:
            return None

    def search(self, finding: Finding) -> Iterator[list[UUID]]:
        """Yield the ids of the entries that fit, in their order, a piece at a time.

        A piece may be empty: between two of them something else can be done, or the search be
        broken off.
        """
        people = {person.id: person for person in self._workspace.ledger.people()}
        eight = self._workspace.practices
        for first in range(0, len(self.keys), _PIECE):
            found = []
            for key in self.keys[first : first + _PIECE]:
                entry = self.entry(key)
                if entry is not None and finding.fits(entry, people, eight):
                    found.append(key)
            yield found
