"""Loop Habit Tracker: its CSV export, a zip file, and its backup, a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.exchange.bounds import read_bytes, read_zip, text_of
from habits.exchange.loop_table import DAYS, HABITS, foreign_of_tables

if TYPE_CHECKING:
    from pathlib import Path

    from habits.exchange.foreign import Foreign

FORMAT: Final = "loop"

_DATABASE: Final = b"SQLite format 3\x00"
"""What a backup begins with."""


def read(path: Path) -> Foreign:
    """Return what an export or a backup of Loop holds, whichever the file is.

    The habits of a backup are told apart by an id, those of an export by their names, for it holds
    no ids.

    Args:
        path: The file.

    Raises:
        RefusedError: It is neither, damaged, or larger than is read.
    """
    if read_bytes(path).startswith(_DATABASE):
        # Imported on need: most people have the export.
        from habits.exchange.loop_database import foreign_of_database  # noqa: PLC0415

        return foreign_of_database(path)
    tables = {
        name: text_of(content, name)
        for name, content in read_zip(path).items()
        if name == HABITS or name.endswith(f"/{DAYS}")
    }
    return foreign_of_tables(tables)
