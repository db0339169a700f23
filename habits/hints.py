"""Hints: what would make an act worth reading later. They ask, and block nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.text import folded

if TYPE_CHECKING:
    from habits.quicklog import Draft

ASKING: Final = "which act was it, and what did it change?"
"""What is asked where a line says little."""

_LEAST_WORDS: Final = 3
_PLATITUDES: Final = (
    "amazing job",
    "amazing work",
    "awesome job",
    "awesome work",
    "good job",
    "good work",
    "great job",
    "great work",
    "nice job",
    "nice work",
    "well done",
    "for everything",
)


def hint(draft: Draft) -> str:
    """Return what to ask of a line that says little; nothing where it says enough, or nothing."""
    said = folded(draft.what)
    if not said or draft.why:
        return ""
    is_empty_praise = any(phrase in said for phrase in _PLATITUDES)
    return ASKING if is_empty_praise or len(said.split()) < _LEAST_WORDS else ""
