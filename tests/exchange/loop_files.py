"""Look-alikes of what Loop Habit Tracker exports and backs up."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEAD: Final = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,"
    "Unit,Target Type,Target Value,Archived?"
).split(",")

THANKS: Final = '001,Thank somebody,YES_NO,Whom?,"Out loud, and why",1,1,#1976D2,,,,false'
PAGES: Final = "002,Specs read,NUMERICAL,,,2,7,#FF8F00,pages,AT_LEAST,12.0,true"

TABLES: Final = {
    "Habits.csv": "\n".join((",".join(HEAD), THANKS, PAGES, "")),
    "Checkmarks.csv": "Date,Thank somebody,Specs read,\n2026-11-02,YES_MANUAL,1500,\n",
    "Scores.csv": "Date,Thank somebody,Specs read,\n2026-11-02,0.0513,0.1,\n",
    "001 Thank somebody/Checkmarks.csv": (
        "Date,Value,Notes\n"
        '2026-11-06,YES_MANUAL,"Maya, for ""the fix""\nand Dev"\n'
        "2026-11-05,SKIP,on leave\n"
        "2026-11-04,YES_AUTO,\n"
        "2026-11-03,NO,\n"
        "2026-11-02,YES_MANUAL,\n"
        "2026-11-01,UNKNOWN,nobody was there\n"
        "2026-10-31,UNKNOWN,\n"
    ),
    "001 Thank somebody/Scores.csv": "Date,Score\n2026-11-06,0.1\n",
    "002 Specs read/Checkmarks.csv": (
        "Date,Value,Notes\n2026-11-03,NO,\n2026-11-02,1500,the long one\n2026-11-01,SKIP,\n"
    ),
    "002 Specs read/Scores.csv": "Date,Score\n2026-11-03,0.1\n",
}
"""The tables of an export of two habits."""

ROWS: Final = """
    insert into Habits (id, archived, description, freq_num, freq_den, name, position)
    values (7, 0, 'Whom?', 1, 1, 'Thank somebody', 1), (4, 1, '', 2, 7, 'Read specs', 0);
    insert into Repetitions (habit, timestamp)
    values (7, 1793664000000), (7, 1793750400000), (4, 1793664000000), (99, 1793664000000);
"""
"""Two habits and four days, of which the last is of a habit that is gone; 3 and 4 Nov 2026."""

_OLDEST: Final = """
    create table Habits (id integer primary key autoincrement, archived integer, color integer,
        description text, freq_den integer, freq_num integer, highlight integer, name text,
        position integer, reminder_hour integer, reminder_min integer, reminder_days integer);
    create table Repetitions (id integer primary key autoincrement,
        habit integer not null references Habits(id), timestamp integer not null);
"""
_CHANGES: Final = {
    16: "alter table Repetitions add column value integer not null default 2;"
    "alter table Habits add column type integer not null default 0;",
    18: "alter table Habits add column target_type integer not null default 0;"
    "alter table Habits add column target_value real not null default 0;"
    "alter table Habits add column unit text not null default '';",
    22: "create unique index idx on Repetitions(habit, timestamp);",
    23: "alter table Habits add column question text;",
    24: "alter table Habits add column uuid text;",
    25: "alter table Repetitions add column notes text;",
}


def export(path: Path, tables: Mapping[str, str] = TABLES) -> Path:
    """Write tables into a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in tables.items():
            packed.writestr(name, text)
    return path


def table(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as a table."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()


def schema(version: int) -> str:
    """Return the statements that make the tables of a version."""
    changes = "".join(change for since, change in _CHANGES.items() if since <= version)
    return f"{_OLDEST}{changes}pragma user_version = {version};"


def backup(path: Path, version: int = 25, statements: str = ROWS) -> Path:
    """Write a backup of a version."""
    return database(path, schema(version) + statements)


def database(path: Path, statements: str) -> Path:
    """Write a database, in place of what is there."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
    return path
