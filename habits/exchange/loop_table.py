"""Loop Habit Tracker: the tables of its CSV export, once they are read from the zip file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.exchange.bounds import csv_rows, require_few
from habits.exchange.foreign import Foreign
from habits.exchange.gleaning import NO_DAY, day_of, left_out, told_apart
from habits.exchange.loop_days import (
    AUTO,
    NO,
    SKIPPED,
    UNKNOWN,
    YES,
    LoopDay,
    LoopHabit,
    foreign_habit,
)
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HABITS: Final = "Habits.csv"
"""The table of the habits."""

DAYS: Final = "Checkmarks.csv"
"""What the table of the days of a habit is called, in the folder of the habit."""

NO_VALUE: Final = "rows whose value is none of Loop's"

_WORDS: Final = {
    "YES_MANUAL": YES,
    "YES_AUTO": AUTO,
    "NO": NO,
    "SKIP": SKIPPED,
    "UNKNOWN": UNKNOWN,
    "": UNKNOWN,
}
_FOLDER: Final = re.compile(r"([0-9]{3,6})(?: [^/]*)?/Checkmarks\.csv")
_WHOLE: Final = re.compile(r"-?[0-9]{1,12}")
_NUMBER: Final = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")


def foreign_of_tables(tables: Mapping[str, str]) -> Foreign:
    """Return what the tables of an export hold.

    The days of a habit are in a folder that begins with its position; the rest of the folder's
    name is the habit's, without the characters that a file's name may not have.

    Args:
        tables: The text of each table, by its path in the zip file.

    Raises:
        RefusedError: It is no such export, or a part of it is missing.
    """
    if HABITS not in tables:
        message = f"It is no export of Loop: {HABITS} is missing. Export it anew as CSV."
        raise RefusedError(message)
    by_position = {int(match[1]): path for path in tables if (match := _FOLDER.fullmatch(path))}
    rows = _rows_by_name(tables[HABITS])
    left: Counter[str] = Counter()
    habits, read = [], 0
    for row, key in zip(rows, told_apart(row["Name"] for row in rows), strict=True):
        path = by_position.get(_whole(row["Position"]))
        if path is None:
            message = f"The days of {quoted(row['Name'])} are missing. Export it anew from Loop."
            raise RefusedError(message)
        cells = [cells for _, cells in csv_rows(tables[path], path) if cells[0] != "Date"]
        read += len(cells)
        require_few(read, "The export")
        habits.append(foreign_habit(_habit(row, key), _days(cells, left), left))
    return Foreign("loop", tuple(habits), left_out(left), read)


def _rows_by_name(text: str) -> list[dict[str, str]]:
    head, *rows = [row for _, row in csv_rows(text, HABITS)] or [[]]
    if not {"Position", "Name"} <= set(head):
        message = f"It is no export of Loop: {HABITS} has no columns Position and Name."
        raise RefusedError(message)
    return [dict(zip(head, [*row, *[""] * len(head)], strict=False)) for row in rows]


def _habit(row: Mapping[str, str], key: str) -> LoopHabit:
    # Older versions have other names for the frequency, and no numbers.
    count = row.get("FrequencyNumerator", row.get("NumRepetitions", ""))
    days = row.get("FrequencyDenominator", row.get("Interval", ""))
    return LoopHabit(
        key=key,
        name=row["Name"],
        question=row.get("Question", ""),
        description=row.get("Description", ""),
        count=_whole(count),
        days=_whole(days),
        numeric=row.get("Type") == "NUMERICAL",
        unit=row.get("Unit", ""),
        at_most=row.get("Target Type") == "AT_MOST",
        target=_number(row.get("Target Value", "")),
        archived=row.get("Archived?") == "true",
    )


def _whole(text: str) -> int:
    return int(text) if _WHOLE.fullmatch(text) else 0


def _number(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else 0


def _days(rows: list[list[str]], left: Counter[str]) -> Iterator[LoopDay]:
    for row in rows:
        day, value = day_of(row[0]), row[1] if len(row) > 1 else ""
        if day is None:
            left[NO_DAY] += 1
        elif value not in _WORDS and not _WHOLE.fullmatch(value):
            left[NO_VALUE] += 1
        else:
            worth = _WORDS[value] if value in _WORDS else int(value)
            yield LoopDay(day, worth, row[2] if len(row) > 2 else "")  # noqa: PLR2004 - the note
