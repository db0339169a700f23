"""A year as a heat map, drawn line by line: a column for each week, a line for each weekday."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tui.review_text import LEVELS, HeatText
from tui.row_text import Tone
from tui.text import fitted
from tui.widgets.cursor_list import CURSOR
from tui.widgets.detailed import Detailed, heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.text import Part

_LABEL: Final = 6
_WIDEST: Final = 3
"""How many cells a week has at most."""

_WEEK: Final = 7
_BELOW: Final = "▴"
"""What stands under the week at the cursor."""

HERE: Final = "here"
"""The component class of the day at the cursor."""


class HeatGrid(Detailed):
    """The days of a year, with a cursor on one of them; where not all fit it scrolls by weeks.

    Args:
        read_whole: Returns what is told of the day at the cursor.
    """

    DEFAULT_CSS = """
    HeatGrid {
        & > .level-1 { color: $primary 70%; }
        & > .level-2 { color: $primary 80%; }
        & > .level-3 { color: $primary 90%; }
        & > .level-4 { color: $primary; }
        & > .here { text-style: reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {HERE, *LEVELS}
    TURN = _WEEK

    def __init__(self, read_whole: Callable[[], Sequence[str]]) -> None:
        super().__init__(read_whole)
        self._text = HeatText()
        self._first = 0

    def show(self, text: HeatText, cursor: int) -> None:
        """Show another year, with the cursor on one of its days."""
        self._text = text
        self.set_reactive(HeatGrid.cursor, cursor)
        self.scroll_to_cursor()
        self.refresh()

    @property
    def lines(self) -> int:
        """How many lines it has: the months, the weekdays, and what points to the week."""
        return 2 + _WEEK

    def number_at(self, y: int) -> int | None:
        """Return nothing: a line tells of many days."""
        del y
        return None

    def number_under(self, x: int, y: int) -> int | None:
        """Return the number of the day that the mouse is on; None where it is on none."""
        week = self._first + (x - _LABEL) // self._wide
        is_on_it = x >= _LABEL and 0 < y <= _WEEK and week < self._weeks
        return week * _WEEK + y - 1 if is_on_it else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the week at the cursor is in sight."""
        week, shown = self.cursor // _WEEK, self._weeks_shown
        last = max(self._weeks - shown, 0)
        self._first = max(min(self._first, week, last), week - shown + 1, 0)

    def parts_at(self, y: int) -> list[Part]:
        """Return a line of the map."""
        if not self._text.cells:
            return []
        if 0 < y <= _WEEK:
            return self._weekday_parts(y - 1)
        if not y:
            months = self._text.months[self._first : self._first + self._weeks_shown]
            return [
                (
                    " " * _LABEL + heading(months, self._wide, self.size.width - _LABEL),
                    self.tone(Tone.QUIET),
                )
            ]
        week = self.cursor // _WEEK - self._first
        return [(" " * (_LABEL + week * self._wide) + _BELOW, self.tone(Tone.KEPT))]

    def _weekday_parts(self, weekday: int) -> list[Part]:
        here = self.cursor % _WEEK == weekday
        label = fitted(self._text.weekdays[weekday], _LABEL - 2)
        weeks, wide = range(self._first, self._first + self._weeks_shown), self._wide
        return [
            (f" {CURSOR if here else ' '}", self.tone(Tone.KEPT)),
            (label, self.tone(Tone.STRONG if here else Tone.QUIET)),
            *(part for week in weeks for part in self._day_parts(week * _WEEK + weekday, wide)),
        ]

    def _day_parts(self, number: int, wide: int) -> list[Part]:
        sign, tone = self._text.cells[number]
        beside = " " if wide > 1 else ""
        room = wide - len(beside)
        day = fitted(sign if sign.isdigit() else sign * room, room)
        style = self.tone(tone)
        return [(day, style + self.tone(HERE) if number == self.cursor else style), (beside, style)]

    @property
    def _weeks(self) -> int:
        return len(self._text.months)

    @property
    def _wide(self) -> int:
        """How many cells each week has."""
        return max(min((self.size.width - _LABEL) // max(self._weeks, 1), _WIDEST), 1)

    @property
    def _weeks_shown(self) -> int:
        return min(max((self.size.width - _LABEL) // self._wide, 1), self._weeks)
