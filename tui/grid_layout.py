"""The layout of Today: which line of the screen shows which row, or what is due. Pure."""

from __future__ import annotations

from typing import NamedTuple


class GridLayout(NamedTuple):
    """Where the lines stand.

    Attributes:
        rows: How many rows there are.
        due: How many things are due.
        height: How many lines there is room for.
        told: How many lines are told of the row at the cursor.
        gap: How many blank lines part the pieces.
        first: The number of the first row in sight.
    """

    rows: int
    due: int
    height: int
    told: int
    gap: int
    first: int = 0

    @property
    def rows_shown(self) -> int:
        """How many rows are in sight; where not all are, a line is left to tell of one."""
        return self.rows if self.rows <= self.height else max(self.height - 1, 1)

    @property
    def details_at(self) -> int:
        """On which line what is told of a row begins."""
        return self.rows_shown + self.gap

    @property
    def due_at(self) -> int:
        """On which line what is due begins."""
        return self.details_at + self.told + self.gap

    @property
    def more_at(self) -> int:
        """On which line it is told how much more is due: the last one, but below the details."""
        return max(self.height - 1, self.details_at + self.told)

    @property
    def due_shown(self) -> int:
        """How many of the things that are due are in sight; where some are not, the last counts."""
        room = max(self.height - self.due_at, 0)
        return self.due if self.due <= room else max(room - 1, 0)

    @property
    def due_hidden(self) -> int:
        """How many of the things that are due are not in sight."""
        return self.due - self.due_shown

    @property
    def lines(self) -> int:
        """How many lines the cursor can be on: first the rows, then what is due."""
        return self.rows + self.due_shown

    def line_at(self, y: int) -> int | None:
        """Return the number of the line that stands somewhere, None where there is none."""
        if y < self.rows_shown:
            return self.first + y
        place = y - self.due_at
        return self.rows + place if 0 <= place < self.due_shown else None

    def following(self, cursor: int) -> GridLayout:
        """Return the layout scrolled as little as can be so that the cursor is in sight."""
        row = min(cursor, self.rows - 1)
        lowest = max(row - self.rows_shown + 1, 0)
        highest = min(row, self.rows - self.rows_shown)
        return self._replace(first=max(min(self.first, highest), lowest, 0))
