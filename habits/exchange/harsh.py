"""harsh: its folder with the two files `habits` and `log`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.exchange.bounds import read_text, require_few
from habits.exchange.foreign import Foreign, ForeignHabit, Mark, Note, Skip
from habits.exchange.frequency import Nearest, times_in_days
from habits.exchange.gleaning import NO_DAY, NOT_DONE, NOTE_ALONE, SAID_AGAIN, day_of, left_out
from habits.exchange.lines import lines_of
from habits.record import dataclass, replace
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

FORMAT: Final = "harsh"

NO_ENTRY: Final = "lines that are no entries"
NO_HABIT: Final = "lines that are no habits"

NOT_LISTED: Final = "the list there does not say how often it was promised"
"""Why a habit that only the log knows makes no promise."""

_HABITS: Final = "habits"
_LOG: Final = "log"
_FREQUENCY: Final = re.compile(r"([0-9]{1,6})(w?)(?:\s*/\s*([0-9]{1,6})(w?))?")
_AMOUNT: Final = re.compile(r"-?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})")
_LEAST_FIELDS: Final = 3
_ALL_FIELDS: Final = 5
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class _Entry:
    date: date
    result: str
    comment: str
    amount: str


def read(path: Path) -> Foreign:
    """Return what a folder of harsh holds.

    Args:
        path: The folder, or one of the two files in it.

    Raises:
        RefusedError: A file is missing or cannot be read, or there are no habits in it.
    """
    folder = path.parent if path.name in {_HABITS, _LOG} and path.is_file() else path
    if not folder.is_dir():
        message = (
            f"{one_line(str(path))} is none of harsh. "
            f"Name its folder, or the file '{_HABITS}' or '{_LOG}' in it."
        )
        raise RefusedError(message)
    return foreign_of_texts(read_text(folder / _HABITS), read_text(folder / _LOG))


def foreign_of_texts(habits: str, log: str) -> Foreign:
    """Return what the texts of the two files hold.

    A habit that only the log knows was taken off the list there. Its days are carried, for what was
    done was done; a promise is not, as only the list says how often.

    Raises:
        RefusedError: There are no habits in it, or more lines than are read.
    """
    left: Counter[str] = Counter()
    lines = _lines(log)
    entries = _entries(lines, left)
    newest = max((day for days in entries.values() for day in days), default=None)
    listed = {habit.key: habit for habit in _habits(habits, newest, left)}
    if not listed:
        message = "The file 'habits' holds no habits of harsh. Name the folder that harsh uses."
        raise RefusedError(message)
    gone = {
        name: ForeignHabit(name, name, cadence_note=NOT_LISTED, archived=True)
        for name in entries
        if name not in listed
    }
    known = {**listed, **gone}
    read = tuple(_with_days(habit, entries.get(key, {}), left) for key, habit in known.items())
    return Foreign(FORMAT, read, left_out(left), len(lines) + left[NO_HABIT])


def _lines(text: str) -> list[str]:
    """Return the lines that say something."""
    name = "A file of harsh"
    lines = [line for line in lines_of(text, name) if line.strip() and not line.startswith("#")]
    require_few(len(lines), name)
    return lines


def _habits(text: str, newest: date | None, left: Counter[str]) -> Iterator[ForeignHabit]:
    for line in _lines(text):
        if line.startswith("!"):
            continue
        name, *rest = (part.strip() for part in line.split(": "))
        match = _FREQUENCY.fullmatch(rest[0]) if name and rest else None
        if match is None:
            left[NO_HABIT] += 1
            continue
        cadence, note = _nearest(match)
        end = day_of(rest[1]) if len(rest) > 1 else None
        over = end is not None and (newest is None or end <= newest)
        ends = f"there it ends on {end}" if end and not over else ""
        said = "; ".join(filter(None, (note, ends)))
        yield ForeignHabit(name, name, cadence=cadence, cadence_note=said, archived=over)


def _nearest(match: re.Match[str]) -> Nearest:
    first = int(match[1]) * (_WEEK if match[2] else 1)
    if match[3] is None:
        return times_in_days(min(first, 1), first)
    return times_in_days(first, int(match[3]) * (_WEEK if match[4] else 1))


def _entries(lines: list[str], left: Counter[str]) -> dict[str, dict[date, _Entry]]:
    """Return the entries of the log, by habit and day; of two of one day the last holds."""
    entries: dict[str, dict[date, _Entry]] = {}
    for line in lines:
        fields = line.split(" : ")
        day = day_of(fields[0].strip())
        if len(fields) < _LEAST_FIELDS or not fields[1].strip():
            left[NO_ENTRY] += 1
        elif day is None:
            left[NO_DAY] += 1
        else:
            of_habit = entries.setdefault(fields[1].strip(), {})
            left[SAID_AGAIN] += day in of_habit
            of_habit[day] = _entry(day, fields)
    return entries


def _entry(day: date, fields: list[str]) -> _Entry:
    """Return the entry of a line; a comment that has " : " in it makes more fields of it."""
    comment = fields[3:]
    amount = comment.pop().strip() if len(fields) >= _ALL_FIELDS else ""
    return _Entry(day, fields[2].strip(), one_line(" : ".join(comment)), _amount(amount))


def _amount(text: str) -> str:
    return text if _AMOUNT.fullmatch(text) and float(text) else ""


def _with_days(
    habit: ForeignHabit, entries: dict[date, _Entry], left: Counter[str]
) -> ForeignHabit:
    marks, skips, notes = [], [], []
    for entry in entries.values():
        if entry.result == "y":
            marks.append(Mark(entry.date, entry.amount, entry.comment))
        elif entry.result == "s":
            skips.append(Skip(entry.date, entry.comment))
        elif entry.result == "n" and entry.comment:
            left[NOTE_ALONE] += 1
            notes.append(Note(entry.date, entry.comment))
        else:
            left[NOT_DONE if entry.result == "n" else NO_ENTRY] += 1
    return replace(habit, marks=tuple(marks), skips=tuple(skips), notes=tuple(notes))
