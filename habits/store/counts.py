"""Counts: how many entries of each kind there are on each day, kept up with every act."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from habits.store.collecting import collecting_nothing
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
        entries: The kinds of all entries, each with its date as ISO 8601.
    """

    def __init__(self, entries: Iterable[tuple[Kind, str]]) -> None:
        texts: dict[Kind, list[str]] = defaultdict(list)
        with collecting_nothing():
            for kind, text in entries:
                texts[kind].append(text)
        # Of most dates there are entries of many kinds: each is read once.
        days = {text: _day(text) for text in set(chain.from_iterable(texts.values()))}
        self._days: dict[Kind, Counter[date]] = defaultdict(Counter)
        for kind, mine in texts.items():
            total = self._days[kind]
            for text, count in Counter(mine).items():
                if (day := days[text]) is not None:
                    total[day] += count

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

    def put(self, before: Document | None, after: Document | None) -> None:
        """Take in what an entry was, None where it was not there, and is, None where it is gone."""
        for document, count in ((before, -1), (after, 1)):
            if document is not None:
                kind = _text(document, "practice"), _text(document, "move")
                self._add(kind, day_in(document), count)

    def _add(self, kind: Kind, text: str, count: int) -> None:
        day, days = _day(text), self._days[kind]
        if day is not None:
            days[day] += count
            if not days[day]:
                del days[day]


def _day(text: str) -> date | None:
    """Return a date; None for one that cannot be read: it is on no day."""
    try:
        return as_date(text)
    except ValueError:
        return None


def _text(document: Document, name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else ""
