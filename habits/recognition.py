"""Recognition: whether an act puts someone before others who likes to hear it in a 1:1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.person import Recognition
from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.person import Person
    from habits.quicklog import Draft

_PUBLIC_MOVES: Final = frozenset({("credit", "public"), ("credit", "stage")})
"""Practices and moves of what happens in front of others."""

_PUBLIC_TAG: Final = "public"


@dataclass(frozen=True, slots=True)
class Preference:
    """That an act is public which somebody likes to hear in a 1:1.

    Attributes:
        people: Who does.
        instead: What may be written in place of what says that it is public.
    """

    people: tuple[Person, ...]
    instead: str


def preference(practice: str, draft: Draft, people: Iterable[Person]) -> Preference | None:
    """Return whose preference a line passes over; None where it passes over nobody's.

    Args:
        practice: The slug of the practice that the line is for.
        draft: What the line says.
        people: All people.
    """
    is_public_move = (practice, draft.move) in _PUBLIC_MOVES
    if not is_public_move and _PUBLIC_TAG not in draft.tags:
        return None
    known = {each.handle: each for each in people if each.recognition is Recognition.PRIVATE}
    found = tuple(known[handle] for handle, _ in draft.people if handle in known)
    return Preference(found, "/private" if is_public_move else "#1on1") if found else None


def likes_words(names: Sequence[str]) -> str:
    """Return what is known of those who are named: "Maya and Ana like to hear it in a 1:1"."""
    *others, last = names
    who = f"{', '.join(others)} and {last}" if others else last
    return f"{who} like{'' if others else 's'} to hear it in a 1:1"
