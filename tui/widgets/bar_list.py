"""Lines with bars, drawn one by one: what there is how often, in a picture and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.text import cells, fitted, wrapped
from tui.widgets.cursor_list import CURSOR
from tui.widgets.detailed import Detailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review_text import BarLine
    from tui.text import Part

_MARGIN: Final = 3
_LONGEST: Final = 60
"""How many cells a bar has at most."""

_SHORTEST: Final = 8
"""With fewer cells no bar is drawn: the words say the same."""


class BarList(Detailed):
    """Lines and their headings, with a cursor on one of the lines.

    Args:
        read_whole: Returns what is told of the line at the cursor.
        empty: Returns what is told where there are none.
    """

    def __init__(self, read_whole: Callable[[], Sequence[str]], empty: Callable[[], str]) -> None:
        super().__init__(read_whole)
        self._empty = empty
        self._lines: tuple[BarLine, ...] = ()
        self._numbers: list[int] = []
        self._first = 0

    def show(self, lines: tuple[BarLine, ...], cursor: int) -> None:
        """Show other lines, with the cursor on one of those that are no heading."""
        self._lines = lines
        self._numbers = [place for place, line in enumerate(lines) if not line.is_heading]
        self.set_reactive(BarList.cursor, min(cursor, max(self.count - 1, 0)))
        self.scroll_to_cursor()
        self.refresh()

    @property
    def count(self) -> int:
        """How many lines there are, without headings."""
        return len(self._numbers)

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return self.room

    @property
    def lines(self) -> int:
        """How many lines there are, headings too; what is told where there are none has two."""
        return len(self._lines) or 2

    def number_at(self, y: int) -> int | None:
        """Return the number of what stands on a line; None for a heading or nothing."""
        place = self._first + y
        return self._numbers.index(place) if y < self.room and place in self._numbers else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight, with its heading above it."""
        if not self.count:
            self._first = 0
            return
        place = self._numbers[self.cursor]
        above = place - 1 if place and self._lines[place - 1].is_heading else place
        last = max(len(self._lines) - self.room, 0)
        self._first = max(min(self._first, above, last), place - self.room + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the list."""
        if not self._lines:
            told = wrapped(self._empty(), max(self.size.width - 2, 1), 2)
            return [(f" {told[y]}", self.tone(Tone.QUIET))] if y < len(told) else []
        place = self._first + y
        line = self._lines[place]
        if line.is_heading:
            return [(f" {line.label}", self.tone(Tone.QUIET))]
        here = self.count > 0 and place == self._numbers[self.cursor]
        return [
            (f" {CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (
                f"{fitted(line.label, self._label - 1)} ",
                self.tone(Tone.STRONG if here else line.tone),
            ),
            *self._bar_parts(line),
            (f" {line.words}", self.tone(Tone.PLAIN)),
        ]

    def _bar_parts(self, line: BarLine) -> list[Part]:
        room, most = self._bar, max((each.length for each in self._lines), default=0)
        if not room or not most:
            return []
        drawn = [
            (count if most <= room else max(count * room // most, bool(count)), cell)
            for count, cell in line.bar
        ]
        blank = max(min(room, most) - sum(count for count, _ in drawn), 0)
        return [
            *((sign * count, self.tone(tone)) for count, (sign, tone) in drawn),
            (" " * blank, self.tone(Tone.QUIET)),
        ]

    @property
    def _label(self) -> int:
        widest = max((cells(line.label) for line in self._lines if not line.is_heading), default=0)
        return min(widest + 1, max(self.size.width // 2, 1))

    @property
    def _bar(self) -> int:
        """How many cells a bar has at most; none where it would be too short."""
        words = max((cells(line.words) for line in self._lines), default=0)
        room = min(self.size.width - _MARGIN - self._label - words - 2, _LONGEST)
        return room if room >= _SHORTEST else 0
