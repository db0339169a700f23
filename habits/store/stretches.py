"""Stretches: the entries of some days that were looked back on, kept up with every act."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.store.days import number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from habits.model import Entry
    from habits.store.days import Place

MOST: Final = 4
"""So many are kept, those that were asked for last."""

MOST_MONTHS: Final = 15
"""So many months are kept besides: the entries of a year are some megabytes."""

_MONTH: Final = 27
"""Where so many days lie between the first and the last, whole months are read."""

_Days = tuple[date, date]
"""The first of some days, and the last."""

_ABOVE_ANY_ID: Final = 1 << 128


class Stretches:
    """The entries of some days.

    Args:
        read: Returns an entry by its id, None where it is gone; raises `StoreError` where it cannot
            be understood.
    """

    def __init__(self, read: Callable[[UUID], Entry | None]) -> None:
        self._read = read
        self._kept: dict[_Days, tuple[Entry, ...]] = {}
        self._months: dict[_Days, tuple[Entry, ...]] = {}

    def between(self, places: Sequence[Place], first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, both included, the oldest first.

        Of a quarter and of a year whole months are read, so that each is read once for both.

        Args:
            places: Where all entries stand.
            first: The first day.
            last: The last day.

        Returns:
            The same object as before where none of them differs.
        """
        entries = self._kept.pop((first, last), None)
        if entries is None and (last - first).days < _MONTH:
            entries = self._found(places, first, last)
        elif entries is None:
            months = (self._month(places, month) for month in _months(first, last))
            entries = tuple(e for month in months for e in month if first <= e.date <= last)
        _keep(self._kept, (first, last), entries, MOST)
        return entries

    def _month(self, places: Sequence[Place], days: _Days) -> tuple[Entry, ...]:
        entries = self._months.pop(days, None)
        if entries is None:
            entries = self._found(places, *days)
        _keep(self._months, days, entries, MOST_MONTHS)
        return entries

    def _found(self, places: Sequence[Place], first: date, last: date) -> tuple[Entry, ...]:
        begin = number_of(places, (last.isoformat(), _ABOVE_ANY_ID))
        end = number_of(places, (first.isoformat(), -1))
        found = (self._read(UUID(int=key)) for _, key in reversed(places[begin:end]))
        return tuple(entry for entry in found if entry is not None)

    def move(self, before: Entry | None, after: Entry | None) -> None:
        """Take in that an entry came, changed or went."""
        for kept in (self._kept, self._months):
            for (first, last), entries in kept.items():
                is_out, is_in = (e is not None and first <= e.date <= last for e in (before, after))
                if not is_out and not is_in:
                    continue
                others = [e for e in entries if before is None or e.id != before.id]
                if is_in and after is not None:
                    others.insert(bisect_left(others, _place(after), key=_place), after)
                kept[first, last] = tuple(others)


def _keep(
    kept: dict[_Days, tuple[Entry, ...]], days: _Days, entries: tuple[Entry, ...], most: int
) -> None:
    """Keep the entries of some days, and no more than so many: those that were asked for last."""
    kept[days] = entries
    if len(kept) > most:
        del kept[next(iter(kept))]


def _months(first: date, last: date) -> Iterator[_Days]:
    """Yield the first and the last day of each month that some days are of."""
    for number in range(12 * first.year + first.month - 1, 12 * last.year + last.month):
        year, month = number // 12, number % 12 + 1
        yield date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _place(entry: Entry) -> tuple[date, int]:
    return entry.date, entry.id.int
