"""The view of entries as text to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.store.days import number_of
from habits.words import long_day_words
from tui.screens.looking_view import LookingView
from tui.widgets.reading_list import ReadingList

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from tui.screens.review_view import Looking
    from tui.widgets.cursor_list import CursorList

_AFTER_ALL: Final = 1 << 128
"""What comes after the ids of all entries of a day."""


class EntriesView(LookingView):
    """The entries of a practice, the newest first, with the cursor near the day looked at."""

    NAME = "entries"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._list = ReadingList(self._read, self._nothing)
        self._day: date | None = None
        self._is_on_the_way = False
        self._names: Mapping[UUID, str] = {}

    @property
    def widget(self) -> CursorList:
        """The list."""
        return self._list

    @property
    def count(self) -> int:
        """How many entries were found until now."""
        return len(self.book.places)

    @property
    def page_size(self) -> int:
        """How many entries are in sight."""
        return self._list.page

    def show(self) -> None:
        """Show the entries that are found until now."""
        self._names = self.place.session.names()
        if self.day != self._day:
            self._day, self._is_on_the_way = self.day, True
        super().show()

    def go_to(self, number: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._is_on_the_way = False
        super().go_to(number)

    def open(self) -> None:
        """Open the entry in the logbook's way."""
        place = self.book.place(self._list.cursor)
        if place is None:
            raise RefusedError(self._nothing())
        day = date.fromisoformat(place[0])
        self.place.open_entries(replace(self.place.look, day=day, at=place))

    def draw(self) -> None:
        """Show all that was found."""
        self._list.show(self.count, self._number)

    def draw_more(self) -> None:
        """Show what was found besides: what is in sight already stays as it is."""
        if self._is_on_the_way:
            self.draw()
        else:
            self._list.grow(self.count)

    @property
    def _number(self) -> int:
        """The number of the entry that the cursor is to be on."""
        if not self._is_on_the_way:
            return self._list.cursor
        number = number_of(self.book.places, (self.day.isoformat(), _AFTER_ALL))
        self._is_on_the_way = number >= self.count and self.book.is_looking
        return number

    def _read(self, number: int) -> tuple[str, str]:
        place, session = self.book.place(number), self.place.session
        entry = None if place is None else self.book.entry(place)
        if entry is None:
            return "", "This entry cannot be read."
        said = session.entry_text(entry, self._names)
        return long_day_words(entry.date), f"{said.words}{said.why}" or "A bare mark."

    def _nothing(self) -> str:
        return "Looking …" if self.book.is_looking else "Nothing is logged here yet."
