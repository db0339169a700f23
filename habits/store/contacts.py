"""Contacts: which entries name whom, kept up with every act.

They are read the newest first, a piece at a time, as all of ten years cannot be read at once
without being seen to be. What comes meanwhile is taken in at once, wherever it belongs.
"""

from __future__ import annotations

from bisect import bisect_left
from contextlib import suppress
from datetime import date
from heapq import merge
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from habits.errors import StoreError
from habits.store.days import number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from habits.model import Entry
    from habits.store.days import Days, Place

PIECE: Final = 100
"""How many entries are read at one go."""

Kind = tuple[str, "str | None"]
"""The practice of an entry, and its move."""

_BEFORE_ALL: Final[Place] = ("\U0010ffff", 0)
_ID_BITS: Final = 128


class Naming(NamedTuple):
    """An entry that names somebody.

    Attributes:
        date: Its date.
        id: Its id.
    """

    date: date
    id: UUID


class Contacts:
    """Which entries name whom.

    Of each it is kept in one number when it is and which it is, so that numbers are in the order of
    days, and of one day in that in which entries were made.

    Args:
        days: All entries by their day.
        read: Returns an entry, None where it is gone; raises `StoreError` where it means nothing.

    Attributes:
        days: All entries by their day.
    """

    def __init__(self, days: Days, read: Callable[[UUID], Entry | None]) -> None:
        self.days = days
        self._read = read
        self._ahead: Place | None = _BEFORE_ALL
        self._marks: dict[UUID, dict[Kind, list[int]]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether all entries were read."""
        return self._ahead is None

    def look_on(self) -> None:
        """Read the next entries; one that cannot be understood names nobody."""
        if self._ahead is None:
            return
        places = self.days.places
        first = number_of(places, self._ahead)
        behind = first + PIECE
        self._ahead = places[behind] if behind < len(places) else None
        for _, key in places[first:behind]:
            with suppress(StoreError):
                self.move(None, self._read(UUID(int=key)))

    def look_back_to(self, day: date) -> None:
        """Read all entries from a day on, but those that were read."""
        while self._ahead is not None and self._ahead[0] >= day.isoformat():
            self.look_on()

    def move(self, before: Entry | None, after: Entry | None) -> None:
        """Take in that an entry came, changed or went, whether it was read until now or not."""
        if before is not None:
            for marks in self._naming(before):
                number = bisect_left(marks, _mark(before))
                del marks[number : number + _is_at(marks, number, _mark(before))]
        if after is not None:
            for marks in self._naming(after):
                number = bisect_left(marks, _mark(after))
                if not _is_at(marks, number, _mark(after)):
                    marks.insert(number, _mark(after))

    def kinds(self, person: UUID) -> Collection[Kind]:
        """Return the kinds of act of which entries name a person, or named them."""
        return self._marks.get(person, {}).keys()

    def last(self, person: UUID, kinds: Iterable[Kind], until: date) -> Naming | None:
        """Return the last entry of some kinds that names a person, up to a day; None for none."""
        of_person, end = self._marks.get(person, {}), _end_of(until)
        latest = max((_last_before(of_person.get(kind, ()), end) for kind in kinds), default=0)
        return _naming(latest) if latest else None

    def within(
        self, person: UUID, kinds: Iterable[Kind], first: date, last: date
    ) -> Iterator[Naming]:
        """Yield the entries of some kinds that name a person, between two days, the last first."""
        of_person = self._marks.get(person, {})
        found = []
        for kind in kinds:
            marks = of_person.get(kind, [])
            begin, end = bisect_left(marks, _mark_of(first, 0)), bisect_left(marks, _end_of(last))
            found.append(marks[begin:end][::-1])
        return map(_naming, merge(*found, reverse=True))

    def _naming(self, entry: Entry) -> Iterator[list[int]]:
        """Yield the marks of those whom an entry names, of its kind."""
        kind = entry.practice, entry.move
        for person in entry.people:
            yield self._marks.setdefault(person, {}).setdefault(kind, [])


def _mark(entry: Entry) -> int:
    return _mark_of(entry.date, entry.id.int)


def _mark_of(day: date, key: int) -> int:
    return day.toordinal() << _ID_BITS | key


def _end_of(day: date) -> int:
    """Return what is greater than all marks of a day and less than those of the next."""
    return (day.toordinal() + 1) << _ID_BITS


def _naming(mark: int) -> Naming:
    return Naming(date.fromordinal(mark >> _ID_BITS), UUID(int=mark & (1 << _ID_BITS) - 1))


def _last_before(marks: Sequence[int], end: int) -> int:
    """Return the greatest of some marks in order that is less than another; 0 for none."""
    number = bisect_left(marks, end)
    return marks[number - 1] if number else 0


def _is_at(marks: Sequence[int], number: int, mark: int) -> bool:
    return marks[number : number + 1] == [mark]
