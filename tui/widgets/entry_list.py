"""Entries as a list, drawn line by line: only those in sight are ever read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.message import Message
from textual.reactive import var

from tui.row_text import EntryText, Tone
from tui.sizes import ROOMY
from tui.text import fitted, strip_of, wrapped
from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from tui.text import Part

_CURSOR: Final = "▸"
_DAY_CELLS: Final = 12
_PRACTICE_CELLS: Final = 13
_NARROW: Final = 60
"""Below this width a practice is told by its key alone."""

_DETAILS: Final = 4
"""How many lines tell all of the entry at the cursor, a blank one above them."""


_TURN: Final = 3
"""How far a turn of the wheel goes."""


class EntryList(Toned):
    """A list of entries with a cursor, and under it all that the one at the cursor says.

    Args:
        read: Returns how an entry reads, by its number in the list.
        read_whole: Returns all that the one at the cursor says.
        empty: Returns what is told where there is none.
    """

    DEFAULT_CSS = """
    EntryList {
        height: 1fr;
        & > .plain { color: $text; }
        & > .quiet { color: $text-muted; }
        & > .strong { color: $text; text-style: bold; }
        & > .attention { color: $text-warning; }
        & > .kept { color: $primary; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *map(str, (Tone.PLAIN, Tone.QUIET, Tone.STRONG, Tone.ATTENTION, Tone.KEPT))
    }

    cursor: var[int] = var(0)
    """The number of the entry at the cursor, from 0."""

    class Chosen(Message):
        """An entry was chosen with the mouse, or the wheel was turned, maybe beyond the ends."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

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
        self._scroll()
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

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self._scroll()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll()

    def on_click(self, event: events.Click) -> None:
        """Choose the entry that was clicked."""
        if self._first + event.y < self._count and event.y < self.page:
            self.post_message(self.Chosen(self._first + event.y))

    def on_mouse_scroll_down(self) -> None:
        """Go on."""
        self.post_message(self.Chosen(self.cursor + _TURN))

    def on_mouse_scroll_up(self) -> None:
        """Go back."""
        self.post_message(self.Chosen(self.cursor - _TURN))

    def render_line(self, y: int) -> Strip:
        """Return a line of the list."""
        width = self.size.width
        detail = y - self.page - 1
        if not self._count:
            parts = [(f"  {self._empty()}", self._style(Tone.QUIET))] if y == 1 else []
        elif y < self.page:
            number = self._first + y
            parts = self._row_parts(number, is_first=y == 0) if number < self._count else []
        elif detail >= 0:
            told = wrapped(self._read_whole(), max(width - 2, 1), _DETAILS - 1)
            parts = [(f" {told[detail]}", self._style(Tone.PLAIN))] if detail < len(told) else []
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
            (f" {_CURSOR if here else ' '} ", self._style(Tone.KEPT)),
            (fitted("" if row.day == day_above else row.day, _DAY_CELLS), self._style(Tone.QUIET)),
            (practice, self._style(Tone.STRONG if here else Tone.PLAIN)),
            (row.words, self._style(row.tone)),
            (row.why, self._style(Tone.QUIET)),
        ]

    def _read(self, number: int) -> EntryText:
        """Return how an entry reads; the one above it has just been read."""
        if self._above is None or self._above[0] != number:
            self._above = number, self._read_anew(number)
        return self._above[1]

    def _scroll(self) -> None:
        """Scroll as little as can be so that the cursor is in sight."""
        last = max(self._count - self.page, 0)
        lowest = self.cursor - self.page + 1
        self._first = max(min(self._first, self.cursor, last), lowest, 0)
