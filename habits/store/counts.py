"""Counts: how many entries of each kind there are on each day, kept up with every act."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habits.store.days import day_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from habits.store.ops import Document

Kind = tuple[str, str]
"""The slugs of a practice and of a move, the latter empty where no move is named."""


class Counts:
    """How many entries of each kind there are on each day.

    Args:
        entries: The kind and the date of each entry.
    """

    def __init__(self, entries: Iterable[tuple[Kind, str]]) -> None:
        self._days: dict[Kind, Counter[str]] = {}
        for kind, day in entries:
            self._add(kind, day, 1)

    def of(self, practice: str, but: Collection[str]) -> Mapping[str, int]:
        """Return how many entries of a practice there are on each day.

        Args:
            practice: The slug of the practice.
            but: The slugs of the moves that are left out.
        """
        total: Counter[str] = Counter()
        for (slug, move), days in self._days.items():
            if slug == practice and move not in but:
                total.update(days)
        return total

    def move(self, before: Document | None, after: Document | None) -> None:
        """Take in that an entry came, changed or went."""
        for document, by in ((before, -1), (after, 1)):
            if document is not None:
                self._add(_kind(document), day_in(document), by)

    def _add(self, kind: Kind, day: str, by: int) -> None:
        self._days.setdefault(kind, Counter())[day] += by


def _kind(document: Document) -> Kind:
    practice, move = (document.get(name) for name in ("practice", "move"))
    return practice if isinstance(practice, str) else "", move if isinstance(move, str) else ""
