"""Entries as CSV (RFC 4180): a table that spreadsheets open, and none of whose cells they run.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read
without it; so is one that has such apostrophes of its own, which they keep.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from uuid import UUID

from habits.errors import RefusedError
from habits.exchange.bounds import csv_rows, read_text
from habits.text import clean, folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from habits.model import Entry

Value = TypeVar("Value")

COLUMNS: Final = ("id", "date", "practice", "move", "what", "why", "people", "tags", "logged_at")
"""The columns; people are handles with blanks between them, tags stand without # on lines."""

_NEEDED: Final = ("date", "practice")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_DELIMITERS: Final = ",;\t"


class Row(NamedTuple):
    """A row that was read: what stands in its cells, each cleaned where it is used.

    Attributes:
        line: The number of its last line in the file.
        cells: What stands in each of the `COLUMNS`; empty where it has none.
    """

    line: int
    cells: Mapping[str, str]

    def day(self) -> date:
        """Return the date.

        Raises:
            RefusedError: It is none; so for all that is asked for here.
        """
        return self._read("date", date.fromisoformat, "2026-11-20")

    def id(self) -> UUID | None:
        """Return the id; None where there is none."""
        return self._read("id", UUID, "") if self.cells["id"].strip() else None

    def logged_at(self) -> datetime | None:
        """Return the instant at which it was logged; None where there is none."""
        if not self.cells["logged_at"].strip():
            return None
        return self._read("logged_at", _instant, "2026-11-20T08:30:00+00:00")

    def people(self) -> list[str]:
        """Return the handles."""
        return one_line(self.cells["people"]).split()

    def tags(self) -> list[str]:
        """Return the tags; where a cell is typed with # they may stand on one line."""
        cell = clean(self.cells["tags"])
        tags = cell.split("#") if cell.startswith("#") else cell.split("\n")
        return [tag for tag in map(one_line, tags) if tag]

    def _read(self, name: str, read: Callable[[str], Value], example: str) -> Value:
        text = self.cells[name].strip()
        try:
            return read(text)
        except (ValueError, OverflowError) as error:
            such = f" such as {example}" if example else ""
            message = f"the {name} {quoted(text)} is none{such}."
            raise RefusedError(message) from error


def entries_csv(entries: Iterable[Entry], handles: Mapping[UUID, str]) -> str:
    """Return entries as a table.

    Args:
        entries: The entries.
        handles: The handles of people by their ids.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(map(_as_text, _cells(entry, handles)) for entry in entries)
    return table.getvalue()


def read_rows(path: Path) -> tuple[list[Row], list[str]]:
    """Return the rows of a table, and the names of its columns that mean nothing here.

    The columns may stand in any order, and between cells a comma, a semicolon or a tab.

    Raises:
        RefusedError: It is no such table, or too large.
    """
    name, text = one_line(str(path)), read_text(path)
    rows = csv_rows(text, name, _delimiter(text))
    _, head = next(rows, (0, []))
    columns = [folded(one_line(_as_meant(cell))) for cell in head]
    if missing := [column for column in _NEEDED if column not in columns]:
        message = (
            f"{name} has no column {quoted(missing[0])} in its first line. "
            f"It needs {' and '.join(_NEEDED)}, and may have {', '.join(COLUMNS)}."
        )
        raise RefusedError(message)
    unknown = [column for column in columns if column not in COLUMNS]
    return [_row(line, columns, cells, name) for line, cells in rows], unknown


def _row(line: int, columns: list[str], cells: list[str], name: str) -> Row:
    if len(cells) > len(columns):
        message = (
            f"{name}, line {line}: {len(cells)} cells in a table of {len(columns)} columns. "
            "Put a cell with a comma in it in quotes."
        )
        raise RefusedError(message)
    said = dict(zip(columns, map(_as_meant, cells), strict=False))
    return Row(line, {column: said.get(column, "") for column in COLUMNS})


def _cells(entry: Entry, handles: Mapping[UUID, str]) -> list[str]:
    people = [handles[person] for person in entry.people if person in handles]
    return [
        str(entry.id),
        entry.date.isoformat(),
        entry.practice,
        entry.move or "",
        entry.what,
        entry.why,
        " ".join(people),
        "\n".join(entry.tags),
        entry.logged_at.isoformat(),
    ]


def _as_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError
    return instant.astimezone(UTC)
