"""Deeds: what was done, in a word, where the word already tells part of what changed."""

from __future__ import annotations

from typing import Final

ARCHIVED: Final = "Archived"
RESTORED: Final = "Restored"
DONE: Final = "Done"
MOVED: Final = "Moved"
PROMISED: Final = "Promised"
"""Deeds that say, before the words, what became of a habit or a follow-up."""
