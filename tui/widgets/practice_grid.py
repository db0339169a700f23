"""The practices as one grid, drawn line by line, with a cursor of its own, and what is due below.

One widget and no focus styling: a key then repaints the lines that changed and nothing else.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from tui.grid_layout import GridLayout
from tui.painting import paint
from tui.row_text import AgendaLine, RowText, Tone
from tui.text import cells, fitted, strip_of
from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from tui.text import Part

NARROW: Final = 68
"""Below this width the status goes from the row to the line under the rows."""

WIDE: Final = 150
"""From this width on a row tells its promise itself."""

_NAME_CELLS: Final = 14
_NARROW_NAME_CELLS: Final = 13
_COUNT_CELLS: Final = 5
_NARROW_COUNT_CELLS: Final = 3
_STREAK_CELLS: Final = 15
_STATUS_CELLS: Final = 22
_PROMISE_CELLS: Final = 60
_CURSOR: Final = "▸"
_DUE: Final = "due  "
_AIM: Final = "aim  "
_MORE: Final = " " * (3 + len(_DUE))


class PracticeGrid(Toned):
    """The rows, under them what the row at the cursor promises, and under that what is due."""

    DEFAULT_CSS = """
    PracticeGrid { height: 1fr; }
    """

    cursor: var[int] = var(0)
    """The number of the line at the cursor, from 0: first the rows, then what is due."""

    class Chosen(Message):
        """A line was chosen with the mouse."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, rows: Sequence[RowText], agenda: Sequence[AgendaLine] = ()) -> None:
        super().__init__()
        self._rows = list(rows)
        self._agenda = list(agenda)
        self._first = 0

    @property
    def lines(self) -> int:
        """How many lines the cursor can be on."""
        return self._layout.lines

    @property
    def is_on_row(self) -> bool:
        """Whether the cursor is on a row, and not on what is due."""
        return self.cursor < len(self._rows)

    def replace(self, rows: Mapping[int, RowText]) -> None:
        """Show other text in some rows, given by their numbers, and at once."""
        for number, row in rows.items():
            before, self._rows[number] = self._rows[number], row
            self._repaint(number)
            paint(self, number - self._first)
            if number == self.cursor and (row.promise, row.status) != (
                before.promise,
                before.status,
            ):
                self._repaint_details()

    def show(self, rows: Sequence[RowText]) -> None:
        """Show other rows, more of them or fewer."""
        if rows != self._rows:
            before, self._rows = self._things, list(rows)
            self._stay_on(before)
            self.refresh()

    def show_agenda(self, agenda: Sequence[AgendaLine]) -> None:
        """Show what is due."""
        if list(agenda) != self._agenda:
            before, self._agenda = self._things, list(agenda)
            self._stay_on(before)
            self._repaint_below()

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the lines that the cursor left and reached, and the promise."""
        if not self.size:
            return
        first = self._first
        if self._layout.first != first or max(before, now) >= len(self._rows):
            self.refresh()
        else:
            self._repaint(before)
            self._repaint(now)
            self._repaint_details()

    def render_line(self, y: int) -> Strip:
        """Return a line of the grid."""
        parts = self._parts(y, self.size.width)
        return strip_of(parts, self.size.width, self.visual_style)

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        number = self._layout.line_at(event.y)
        if number is not None:
            self.post_message(self.Chosen(number))

    def _parts(self, y: int, width: int) -> list[Part]:
        layout = self._layout
        number = layout.line_at(y)
        if number is not None and number < len(self._rows):
            return self._row_parts(number)
        if number is not None:
            return self._agenda_parts(number)
        if layout.due_hidden and y == layout.more_at:
            return [(f"{_MORE}and {layout.due_hidden} more", self.tone(Tone.QUIET))]
        detail = y - layout.details_at
        details = self._details(width)
        if 0 <= detail < len(details):
            return [("     ", self.tone(Tone.QUIET)), details[detail]]
        return []

    def _row_parts(self, number: int) -> list[Part]:
        """Return a row's pieces; what does not fit is cut at the right, where the least is lost."""
        row = self._rows[number]
        here = number == self.cursor
        room = _NAME_CELLS if self.size.width >= NARROW else _NARROW_NAME_CELLS
        name = row.name if row.key else f"  {row.name}"
        return [
            (f" {_CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (f"{row.key or ' '} ", self.tone(Tone.QUIET)),
            (f"{fitted(name, room - 1)} ", self.tone(Tone.STRONG if here else row.name_tone)),
            *(
                ("".join(sign for sign, _ in alike), self.tone(tone))
                for tone, alike in groupby(row.strip, key=itemgetter(1))
            ),
            *self._told(row),
        ]

    def _told(self, row: RowText) -> list[Part]:
        """Return streak, status and last sentence, as far as there is room for them.

        A status that is too long for its column takes that of the streak too where there is none.
        """
        if self.size.width < NARROW:
            return [(f"{row.count:>{_NARROW_COUNT_CELLS}} {row.unit}", self.tone(Tone.PLAIN))]
        streak = fitted(f"{row.count:>{_COUNT_CELLS}} {row.unit}", _STREAK_CELLS)
        room = _STATUS_CELLS
        if not row.count and cells(row.status) > _STATUS_CELLS:
            room += _STREAK_CELLS - _COUNT_CELLS
            streak = " " * _COUNT_CELLS
        status = fitted(row.status, max(room, cells(row.status)))
        promise = f"{fitted(row.promise, _PROMISE_CELLS)} " if self.size.width >= WIDE else ""
        return [
            (streak, self.tone(Tone.PLAIN)),
            (f"{status} ", self.tone(row.tone)),
            (promise, self.tone(Tone.QUIET)),
            (row.last, self.tone(Tone.QUIET)),
        ]

    def _details(self, width: int) -> list[Part]:
        """Return what is told of the row at the cursor under the rows, a piece for each line."""
        if self.cursor >= len(self._rows):
            return []
        row = self._rows[self.cursor]
        promise = (f"{row.key}  {row.promise}".strip(), self.tone(Tone.QUIET))
        if width >= NARROW:
            return [] if width >= WIDE else [promise]
        return [(row.status, self.tone(row.tone)), promise]

    def _agenda_parts(self, number: int) -> list[Part]:
        place = number - len(self._rows)
        line = self._agenda[place]
        here = number == self.cursor
        is_first = not place or bool(self._agenda[place - 1].aim) != bool(line.aim)
        label = _AIM if line.aim else _DUE
        return [
            (f" {_CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (label if is_first else " " * len(label), self.tone(Tone.QUIET)),
            (line.text, self.tone(Tone.STRONG if here else line.tone)),
        ]

    @property
    def _layout(self) -> GridLayout:
        """Where the lines stand, at the size that there is now."""
        rows, (width, height) = len(self._rows), self.size
        told = 2 if width < NARROW else 1
        layout = GridLayout(
            rows=rows,
            due=len(self._agenda),
            height=height,
            told=told,
            gap=1 if height > rows + told else 0,
            first=self._first,
        ).following(self.cursor)
        self._first = layout.first
        return layout

    @property
    def _things(self) -> list[str | tuple[str, str]]:
        """What the lines tell of; a habit may have a row and be due, which is not the same."""
        rows = [row.thing for row in self._rows]
        return [*rows, *((line.follow_up, line.habit or line.aim) for line in self._agenda)]

    def _stay_on(self, before: Sequence[str | tuple[str, str]]) -> None:
        """Keep the cursor on what it was on; where that is gone, on what was next, or before."""
        numbers = {thing: number for number, thing in enumerate(self._things)}
        nearest = [*before[self.cursor :], *reversed(before[: self.cursor])]
        self.cursor = next((numbers[thing] for thing in nearest if thing in numbers), 0)

    def _repaint(self, number: int) -> None:
        self.refresh(Region(0, number - self._layout.first, self.size.width, 1))

    def _repaint_details(self) -> None:
        layout = self._layout
        self.refresh(Region(0, layout.details_at, self.size.width, layout.told))

    def _repaint_below(self) -> None:
        first = self._layout.rows_shown
        self.refresh(Region(0, first, self.size.width, max(self.size.height - first, 0)))
