"""The score over time as a chart, drawn line by line: a column for each period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.text import fitted
from tui.widgets.detailed import Detailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review_text import ChartPoint
    from tui.text import Part

_LABEL: Final = 6
_WIDEST: Final = 3
_TALLEST: Final = 12
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
        """How many lines it would have: columns, what each period came to, what points to one."""
        return _TALLEST + 2

    def number_at(self, y: int) -> int | None:
        """Return nothing: a line tells of all periods."""
        del y
        return None

    def number_under(self, x: int, y: int) -> int | None:
        """Return the number of the period that the mouse is on; None where it is on none."""
        number = self._first + (x - _LABEL) // self._wide
        return number if x >= _LABEL and y < self.room and number < len(self._points) else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the period at the cursor is in sight."""
        last = max(len(self._points) - self.page, 0)
        self._first = max(min(self._first, self.cursor, last), self.cursor - self.page + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the chart."""
        if not self._points:
            return [(f" {_EMPTY}", self.tone(Tone.QUIET))] if not y else []
        # Where half of it is in the middle of a line it could not be marked.
        tall = max((min(self.lines, self.room) - 2) // 2 * 2, 2)
        shown = self._points[self._first : self._first + self.page]
        if y < tall:
            columns = [self._column(point, tall - 1 - y, tall) for point in shown]
            return [(self._scale(y, tall), self.tone(Tone.QUIET)), *self._parts(columns)]
        if y == tall:
            signs = [point.sign for point in shown]
            blank = (" " * _LABEL, self.tone(Tone.QUIET))
            return [blank, *((fitted(sign, self._wide), self.tone(tone)) for sign, tone in signs)]
        here = self.cursor - self._first
        return [(" " * (_LABEL + here * self._wide) + _BELOW, self.tone(Tone.KEPT))]

    def _parts(self, columns: Sequence[str]) -> list[Part]:
        here = self.cursor - self._first
        return [
            ("".join(columns[:here]), self.tone(Tone.KEPT)),
            (columns[here], self.tone(Tone.STRONG)),
            ("".join(columns[here + 1 :]), self.tone(Tone.KEPT)),
        ]

    def _column(self, point: ChartPoint, above: int, tall: int) -> str:
        """Return a piece of a column, so many lines above the ground."""
        eighths = round(point.height * tall * _EIGHT) - above * _EIGHT
        sign = _EIGHTHS[max(min(eighths, _EIGHT), 0)]
        return sign if self._wide == 1 else sign * (self._wide - 1) + " "

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
