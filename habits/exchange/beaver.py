"""Beaver Habits: its JSON export.

Such a file may hold what is nobody else's business, as the token of a backup; only the habits are
looked at.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from habits.cadence import Interval, Quota, Unit
from habits.cadence.kinds import MOST_LOGS
from habits.errors import RefusedError
from habits.exchange.bounds import read_json, require_few
from habits.exchange.foreign import Foreign, ForeignHabit, Mark, Note, Skip
from habits.exchange.frequency import DAILY, Nearest
from habits.exchange.gleaning import (
    NO_DAY,
    NOT_DONE,
    NOTE_ALONE,
    SAID_AGAIN,
    day_of,
    left_out,
    told_apart,
)
from habits.text import folded, one_line

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FORMAT: Final = "beaver"

OF_DELETED: Final = "days of habits that were deleted there"

_UNITS: Final = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_SKIPPED: Final = frozenset({"skip", "skipped"})


def read(path: Path) -> Foreign:
    """Return what an export of Beaver Habits holds.

    Args:
        path: The file.

    Raises:
        RefusedError: It is no such export, damaged, or larger than is read.
    """
    return foreign_of_json(read_json(path))


def foreign_of_json(content: object) -> Foreign:
    """Return what the values of an export say.

    Raises:
        RefusedError: They are none of Beaver Habits, or more than are read.
    """
    habits = content.get("habits") if isinstance(content, dict) else None
    if not isinstance(habits, list) or not all(map(_is_habit, habits)):
        message = "This is no export of Beaver Habits: there is no list of habits in it."
        raise RefusedError(message)
    count = sum(len(habit["records"]) for habit in habits)
    require_few(count, "The export")
    left: Counter[str] = Counter()
    kept = [habit for habit in habits if habit.get("status") != "soft_delete"]
    left[OF_DELETED] += count - sum(len(habit["records"]) for habit in kept)
    keys = told_apart(_text(habit, "id") or habit["name"] for habit in kept)
    read = tuple(_habit(habit, key, left) for habit, key in zip(kept, keys, strict=True))
    return Foreign(FORMAT, read, left_out(left), count)


def _is_habit(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("name"), str)
        and isinstance(value.get("records"), list)
    )


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _habit(habit: dict[str, Any], key: str, left: Counter[str]) -> ForeignHabit:
    marks, skips, notes = [], [], []
    for day, record in _by_date(habit["records"], left).items():
        text = _text(record, "text")
        if record.get("done") is True:
            marks.append(Mark(day, note=text))
        elif folded(one_line(text)) in _SKIPPED:
            skips.append(Skip(day))
        elif text.strip():
            left[NOTE_ALONE] += 1
            notes.append(Note(day, text))
        else:
            left[NOT_DONE] += 1
    cadence, note = _nearest(habit.get("period"))
    tags = habit.get("tags")
    return ForeignHabit(
        key=key,
        name=habit["name"],
        description=" ".join(f"#{tag}" for tag in tags) if isinstance(tags, list) else "",
        cadence=cadence,
        cadence_note=note,
        marks=tuple(marks),
        skips=tuple(skips),
        notes=tuple(notes),
        archived=habit.get("status") == "archive",
    )


def _by_date(records: list[Any], left: Counter[str]) -> dict[date, dict[str, Any]]:
    by_date: dict[date, dict[str, Any]] = {}
    for record in records:
        day = day_of(_text(record, "day")) if isinstance(record, dict) else None
        if day is None:
            left[NO_DAY] += 1
        else:
            left[SAID_AGAIN] += day in by_date
            by_date[day] = record
    return by_date


def _nearest(period: object) -> Nearest:
    """Return the cadence of a period; where none is set, each day is looked at there."""
    if period is None:
        return DAILY, ""
    said = period if isinstance(period, dict) else {}
    unit = _UNITS.get(_text(said, "period_type"))
    every, count = said.get("period_count"), said.get("target_count")
    if unit is None or type(every) is not int or type(count) is not int:
        return None, "there it has a period that is not known here"
    if not (1 <= every <= unit.most and 1 <= count <= MOST_LOGS):
        return None, f"there {count} times in {every} {unit}s, which is no cadence here"
    if unit is Unit.DAY and count == 1:
        return (DAILY if every == 1 else Interval(every)), ""
    if every == 1:
        return Quota(count, every, unit), ""
    note = f"there counted anew from each {unit} in which it was done, here in fixed blocks"
    return Quota(count, every, unit), note
