"""Hints: what would make an act worth reading later, and what to keep out. They block nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.pattern import pattern
from habits.text import folded

if TYPE_CHECKING:
    from habits.quicklog import Draft

ASKING: Final = "which act was it, and what did it change?"
"""What is asked where a line says little."""

KEEP_OUT: Final = (
    "Keep out what is not yours to keep: health, family, pay, ratings, guesses at reasons."
)
"""What is said to whoever begins to write about others."""

_LEAST_WORDS: Final = 3
_LEAST_OF_ACT: Final = 2
"""How many words beside a platitude name an act."""

_PLATITUDES: Final = pattern(
    r"\b(?:(?:amazing|awesome|excellent|fantastic|good|great|nice) (?:job|work)|well done"
    r"|(?:thanks |thank you )?for everything)\b"
)


def hint(draft: Draft) -> str:
    """Return what to ask of a line that says little; nothing where it says enough, or nothing."""
    said = folded(draft.what)
    words, act = said.split(), _PLATITUDES.sub(" ", said).split()
    is_short = len([*words, *draft.why.split()]) < _LEAST_WORDS
    names_nothing = len(act) < min(len(words), _LEAST_OF_ACT)
    return ASKING if said and (is_short or names_nothing) else ""
