"""Recognition: whether an act puts someone before others who likes to hear it in a 1:1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.person import Recognition

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.person import Person
    from habits.quicklog import Draft

_PUBLIC_MOVES: Final = frozenset({("credit", "public"), ("credit", "stage")})
"""Practices and moves that happen in front of others."""

_PUBLIC_TAG: Final = "public"
_INSTEAD_OF_MOVE: Final = "/private"
_INSTEAD_OF_TAG: Final = "#1on1"


def is_public(practice: str, draft: Draft) -> bool:
    """Return whether a line says that something is done in front of others."""
    return (practice, draft.move) in _PUBLIC_MOVES or _PUBLIC_TAG in draft.tags


def who_likes_it_private(practice: str, draft: Draft, people: Iterable[Person]) -> list[Person]:
    """Return those whom a public act names and who like to hear it in a 1:1; nobody mostly.

    Args:
        practice: The slug of the practice that the line is for.
        draft: What the line says.
        people: All people.
    """
    if not is_public(practice, draft):
        return []
    named = {handle for handle, _ in draft.people}
    return [
        each for each in people if each.handle in named and each.recognition is Recognition.PRIVATE
    ]


def likes_words(names: Sequence[str]) -> str:
    """Return what is known of those who are named: "Maya and Ana like to hear it in a 1:1"."""
    *others, last = names
    who = f"{', '.join(others)} and {last}" if others else last
    return f"{who} like{'' if others else 's'} to hear it in a 1:1"


def instead_of_public(practice: str, draft: Draft) -> str:
    """Return what may be written in place of what says that it was public."""
    return _INSTEAD_OF_MOVE if (practice, draft.move) in _PUBLIC_MOVES else _INSTEAD_OF_TAG
