"""Stretches: the entries of some days that were looked back on, kept up with every act."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.store.days import number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from habits.model import Entry
    from habits.store.days import Place

MOST: Final = 4
"""So many are kept, those that were asked for last: the entries of a year are some megabytes."""

_ABOVE_ANY_ID: Final = 1 << 128


class Stretches:
    """The entries of some days.

    Args:
        read: Returns an entry by its id, None where it is gone; raises `StoreError` where it cannot
            be understood.
    """

    def __init__(self, read: Callable[[UUID], Entry | None]) -> None:
        self._read = read
        self._kept: dict[tuple[date, date], tuple[Entry, ...]] = {}

    def between(self, places: Sequence[Place], first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, both included, the oldest first; no others are read.

        Args:
            places: Where all entries stand.
            first: The first day.
            last: The last day.

        Returns:
            The same object as before where none of them differs.
        """
        entries = self._kept.pop((first, last), None)
        if entries is None:
            begin = number_of(places, (last.isoformat(), _ABOVE_ANY_ID))
            end = number_of(places, (first.isoformat(), -1))
            found = (self._read(UUID(int=key)) for _, key in reversed(places[begin:end]))
            entries = tuple(entry for entry in found if entry is not None)
        self._kept[first, last] = entries
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        return entries

    def move(self, before: Entry | None, after: Entry | None) -> None:
        """Take in that an entry came, changed or went."""
        for (first, last), entries in self._kept.items():
            is_out, is_in = (e is not None and first <= e.date <= last for e in (before, after))
            if not is_out and not is_in:
                continue
            others = [e for e in entries if before is None or e.id != before.id]
            if is_in and after is not None:
                others.insert(bisect_left(others, _place(after), key=_place), after)
            self._kept[first, last] = tuple(others)


def _place(entry: Entry) -> tuple[date, int]:
    return entry.date, entry.id.int
