"""The score over time as a chart, drawn line by line: a column for each period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.text import fitted
from tui.widgets.detailed import Detailed, heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review_text import ChartPoint
    from tui.text import Part

_LABEL: Final = 6
_WIDEST: Final = 3
_TALLEST: Final = 12
_BESIDE: Final = 3
"""How many lines are no columns: the months, what each period came to, what points to one."""

_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_EIGHT: Final = 8
_BELOW: Final = "▴"
_EMPTY: Final = "No period was judged yet."


class ScoreChart(Detailed):
    """Periods, each as high as the score was after it, with a cursor on one of them.

    Args:
        read_whole: Returns what is told of the period at the cursor.
    """

    def __init__(self, read_whole: Callable[[], Sequence[str]]) -> None:
        super().__init__(read_whole)
        self._points: tuple[ChartPoint, ...] = ()
        self._first = 0

    def show(self, points: tuple[ChartPoint, ...], cursor: int) -> None:
        """Show other periods, with the cursor on one of them."""
        self._points = points
        self.set_reactive(ScoreChart.cursor, cursor)
        self.scroll_to_cursor()
        self.refresh()

    @property
    def page(self) -> int:
        """How many periods are in sight."""
        return max((self.size.width - _LABEL) // self._wide, 1)

    @property
    def lines(self) -> int:
        """How many lines it would have: columns, and what stands over them and below."""
        return _TALLEST + _BESIDE

    @property
    def drawn(self) -> int:
        """How many lines it has."""
        return self._tall + _BESIDE if self._points else 1

    @property
    def _tall(self) -> int:
        """How many lines the columns have: where half of one is amid a line it has no mark."""
        return max((min(self.lines, self.room) - _BESIDE) // 2 * 2, 2)

    def number_at(self, y: int) -> int | None:
        """Return nothing: a line tells of all periods."""
        del y
        return None

    def number_under(self, x: int, y: int) -> int | None:
        """Return the number of the period that the mouse is on; None where it is on none."""
        number = self._first + (x - _LABEL) // self._wide
        return number if x >= _LABEL and y < self.drawn and number < len(self._points) else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the period at the cursor is in sight."""
        last = max(len(self._points) - self.page, 0)
        self._first = max(min(self._first, self.cursor, last), self.cursor - self.page + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the chart."""
        if not self._points:
            return [(f" {_EMPTY}", self.tone(Tone.QUIET))] if not y else []
        tall, wide = self._tall, self._wide
        shown = self._points[self._first : self._first + self.page]
        if not y:
            months = heading([point.month for point in shown], wide, self.size.width - _LABEL)
            return [(" " * _LABEL + months, self.tone(Tone.QUIET))]
        return self._parts_of(shown, y - 1, tall, wide)

    def _parts_of(self, shown: Sequence[ChartPoint], y: int, tall: int, wide: int) -> list[Part]:
        """Return a line under the months."""
        if y < tall:
            columns = [_column(point, tall - 1 - y, tall, wide) for point in shown]
            return [(self._scale(y, tall), self.tone(Tone.QUIET)), *self._parts(columns)]
        if y == tall:
            signs = [point.sign for point in shown]
            blank = (" " * _LABEL, self.tone(Tone.QUIET))
            return [blank, *((fitted(sign, wide), self.tone(tone)) for sign, tone in signs)]
        here = self.cursor - self._first
        return [(" " * (_LABEL + here * wide) + _BELOW, self.tone(Tone.KEPT))]

    def _parts(self, columns: Sequence[str]) -> list[Part]:
        here = self.cursor - self._first
        return [
            ("".join(columns[:here]), self.tone(Tone.KEPT)),
            (columns[here], self.tone(Tone.STRONG)),
            ("".join(columns[here + 1 :]), self.tone(Tone.KEPT)),
        ]

    @staticmethod
    def _scale(y: int, tall: int) -> str:
        """Return what stands beside a line: the score of its upper edge."""
        marks = {tall - 1: "0", tall // 2: "50", 0: "100"}
        return f"{marks.get(y, ''):>{_LABEL - 1}} "

    @property
    def _wide(self) -> int:
        """How many cells each period has."""
        room = self.size.width - _LABEL
        return max(min(room // max(len(self._points), 1), _WIDEST), 1)


def _column(point: ChartPoint, above: int, tall: int, wide: int) -> str:
    """Return a piece of a column so many cells wide, so many lines above the ground."""
    eighths = round(point.height * tall * _EIGHT) - above * _EIGHT
    sign = _EIGHTHS[max(min(eighths, _EIGHT), 0)]
    return sign if wide == 1 else sign * (wide - 1) + " "
