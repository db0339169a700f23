"""Practices by weeks, drawn line by line: a row for each practice, a sign for each week."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from tui.review_text import WeeksText
from tui.row_text import Tone
from tui.text import fitted
from tui.widgets.cursor_list import CURSOR
from tui.widgets.detailed import Detailed, heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review_text import WeekRowText
    from tui.text import Part

_MARGIN: Final = 3
_KEY: Final = 2
_NAMES: Final = ((60, 13), (0, 9))
"""From which width on a name has how many cells."""

_STREAK: Final = 12
_BEST: Final = 9
_COUNT: Final = 7
"""How many cells the streak has as a bare number, where there is no room for the words."""

_WIDEST: Final = 3
"""How many cells a week has at most."""


class WeekTable(Detailed):
    """Practices by weeks, with a cursor on one of the practices.

    Args:
        read_whole: Returns what is told of the practice at the cursor.
        names: From which width on a name has how many cells.
    """

    def __init__(
        self,
        read_whole: Callable[[], Sequence[str]],
        names: Sequence[tuple[int, int]] = _NAMES,
    ) -> None:
        super().__init__(read_whole)
        self._names = names
        self._text = WeeksText()
        self._first = 0

    def show(self, text: WeeksText, cursor: int) -> None:
        """Show other weeks, with the cursor on one of the rows."""
        self._text = text
        self.set_reactive(WeekTable.cursor, cursor)
        self.scroll_to_cursor()
        self.refresh()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._text.rows)

    @property
    def lines(self) -> int:
        """How many lines all rows and their heading have."""
        return 1 + self.count

    @property
    def weeks_shown(self) -> int:
        """How many of the weeks fit beside each other, the latest of them."""
        return min(max(self._room - self._beside, 1) // self._wide, len(self._text.months))

    def number_at(self, y: int) -> int | None:
        """Return the number of the row that stands on a line; None where none does."""
        number = self._first + y - 1
        return number if 0 < y < self.room and number < self.count else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight."""
        page = max(self.room - 1, 1)
        last = max(self.count - page, 0)
        self._first = max(min(self._first, self.cursor, last), self.cursor - page + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the table."""
        if y:
            return self._row_parts(self._first + y - 1)
        before = " " * (_MARGIN + _KEY + self._name_room)
        beside = f" {self._text.heading}" if self._beside == _COUNT else ""
        weeks = self._wide * self.weeks_shown
        months = heading(self._text.months[-self.weeks_shown :], self._wide, weeks)
        return [(f"{before}{months}{beside}", self.tone(Tone.QUIET))]

    def _row_parts(self, number: int) -> list[Part]:
        row, here = self._text.rows[number], number == self.cursor
        return [
            (f" {CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (fitted(row.key, _KEY), self.tone(Tone.QUIET)),
            (
                f"{fitted(row.name, self._name_room - 1)} ",
                self.tone(Tone.STRONG if here else Tone.PLAIN),
            ),
            *self._week_parts(row),
            *self._streak_parts(row),
        ]

    def _week_parts(self, row: WeekRowText) -> list[Part]:
        shown = row.cells[-self.weeks_shown :]
        return [
            ("".join(fitted(sign, self._wide) for sign, _ in alike), self.tone(tone))
            for tone, alike in groupby(shown, key=itemgetter(1))
        ]

    def _streak_parts(self, row: WeekRowText) -> list[Part]:
        if self._beside == _COUNT:
            return [(f" {row.count:>{len(self._text.heading)}}", self.tone(Tone.PLAIN))]
        if not self._beside:
            return []
        return [
            (f" {fitted(row.streak, _STREAK - 1)}", self.tone(Tone.PLAIN)),
            (row.best, self.tone(Tone.QUIET)),
        ]

    @property
    def _name_room(self) -> int:
        return next(room for least, room in self._names if self.size.width >= least)

    @property
    def _room(self) -> int:
        """How many cells there are beside the names."""
        return self.size.width - _MARGIN - _KEY - self._name_room

    @property
    def _beside(self) -> int:
        """How many cells the streak has beside the weeks; none where not even these have room."""
        left = self._room - len(self._text.months)
        return next((room for room in (_STREAK + _BEST, _COUNT) if room <= left), 0)

    @property
    def _wide(self) -> int:
        """How many cells each week has."""
        weeks = len(self._text.months)
        return max(min((self._room - self._beside) // weeks, _WIDEST), 1) if weeks else 1
