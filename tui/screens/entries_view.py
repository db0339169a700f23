"""The view of entries as text: they are looked through a piece at a time, between two keys."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from habits import service
from habits.errors import RefusedError
from habits.finding import Finding
from habits.store.days import number_of
from habits.words import long_day_words
from tui.screens.find_actions import AT_ONE_GO
from tui.screens.review_view import View
from tui.widgets.reading_list import ReadingList

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from habits.service import Logbook
    from tui.screens.review_view import Looking
    from tui.widgets.cursor_list import CursorList

_AFTER_ALL: Final = 1 << 128
"""What comes after the ids of all entries of a day."""


class EntriesView(View):
    """The entries of a practice, the newest first, with the cursor near the day looked at."""

    NAME = "entries"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._list = ReadingList(self._read, self._nothing)
        self._finding: Finding | None = None
        self._day: date | None = None
        self._is_on_the_way = False
        self._goes_on = False
        self._names: Mapping[UUID, str] = {}

    @cached_property
    def _book(self) -> Logbook:
        return service.Logbook(self.place.session.workspace)

    @property
    def widgets(self) -> tuple[CursorList, ...]:
        """The list."""
        return (self._list,)

    @property
    def count(self) -> int:
        """How many entries were found until now."""
        return len(self._book.places)

    @property
    def page_size(self) -> int:
        """How many entries are in sight."""
        return self._list.page

    def show(self) -> None:
        """Show the entries that are found until now."""
        self._book.follow()
        self._names = self.place.session.names()
        finding = Finding(practice=self.place.look.practice)
        if finding != self._finding:
            self._finding = finding
            self._book.look_for(finding)
        if self.day != self._day:
            self._day, self._is_on_the_way = self.day, True
        self._look_on()

    def go_to(self, number: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._is_on_the_way = False
        super().go_to(number)

    def open(self) -> None:
        """Open the entry in the logbook's way."""
        place = self._book.place(self._list.cursor)
        if place is None:
            raise RefusedError(self._nothing())
        day = date.fromisoformat(place[0])
        self.place.open_entries(replace(self.place.look, day=day, at=place))

    def _look_on(self) -> None:
        """Look through the next entries, and show all that was found."""
        until = time.monotonic() + AT_ONE_GO
        while self._book.is_looking:
            self._book.look_on()
            if time.monotonic() >= until:
                break
        self._list.show(self.count, self._number)
        if self._book.is_looking and not self._goes_on:
            self._goes_on = True
            self.place.do_later(self._go_on)

    def _go_on(self) -> None:
        self._goes_on = False
        self._look_on()

    @property
    def _number(self) -> int:
        """The number of the entry that the cursor is to be on."""
        if not self._is_on_the_way:
            return self._list.cursor
        number = number_of(self._book.places, (self.day.isoformat(), _AFTER_ALL))
        self._is_on_the_way = number >= self.count and self._book.is_looking
        return number

    def _read(self, number: int) -> tuple[str, str]:
        place, session = self._book.place(number), self.place.session
        entry = None if place is None else self._book.entry(place)
        if entry is None:
            return "", "This entry cannot be read."
        said = session.entry_text(entry, self._names)
        return long_day_words(entry.date), f"{said.words}{said.why}" or "A bare mark."

    def _nothing(self) -> str:
        return "Looking …" if self._book.is_looking else "Nothing is logged here yet."
