"""Lines with bars, drawn one by one: what there is how often, in a picture and in words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from tui.review_text import BarLine
from tui.row_text import Tone
from tui.text import cells, fitted, wrapped
from tui.widgets.cursor_list import CURSOR
from tui.widgets.detailed import Detailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.text import Part

_MARGIN: Final = 3
_LONGEST: Final = 60
"""How many cells a bar has at most."""

_NARROWEST, _WIDEST = 38, 60
"""How many cells each of two columns has at least, and at most."""

_SHORTEST: Final = 5
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
        return max(map(len, self._columns)) or 2

    def number_at(self, y: int) -> int | None:
        """Return the number of what stands on a line in the first column; None for a heading."""
        return self.number_under(0, y)

    def number_under(self, x: int, y: int) -> int | None:
        """Return the number of what the mouse is on; None for a heading or nothing."""
        columns = self._columns
        number = x // self._width
        column = columns[number] if number < len(columns) else range(0)
        place = column.start + self._first + y
        is_there = y < self.room and place in column and place in self._numbers
        return self._numbers.index(place) if is_there else None

    def number_beside(self, by: int) -> int:
        """Return the number of what stands beside the cursor; where one column is, the next one."""
        columns = self._columns
        if len(columns) == 1:
            return self.cursor + by
        here = next(number for number, column in enumerate(columns) if self._place in column)
        column = columns[max(min(here + by, len(columns) - 1), 0)]
        wanted = min(self._place - columns[here].start + column.start, column.stop - 1)
        return max(bisect_right(self._numbers, wanted) - 1, 0)

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight, with its heading above it."""
        if not self.count:
            self._first = 0
            return
        place = self._place
        line = next(place - column.start for column in self._columns if place in column)
        above = line - 1 if place and self._lines[place - 1].is_heading else line
        last = max(self.lines - self.room, 0)
        self._first = max(min(self._first, above, last), line - self.room + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the list."""
        if not self._lines:
            told = wrapped(self._empty(), max(self.size.width - 2, 1), 2)
            return [(f" {told[y]}", self.tone(Tone.QUIET))] if y < len(told) else []
        columns, width = self._columns, self._width
        return [part for column in columns for part in self._parts(column, y, width)]

    def _parts(self, column: range, y: int, width: int) -> list[Part]:
        """Return the piece of a line that a column has, in exactly so many cells."""
        place = column.start + self._first + y
        line = self._lines[place] if place in column else BarLine("", is_heading=True)
        if line.is_heading:
            return [(fitted(f" {line.label}", width), self.tone(Tone.QUIET))]
        here = place == self._place
        lines = self._lines[column.start : column.stop]
        label, most = _label(lines, width), _longest(lines)
        bar = self._bar_parts(line, min(_bar(lines, width - label), most), most)
        words = width - _MARGIN - label - sum(cells(text) for text, _ in bar)
        return [
            (f" {CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (f"{fitted(line.label, label - 1)} ", self.tone(Tone.STRONG if here else line.tone)),
            *bar,
            (fitted(f" {line.words}", words), self.tone(Tone.PLAIN)),
        ]

    def _bar_parts(self, line: BarLine, room: int, most: int) -> list[Part]:
        if not room:
            return []
        drawn = [(max(count * room // most, bool(count)), cell) for count, cell in line.bar]
        blank = max(room - sum(count for count, _ in drawn), 0)
        return [
            *((sign * count, self.tone(tone)) for count, (sign, tone) in drawn),
            (" " * blank, self.tone(Tone.QUIET)),
        ]

    @property
    def _place(self) -> int:
        """The place of the line that the cursor is on."""
        return self._numbers[self.cursor]

    @property
    def _width(self) -> int:
        """How many cells a column has."""
        columns = len(self._columns)
        return max(min(self.size.width // columns, _WIDEST if columns > 1 else self.size.width), 1)

    @property
    def _columns(self) -> list[range]:
        """The places that stand one under the other: two columns where these need cut nothing."""
        whole = range(len(self._lines))
        headings = [place for place in whole[1:] if self._lines[place].is_heading]
        if not headings or self.size.width < 2 * max(_NARROWEST, _needed(self._lines)):
            return [whole]
        middle = min(headings, key=lambda place: abs(2 * place - len(whole)))
        return [whole[:middle], whole[middle:]]


def _longest(lines: Sequence[BarLine]) -> int:
    """Return how long the longest bar of some lines is; 0 where there is none."""
    return max((line.length for line in lines), default=0)


def _needed(lines: Sequence[BarLine]) -> int:
    """Return how many cells a column needs to say each label and all words in full."""
    return _MARGIN + _widest_label(lines) + 1 + _widest_words(lines) + 1


def _label(lines: Sequence[BarLine], width: int) -> int:
    """Return how many cells the labels have in a column of so many, with a blank after each.

    They may have all that the words and the shortest bar leave, and half of it at least.
    """
    left = width - _MARGIN - _widest_words(lines) - 2 - _SHORTEST
    return min(_widest_label(lines) + 1, max(width // 2, left, 1))


def _widest_label(lines: Sequence[BarLine]) -> int:
    return max((cells(line.label) for line in lines if not line.is_heading), default=0)


def _widest_words(lines: Sequence[BarLine]) -> int:
    return max((cells(line.words) for line in lines), default=0)


def _bar(lines: Sequence[BarLine], width: int) -> int:
    """Return how many cells a bar has at most beside the words; none where it would be short."""
    room = min(width - _MARGIN - _widest_words(lines) - 2, _LONGEST)
    return room if room >= _SHORTEST else 0
