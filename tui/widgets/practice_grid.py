"""The eight practices as one grid, drawn line by line, with a cursor of its own.

One widget and no focus styling: a key then repaints the lines that changed and nothing else.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from habits.text import cells
from tui.row_text import RowText, Tone
from tui.text import fitted, strip_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.style import Style

    from tui.text import Part

ROOMY: Final = 16
"""From this height of the screen on there are blank lines."""

NARROW: Final = 68
"""Below this width the status goes from the row to the line under the rows."""

_NAME_CELLS: Final = 14
_NARROW_NAME_CELLS: Final = 13
_COUNT_CELLS: Final = 5
_NARROW_COUNT_CELLS: Final = 3
_STREAK_CELLS: Final = 15
_STATUS_CELLS: Final = 22
_CURSOR: Final = "▸"


class PracticeGrid(Widget):
    """The rows of the practices and, under them, what the row at the cursor promises."""

    DEFAULT_CSS = """
    PracticeGrid {
        height: auto;
        & > .plain { color: $text; }
        & > .quiet { color: $text-muted; }
        & > .strong { color: $text; text-style: bold; }
        & > .attention { color: $text-warning; }
        & > .kept { color: $primary; }
        & > .missed { color: $text-muted; }
        & > .open { color: $text-muted; }
        & > .paused { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {str(tone) for tone in Tone}

    cursor: var[int] = var(0)
    """The number of the row at the cursor, from 0."""

    class Chosen(Message):
        """A row was chosen with the mouse."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, rows: tuple[RowText, ...]) -> None:
        super().__init__()
        self._rows = list(rows)

    def replace(self, rows: Mapping[int, RowText]) -> None:
        """Show other text in some rows, given by their numbers."""
        told = self._details(self.size.width)
        for number, row in rows.items():
            self._rows[number] = row
            self._repaint(number)
        if told != self._details(self.size.width):
            self._repaint_details()

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the rows that the cursor left and reached, and the promise."""
        self._repaint(before)
        self._repaint(now)
        self._repaint_details()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height: the rows, what is told of one of them, and a gap if there is room."""
        del container
        roomy = viewport.height >= ROOMY
        return len(self._rows) + (1 + len(self._details(width)) if roomy else 1)

    def render_line(self, y: int) -> Strip:
        """Return a line of the grid."""
        details = self._details(self.size.width)
        below = y - (self.size.height - len(details))
        if y < len(self._rows):
            parts = self._row_parts(y)
        elif below >= 0:
            parts = [("     ", self._style(Tone.QUIET)), details[below]]
        else:
            parts = []
        return strip_of(parts, self.size.width, self.visual_style)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        if event.y < len(self._rows):
            self.post_message(self.Chosen(event.y))

    def _row_parts(self, number: int) -> list[Part]:
        """Return a row's pieces; what does not fit is cut at the right, where the least is lost."""
        row = self._rows[number]
        here = number == self.cursor
        name_cells = _NAME_CELLS if self.size.width >= NARROW else _NARROW_NAME_CELLS
        return [
            (f" {_CURSOR if here else ' '} ", self._style(Tone.KEPT)),
            (f"{row.key} ", self._style(Tone.QUIET)),
            (fitted(row.name, name_cells), self._style(Tone.STRONG if here else Tone.PLAIN)),
            *(
                ("".join(sign for sign, _ in alike), self._style(tone))
                for tone, alike in groupby(row.strip, key=itemgetter(1))
            ),
            *self._told(row),
        ]

    def _told(self, row: RowText) -> list[Part]:
        """Return streak, status and last sentence, as far as there is room for them.

        A status that is too long for its column takes that of the streak too where there is none.
        """
        if self.size.width < NARROW:
            return [(f"{row.count:>{_NARROW_COUNT_CELLS}} {row.unit}", self._style(Tone.PLAIN))]
        streak = fitted(f"{row.count:>{_COUNT_CELLS}} {row.unit}", _STREAK_CELLS)
        room = _STATUS_CELLS
        if not row.count and cells(row.status) > _STATUS_CELLS:
            room += _STREAK_CELLS - _COUNT_CELLS
            streak = " " * _COUNT_CELLS
        status = fitted(row.status, max(room, cells(row.status)))
        return [
            (streak, self._style(Tone.PLAIN)),
            (f"{status} ", self._style(row.tone)),
            (row.last, self._style(Tone.QUIET)),
        ]

    def _details(self, width: int) -> list[Part]:
        """Return what is told of the row at the cursor under the rows, a piece for each line."""
        row = self._rows[self.cursor]
        promise = (f"{row.key}  {row.promise}", self._style(Tone.QUIET))
        if width >= NARROW:
            return [promise]
        return [(row.status, self._style(row.tone)), promise]

    def _repaint(self, number: int) -> None:
        self.refresh(Region(0, number, self.size.width, 1))

    def _repaint_details(self) -> None:
        first = len(self._rows)
        self.refresh(Region(0, first, self.size.width, self.size.height - first))

    def _style(self, tone: Tone) -> Style:
        return self.get_visual_style(tone)
