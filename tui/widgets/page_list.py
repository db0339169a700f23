"""A page of lines, drawn line by line: each is told whole, and a cursor is on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tui.row_text import Tone
from tui.text import strip_of, wrapped
from tui.widgets.cursor_list import CURSOR, CursorList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

    from tui.page_text import PageRow

_MARGIN: Final = 3
_MOST: Final = 3
"""On how many lines of the screen a line is told at most."""

_WIDEST: Final = 90
"""How many cells a line has at most: a longer one is hard to read."""


class _Drawn(NamedTuple):
    """A line of the screen: what it says, and of which row."""

    words: str
    tone: Tone
    stop: int | None
    is_first: bool
    is_listed: bool


class PageList(CursorList):
    """Lines of a page; the cursor goes over those about which something can be done."""

    TURN = 1

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PageRow] = ()
        self._drawn: list[_Drawn] = []
        self._drawn_for = -1
        self._top = 0

    def show(self, rows: Sequence[PageRow], cursor: int) -> None:
        """Show other lines.

        Args:
            rows: The lines.
            cursor: On which of those that the cursor can be on it is.
        """
        self._rows = rows
        self._drawn_for = -1
        self.set_reactive(PageList.cursor, max(min(cursor, self.count - 1), 0))
        self.scroll_to_cursor()
        self.refresh()

    @property
    def count(self) -> int:
        """On how many lines the cursor can be."""
        return sum(row.is_stop for row in self._rows)

    @property
    def page(self) -> int:
        """How many of these are in sight."""
        seen = self._drawn[self._top : self._top + self.size.height]
        return max(len({line.stop for line in seen} - {None}), 1)

    def number_at(self, y: int) -> int | None:
        """Return the number of what stands on a line; None where the cursor cannot be."""
        place = self._top + y
        return self._drawn[place].stop if place < len(self._drawn) else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be, to what stands above the first line and below the last."""
        self._draw()
        height, last = self.size.height, max(len(self._drawn) - self.size.height, 0)
        here = [place for place, line in enumerate(self._drawn) if line.stop == self.cursor]
        begins = here[0] if here and self.cursor else 0
        ends = here[-1] if here and self.cursor < self.count - 1 else len(self._drawn) - 1
        lowest = min(ends - height + 1, here[0] if here else 0)
        self._top = max(min(self._top, begins, last), lowest, 0)

    def render_line(self, y: int) -> Strip:
        """Return a line of the page."""
        if self._drawn_for != self.size.width:
            # What is shown before it is laid out did not know how much room there is.
            self.scroll_to_cursor()
        place = self._top + y
        parts = []
        if place < len(self._drawn):
            line = self._drawn[place]
            here = line.stop == self.cursor
            sign = CURSOR if here and line.is_first else " "
            tone = Tone.STRONG if here and line.tone is Tone.PLAIN else line.tone
            lead = f" {sign} " if line.is_listed else " "
            parts = [(lead, self.tone(Tone.KEPT)), (line.words, self.tone(tone))]
        return strip_of(parts, self.size.width, self.visual_style)

    def _draw(self) -> None:
        """Break the lines anew where they or the width are others."""
        if self._drawn_for != self.size.width:
            self._drawn_for = self.size.width
            self._drawn = list(self._broken())

    def _broken(self) -> Iterator[_Drawn]:
        stops = iter(range(len(self._rows)))
        for row in self._rows:
            stop = next(stops) if row.is_stop else None
            room = self.size.width - (_MARGIN if row.is_listed else 1) - 1
            told = wrapped(row.words, max(min(room, _WIDEST), 1), _MOST) or [""]
            for place, words in enumerate(told):
                yield _Drawn(words, row.tone, stop, not place, row.is_listed)
