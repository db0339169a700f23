"""Deeds: what was done, in a word, where the word already tells part of what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

ARCHIVED: Final = "Archived"
RESTORED: Final = "Restored"
DONE: Final = "Done"
MOVED: Final = "Moved"
CHANGED: Final = "Changed"
PROMISED: Final = "Promised"
KEPT: Final = "Kept"
"""Deeds that say, before the words, what became of a habit or a follow-up."""


def parting(last: date, today: date) -> str:
    """Return what somebody does whose last day is noted: they left, or are still to leave."""
    return "Leaves" if last > today else "Left"
