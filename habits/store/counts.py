"""Counts: how many entries of each kind there are on each day, kept up with every act."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from habits.store.days import day_in
from habits.store.fields import as_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from habits.store.ops import Document

Kind = tuple[str, str]
"""The slugs of a practice and of a move, the latter empty where no move is named."""


class Counts:
    """How many entries of each kind there are on each day.

    Args:
        entries: The ids of all entries as integers, each with its kind and its date as ISO 8601.
    """

    def __init__(self, entries: Iterable[tuple[int, Kind, str]]) -> None:
        self._places: dict[int, tuple[Kind, date]] = {}
        self._days: dict[Kind, Counter[date]] = defaultdict(Counter)
        for key, kind, day in entries:
            self._add(key, kind, day)

    def of(self, practice: str, but: Collection[str | None] = ()) -> Mapping[date, int]:
        """Return how many entries of a practice there are on each day that has any.

        Args:
            practice: The slug of the practice.
            but: The slugs of the moves that are left out.
        """
        total: Counter[date] = Counter()
        for (slug, move), days in self._days.items():
            if slug == practice and move not in but:
                total.update(days)
        return total

    def put(self, key: int, document: Document | None) -> None:
        """Take in what an entry is now, None where it is gone."""
        if key in self._places:
            kind, day = self._places.pop(key)
            self._days[kind][day] -= 1
            if not self._days[kind][day]:
                del self._days[kind][day]
        if document is not None:
            kind = _text(document, "practice"), _text(document, "move")
            self._add(key, kind, day_in(document))

    def _add(self, key: int, kind: Kind, text: str) -> None:
        """Count an entry; one without a date that can be read is on no day."""
        try:
            day = as_date(text)
        except ValueError:
            return
        self._places[key] = kind, day
        self._days[kind][day] += 1


def _text(document: Document, name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else ""
