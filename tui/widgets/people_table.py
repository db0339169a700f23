"""People as a table, drawn line by line: bands in words, and in them a row for each person."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.row_text import Tone
from tui.sizes import ROOMY
from tui.text import cells, fitted, shortened, strip_of, wrapped
from tui.widgets.cursor_list import CURSOR, CursorList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.strip import Strip

    from tui.person_text import PersonText
    from tui.text import Part

_MARGIN: Final = 3
_DETAILS: Final = 3
"""How many lines tell of the person at the cursor; one less where there is hardly room."""

_CONTACTS: Final = ((140, 10), (76, 5), (60, 4), (0, 3))
"""From which width on a practice has how many cells."""

_SIGNED: Final = 4
"""From so many cells on a number has its sign before it."""

_SPELT: Final = 10
"""From so many cells on the name of a practice is told apart from its key."""

_NAME: Final = 24
_TELLS_LAST: Final = 60
_TELLS_MINUTES: Final = 76


class Columns(NamedTuple):
    """How many cells each column has; none where there is no room for it.

    Attributes:
        name: The name.
        role: What they do.
        last: How long ago the last contact was.
        contact: Each of the eight practices.
        minutes: The minutes with customers.
        lacks: What they had none of.
    """

    name: int
    role: int
    last: int
    contact: int
    minutes: int
    lacks: int


def columns_for(width: int, *, with_minutes: bool) -> Columns:
    """Return the columns that fit in a width, what matters most first.

    Args:
        width: The width in cells.
        with_minutes: Whether anybody had minutes with customers.
    """
    contact = next(room for least, room in _CONTACTS if width >= least)
    last = 9 if width >= _TELLS_LAST else 0
    minutes = 10 if with_minutes and width >= _TELLS_MINUTES else 0
    room = width - _MARGIN - 8 * contact - last - minutes
    name = min(_NAME, room)
    lacks = 27 if room - name >= 27 else 0  # noqa: PLR2004 - as wide as all of it
    role = min(max(room - name - lacks, 0), _NAME)
    return Columns(name, role if role >= 8 else 0, last, contact, minutes, lacks)  # noqa: PLR2004


class PeopleTable(CursorList):
    """People by bands, with a cursor on one of them, and under them what is told of that one.

    Args:
        read_whole: Returns the lines that are told of the person at the cursor.
        empty: Returns what is told where there is nobody.
    """

    def __init__(self, read_whole: Callable[[], Sequence[str]], empty: Callable[[], str]) -> None:
        super().__init__()
        self._read_whole = read_whole
        self._empty = empty
        self._rows: tuple[PersonText, ...] = ()
        self._practices: tuple[tuple[str, str], ...] = ()
        self._lines: list[int | str] = []
        self._with_minutes = False
        self._first = 0

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self._rows)

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return max(self.size.height - 1 - self._gap - self._details, 1)

    @property
    def _gap(self) -> int:
        """How many lines part what is told of one person from the table."""
        return 1 if self.screen.size.height >= ROOMY else 0

    @property
    def _details(self) -> int:
        return _DETAILS - 1 + self._gap

    def show(
        self, rows: tuple[PersonText, ...], practices: tuple[tuple[str, str], ...], cursor: int
    ) -> None:
        """Show other people.

        Args:
            rows: The people, those of a band together.
            practices: The key and the name of each practice.
            cursor: The number of the one that the cursor is on.
        """
        self._rows, self._practices = rows, practices
        self._with_minutes = any(row.minutes for row in rows)
        self._lines = []
        for band, together in groupby(enumerate(rows), key=lambda each: each[1].band):
            self._lines += [band, *(number for number, _ in together)]
        self.set_reactive(PeopleTable.cursor, min(max(cursor, 0), max(len(rows) - 1, 0)))
        self.scroll_to_cursor()
        self.refresh()

    def number_at(self, y: int) -> int | None:
        """Return the number of the person who stands on a line; None where nobody does."""
        place = self._first + y - 1
        if not 0 < y <= self.page or place >= len(self._lines):
            return None
        line = self._lines[place]
        return line if isinstance(line, int) else None

    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight, with its heading above it."""
        if self.cursor not in self._lines:
            return
        line = self._lines.index(self.cursor)
        above = line - 1 if isinstance(self._lines[line - 1], str) and self.page > 1 else line
        last = max(len(self._lines) - self.page, 0)
        self._first = max(min(self._first, above, last), line - self.page + 1, 0)

    def render_line(self, y: int) -> Strip:
        """Return a line of the table."""
        return strip_of(self._parts(y), self.size.width, self.visual_style)

    def _parts(self, y: int) -> list[Part]:
        if not self._rows:
            told = wrapped(self._empty(), max(self.size.width - 3, 1), 4)
            return [(f"  {told[y - 1]}", self.tone(Tone.QUIET))] if 0 < y <= len(told) else []
        if not y:
            return self._heading_parts()
        place = self._first + y - 1
        if y <= self.page and place < len(self._lines):
            return self._line_parts(self._lines[place])
        return self._detail_parts(y - min(1 + len(self._lines), 1 + self.page) - self._gap)

    def _detail_parts(self, place: int) -> list[Part]:
        """Return a line of what is told of the person at the cursor, right below the table."""
        if place < 0:
            return []
        first, *others = self._read_whole() or ("",)
        width = max(self.size.width - 2, 1)
        said = [line for text in others for line in wrapped(text, width, self._details - 1)]
        told = [shortened(first, width), *said]
        if place >= min(len(told), self._details):
            return []
        return [(f" {told[place]}", self.tone(Tone.QUIET if place else Tone.PLAIN))]

    @property
    def _columns(self) -> Columns:
        return columns_for(self.size.width, with_minutes=self._with_minutes)

    def _line_parts(self, line: int | str) -> list[Part]:
        if isinstance(line, str):
            return [(f" {line}", self.tone(Tone.QUIET))]
        return self._row_parts(self._rows[line], here=line == self.cursor)

    def _heading_parts(self) -> list[Part]:
        columns = self._columns
        parts = [
            " " * (_MARGIN + columns.name + columns.role),
            fitted("last", columns.last),
            *(self._title(*each, columns.contact) for each in self._practices),
            fitted("customers", columns.minutes) if columns.minutes else "",
            fitted("in these weeks", columns.lacks) if columns.lacks else "",
        ]
        return [("".join(parts), self.tone(Tone.QUIET))]

    @staticmethod
    def _title(key: str, name: str, room: int) -> str:
        """Return what stands over a practice: its key, and as much of its name as fits."""
        if room < _SIGNED:
            return fitted(key, room)
        if room >= _SPELT:
            return fitted(f"{key} {name}", room - 1) + " "
        return fitted(f"{key}{name[: room - 2]}", room)

    def _row_parts(self, row: PersonText, *, here: bool) -> list[Part]:
        columns = self._columns
        aside = f" · {row.presence}" if row.presence else ""
        name = fitted(row.name, max(columns.name - 1 - len(aside), 1)).rstrip()
        return [
            (f" {CURSOR if here else ' '} ", self.tone(Tone.KEPT)),
            (name, self.tone(Tone.STRONG if here else row.tone)),
            (fitted(aside, max(columns.name - cells(name), 0)), self.tone(Tone.QUIET)),
            (
                fitted(shortened(row.role, max(columns.role - 1, 0)), columns.role),
                self.tone(Tone.QUIET),
            ),
            (fitted(row.last, columns.last), self.tone(Tone.PLAIN)),
            *self._contact_parts(row, columns.contact),
            (fitted(row.minutes, columns.minutes), self.tone(Tone.PLAIN)),
            (fitted(row.lacks, columns.lacks), self.tone(Tone.QUIET)),
        ]

    def _contact_parts(self, row: PersonText, room: int) -> list[Part]:
        if room < _SIGNED:
            return [
                (fitted(age or sign, room), self.tone(tone)) for (sign, tone), age in row.contacts
            ]
        return [
            part
            for (sign, tone), age in row.contacts
            for part in (
                (sign, self.tone(tone)),
                (fitted(age, room - 1), self.tone(Tone.PLAIN if tone is Tone.KEPT else tone)),
            )
        ]
