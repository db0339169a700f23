"""Formats: which files can be read in, each with a line of help."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from habits.exchange.foreign import Foreign

OWN: Final[Mapping[str, str]] = {
    "csv": "a table of entries, as 'rapport export csv' writes it",
    "json": "a whole home, as 'rapport export json' writes it",
}
"""The formats of rapport itself."""

OTHERS: Final[Mapping[str, str]] = {
    "beaver": "what Beaver Habits exported as JSON",
    "harsh": "the folder of harsh, or the file 'habits' or 'log' in it",
    "loop": "what Loop Habit Tracker exported as CSV (a zip file) or backed up (a .db file)",
    "org": "a file of Org mode with habits of org-habit",
}
"""The formats of other programs; each is read by the module of this name beside this one."""


def reader_of(form: str) -> Callable[[Path], Foreign]:
    """Return what reads one of the formats of other programs."""
    read: Callable[[Path], Foreign] = import_module(f"habits.exchange.{form}").read
    return read
