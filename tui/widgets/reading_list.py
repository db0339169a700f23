"""Entries as text to be read, drawn line by line: each is told whole, on as many lines as it needs.

Only those in sight are ever read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.text import strip_of, wrapped
from tui.widgets.cursor_list import CURSOR, CursorList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.strip import Strip

    from tui.text import Part

_MARGIN: Final = 3
_MOST: Final = 8
"""On how many lines an entry is told at most; the logbook tells the rest."""

_WIDEST: Final = 90
"""How many cells a line has at most: a longer one is hard to read."""


class ReadingList(CursorList):
    """Entries one under the other, a blank line between them, with a cursor on one.

    Args:
        read: Returns the day of an entry and what it says, by its number.
        empty: Returns what is told where there is none.
    """

    def __init__(self, read: Callable[[int], tuple[str, str]], empty: Callable[[], str]) -> None:
        super().__init__()
        self._read = read
        self._empty = empty
        self._count = 0
        self._first = 0
        self._drawn: list[tuple[int, str]] = []

    def show(self, count: int, cursor: int) -> None:
        """Show other entries, with the cursor on one of them."""
        self._count = count
        self.set_reactive(ReadingList.cursor, max(min(cursor, count - 1), 0))
        self.scroll_to_cursor()
        self.refresh()

    def grow(self, count: int) -> None:
        """Show more entries behind those that are shown.

        Args:
            count: How many there are now.
        """
        self._count = count
        if len(self._drawn) < self.size.height:
            self.show(count, self.cursor)

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._count

    @property
    def page(self) -> int:
        """How many entries are in sight."""
        return max(len({number for number, _ in self._drawn if number >= 0}), 1)

    def number_at(self, y: int) -> int | None:
        """Return the number of the entry that stands on a line; None where none does."""
        number = self._drawn[y][0] if y < len(self._drawn) else -1
        return number if number >= 0 else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that all of the entry at the cursor is in sight."""
        height = self.size.height
        if not height:
            return
        self._first = min(self._first, self.cursor)
        needed, first = 0, self.cursor
        for number in range(self.cursor, self._first - 1, -1):
            needed += len(self._told(number)) + 1
            if needed > height + 1 and number != self.cursor:
                break
            first = number
        self._first = first
        self._drawn = self._in_sight()

    def _in_sight(self) -> list[tuple[int, str]]:
        """Return the lines that are in sight, each with the number of its entry."""
        lines: list[tuple[int, str]] = []
        for number in range(self._first, self._count):
            if len(lines) >= self.size.height:
                break
            lines += [(number, line) for line in self._told(number)]
            lines.append((-1, ""))
        return lines[: self.size.height]

    def _told(self, number: int) -> list[str]:
        if not 0 <= number < self._count:
            return []
        width = min(self.size.width - _MARGIN - 1, _WIDEST)
        day, said = self._read(number)
        return [day, *wrapped(said, max(width, 1), _MOST)]

    def render_line(self, y: int) -> Strip:
        """Return a line of the text."""
        if not y:
            # What is shown before it is laid out does not know how much room there is.
            self.scroll_to_cursor()
        return strip_of(self._parts(y), self.size.width, self.visual_style)

    def _parts(self, y: int) -> list[Part]:
        if not self._count:
            told = wrapped(self._empty(), max(self.size.width - 2, 1), 2)
            return [(f" {told[y]}", self.tone(Tone.QUIET))] if y < len(told) else []
        if y >= len(self._drawn):
            return []
        number, line = self._drawn[y]
        is_first = number >= 0 and (not y or self._drawn[y - 1][0] != number)
        here = number == self.cursor
        tone = Tone.PLAIN if not is_first else Tone.STRONG if here else Tone.QUIET
        mark = CURSOR if here and is_first else " "
        return [(f" {mark} ", self.tone(Tone.KEPT)), (line, self.tone(tone))]
