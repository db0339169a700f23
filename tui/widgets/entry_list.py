"""Entries as a list, drawn line by line: only those in sight are ever read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import EntryText, Tone
from tui.sizes import ROOMY
from tui.text import fitted, strip_of, wrapped
from tui.widgets.cursor_list import CURSOR, CursorList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.strip import Strip

    from tui.text import Part

_DAY_CELLS: Final = 12
_PRACTICE_CELLS: Final = 13
_NARROW: Final = 60
"""Below this width a practice is told by its key alone."""

_DETAILS: Final = 4
"""How many lines tell all of the entry at the cursor, a blank one above them."""


class EntryList(CursorList):
    """A list of entries with a cursor, and under it all that the one at the cursor says.

    Args:
        read: Returns how an entry reads, by its number in the list.
        read_whole: Returns all that the one at the cursor says.
        empty: Returns what is told where there is none.
    """

    def __init__(
        self,
        read: Callable[[int], EntryText],
        read_whole: Callable[[], str],
        empty: Callable[[], str],
    ) -> None:
        super().__init__()
        self._read_anew = read
        self._read_whole = read_whole
        self._above: tuple[int, EntryText] | None = None
        self._empty = empty
        self._count = 0
        self._first = 0

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._count

    @property
    def page(self) -> int:
        """How many entries are in sight."""
        details = _DETAILS if self.screen.size.height >= ROOMY else 0
        return max(self.size.height - details, 1)

    def show(self, count: int, cursor: int) -> None:
        """Show other entries.

        Args:
            count: How many there are.
            cursor: Which of them the cursor is on.
        """
        here = min(max(cursor, 0), max(count - 1, 0))
        if self._first:
            # What came or went above it moves nothing that is in sight.
            self._first += here - self.cursor
        self._above = None
        self._count = count
        self.set_reactive(EntryList.cursor, here)
        self.scroll_to_cursor()
        self.refresh()

    def grow(self, count: int) -> None:
        """Show more entries behind those that are shown: what is in sight stays as it is.

        Args:
            count: How many there are now.
        """
        is_in_sight = self._count < self._first + self.page
        self._count = count
        if is_in_sight:
            self.refresh()

    def number_at(self, y: int) -> int | None:
        """Return the number of the entry that stands on a line; None where none does."""
        number = self._first + y
        return number if y < self.page and number < self._count else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight."""
        last = max(self._count - self.page, 0)
        lowest = self.cursor - self.page + 1
        self._first = max(min(self._first, self.cursor, last), lowest, 0)

    def render_line(self, y: int) -> Strip:
        """Return a line of the list."""
        width = self.size.width
        detail = y - self.page - 1
        if not self._count:
            parts = [(f"  {self._empty()}", self.tone(Tone.QUIET))] if y == 1 else []
        elif y < self.page:
            number = self._first + y
            parts = self._row_parts(number, is_first=y == 0) if number < self._count else []
        elif detail >= 0:
            told = wrapped(self._read_whole(), max(width - 2, 1), _DETAILS - 1)
            parts = [(f" {told[detail]}", self.tone(Tone.PLAIN))] if detail < len(told) else []
        else:
            parts = []
        return strip_of(parts, width, self.visual_style)

    def _row_parts(self, number: int, *, is_first: bool) -> list[Part]:
        """Return an entry's pieces; its day is told where another one begins."""
        day_above = "" if is_first else self._read(number - 1).day
        row = self._read(number)
        here = number == self.cursor
        narrow = self.size.width < _NARROW
        practice = f"{row.key} " if narrow else fitted(row.practice, _PRACTICE_CELLS)
        return [
            (f" {CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (fitted("" if row.day == day_above else row.day, _DAY_CELLS), self.tone(Tone.QUIET)),
            (practice, self.tone(Tone.STRONG if here else Tone.PLAIN)),
            (row.words, self.tone(row.tone)),
            (row.why, self.tone(Tone.QUIET)),
        ]

    def _read(self, number: int) -> EntryText:
        """Return how an entry reads; the one above it has just been read."""
        if self._above is None or self._above[0] != number:
            self._above = number, self._read_anew(number)
        return self._above[1]
