"""Loop Habit Tracker: its backup, which is a database of SQLite.

The file is somebody else's, so nothing in it is let run: it is opened for reading alone, must hold
plain tables, and is given up when a question takes more steps than an honest one does.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Final, NoReturn

from habits.errors import RefusedError
from habits.exchange.bounds import MOST_ROWS, require_few
from habits.exchange.foreign import Foreign
from habits.exchange.gleaning import NO_DAY, left_out, told_apart
from habits.exchange.loop_days import YES, LoopDay, LoopHabit, foreign_habit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    Row = Mapping[str, object]

OLDEST: Final = 12
NEWEST: Final = 25
"""The versions of the database that are read."""

STRAY: Final = "days of habits that are not in the backup"

_TABLES: Final = {"habits", "repetitions"}
_PLAIN_TABLES: Final = """
    select lower(name) from sqlite_schema as kept
    where type = 'table' and rootpage > 0
    and not exists (select * from pragma_table_xinfo(kept.name) where hidden > 0)
"""
"""The tables whose rows are in the file: no view, and no column reckoned when it is read."""

_LONGEST_VALUE: Final = 1024 * 1024
_STEPS: Final = 10_000
_MOST_STEPS: Final = 20_000
"""An honest question takes far fewer than `_STEPS` times this many steps of SQLite's."""

_DAMAGED: Final = "The backup is damaged. Make a new one in Loop."


def foreign_of_database(path: Path) -> Foreign:
    """Return what a backup holds.

    Args:
        path: The backup.

    Raises:
        RefusedError: It is no backup of Loop, of a version that is not read, or damaged.
    """
    try:
        with closing(_opened(path)) as database:
            _check(database)
            return _foreign(
                _rows(database, "select * from Habits order by position, id"),
                _rows(database, "select * from Repetitions order by habit, id"),
            )
    except (sqlite3.Error, UnicodeDecodeError):
        # What SQLite says of damage quotes the file, and may so be no text itself.
        _refuse(_DAMAGED)


def _refuse(message: str) -> NoReturn:
    raise RefusedError(message)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    steps = iter(range(_MOST_STEPS))
    database.set_progress_handler(lambda: int(next(steps, None) is None), _STEPS)
    database.execute("pragma trusted_schema = off")
    database.execute("pragma cell_size_check = on")
    return database


def _check(database: sqlite3.Connection) -> None:
    """Refuse what has no plain tables of Loop, is of a strange version or is damaged."""
    if not {name for (name,) in database.execute(_PLAIN_TABLES)} >= _TABLES:
        _refuse("It is no backup of Loop: the tables Habits and Repetitions are missing.")
    ((version,),) = database.execute("pragma user_version")
    if not OLDEST <= version <= NEWEST:
        _refuse(
            f"The backup is of version {version}; {OLDEST} to {NEWEST} are read. "
            "Export it from Loop as CSV."
        )
    if list(database.execute("pragma quick_check(1)")) != [("ok",)]:
        _refuse(_DAMAGED)


def _rows(database: sqlite3.Connection, question: str) -> list[Row]:
    cursor = database.execute(question)
    names = [column[0].lower() for column in cursor.description]
    rows = cursor.fetchmany(MOST_ROWS + 1)
    require_few(len(rows), "The backup")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _foreign(habits: list[Row], repetitions: list[Row]) -> Foreign:
    left: Counter[str] = Counter()
    by_habit = {
        habit: list(rows) for habit, rows in groupby(repetitions, lambda row: row.get("habit"))
    }
    keys = told_apart(_text(row, "uuid") or _text(row, "name") for row in habits)
    read = tuple(
        foreign_habit(_habit(row, key), _days(by_habit.pop(row.get("id"), ()), left), left)
        for row, key in zip(habits, keys, strict=True)
    )
    left[STRAY] += sum(map(len, by_habit.values()))
    return Foreign("loop", read, left_out(left), len(repetitions))


def _habit(row: Row, key: str) -> LoopHabit:
    target = row.get("target_value")
    return LoopHabit(
        key=key,
        name=_text(row, "name"),
        question=_text(row, "question"),
        description=_text(row, "description"),
        count=_whole(row, "freq_num"),
        days=_whole(row, "freq_den"),
        numeric=_whole(row, "type") == 1,
        unit=_text(row, "unit"),
        at_most=_whole(row, "target_type") == 1,
        target=target if isinstance(target, int | float) else 0,
        archived=_whole(row, "archived") != 0,
    )


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _whole(row: Row, name: str, otherwise: int = 0) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else otherwise


def _days(rows: Iterable[Row], left: Counter[str]) -> Iterator[LoopDay]:
    for row in rows:
        day = _day(row.get("timestamp"))
        if day is None:
            left[NO_DAY] += 1
        else:
            # Before values were kept, a row was a day on which it was done.
            yield LoopDay(day, _whole(row, "value", YES), _text(row, "notes"))


def _day(timestamp: object) -> date | None:
    """Return the day that begins, in UTC, at so many milliseconds of Unix time."""
    if not isinstance(timestamp, int):
        return None
    try:
        return datetime.fromtimestamp(timestamp // 1000, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
