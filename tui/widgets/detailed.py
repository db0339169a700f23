"""A picture with a cursor, and under it what is told of that which the cursor is on."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.sizes import ROOMY
from tui.text import cells, fitted, strip_of, wrapped
from tui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.strip import Strip

    from tui.text import Part

_DETAILS: Final = 4
"""How many lines are told at most."""

_LEAST: Final = 9
"""So many lines of a picture are more than what is told under it."""


class Detailed(CursorList):
    """A picture; those that derive from it say what stands on its lines.

    Args:
        read_whole: Returns what is told of that which the cursor is on, the foremost first.
    """

    def __init__(self, read_whole: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._read_whole = read_whole
        self._told: list[tuple[str, Tone]] = []

    @property
    @abstractmethod
    def lines(self) -> int:
        """How many lines the picture would have."""

    @abstractmethod
    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the picture."""

    @property
    def room(self) -> int:
        """How many lines there are for the picture; it gives way to the details only so far."""
        height, details = self.size.height, len(self._told)
        # With a blank line between, where there is room for more than the first of the details.
        kept = details + 1 if details and self.is_roomy else min(details, 1)
        return max(height - kept, min(self.lines, _LEAST, height - 1), 1)

    @property
    def drawn(self) -> int:
        """How many lines the picture has."""
        return min(self.lines, self.room)

    @property
    def is_roomy(self) -> bool:
        """Whether there is room for blank lines and for all that is told."""
        return self.screen.size.height >= ROOMY

    def render_line(self, y: int) -> Strip:
        """Return a line of the picture, or of what is told under it."""
        if not y:
            # Lines are drawn from above: it is read once for all of them. What is shown before it
            # is laid out did not know how much room there is.
            self._told = self._wrapped(max(self.size.width - 2, 1))
            self.scroll_to_cursor()
        height = self.drawn
        place = y - height - (1 if self.size.height > height + 1 else 0)
        parts = self.parts_at(y) if y < height else self._detail_parts(place)
        return strip_of(parts, self.size.width, self.visual_style)

    def _detail_parts(self, place: int) -> list[Part]:
        if place < 0:
            return []
        return [(f" {line}", self.tone(tone)) for line, tone in self._told[place : place + 1]]

    def _wrapped(self, width: int) -> list[tuple[str, Tone]]:
        told = self._read_whole()
        lines = [
            *((line, Tone.PLAIN) for text in told[:1] for line in wrapped(text, width, _DETAILS)),
            *((line, Tone.QUIET) for text in told[1:] for line in wrapped(text, width, 2)),
        ]
        return lines[:_DETAILS]


def heading(labels: Sequence[str], size: int, room: int) -> str:
    """Return labels over columns of one size.

    One that would touch the one before is left out, and so is one that has no room.

    Args:
        labels: What stands over each column; nothing over most of them.
        size: How many cells each column has.
        room: How many cells there are.
    """
    line = ""
    for number, label in enumerate(labels):
        begins = number * size
        is_apart = begins > cells(line) or not begins
        if label and is_apart and begins + cells(label) <= room:
            line = fitted(line, begins) + label
    return fitted(line, room)
