"""Renaming: moves and practices that are called after somebody who is taken out.

A move is called the same in its practice, in entries and in habits, so that these count on. What it
becomes is one that can be typed, and a name that is read again. Moves that the eight have from the
start tell of nobody, though somebody may be called so.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from habits.practices import PRACTICES
from habits.store import codec
from habits.text import fitting, folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.store.ops import Document

    Without = Callable[[Any], Any]

_NO_MOVE: Final = re.compile(r"\W")

_OF_ALL: Final = frozenset(
    move.slug for move in chain.from_iterable(practice.moves for practice in PRACTICES)
)


def renamed(table: str, document: Document, without: Without) -> Document:
    """Return those fields of a document that name moves or a practice, without some words.

    Args:
        table: The table of the document.
        document: The document.
        without: Returns whatever JSON holds without the words.
    """
    fields: dict[str, Any] = {}
    if table == codec.ENTRIES and "move" in document:
        fields["move"] = _move(document["move"], without)
    if table == codec.HABITS and isinstance(moves := document.get("moves"), list):
        fields["moves"] = _each_once([_move(move, without) for move in moves])
    if table == codec.PRACTICES and isinstance(moves := document.get("moves"), list):
        fields["moves"] = [_known_move(move, without) for move in moves]
    if table == codec.PRACTICES and isinstance(name := document.get("name"), str):
        said = without(name)
        fields["name"] = name if said == name else fitting(said)
    return fields


def _known_move(move: Any, without: Without) -> Any:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(move, list):
        return without(move)
    return [*(_move(slug, without) for slug in move[:1]), *without(move[1:])]


def _move(slug: Any, without: Without) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(slug, str) and slug in _OF_ALL:
        return slug
    said = without(slug)
    if not isinstance(said, str) or said == slug:
        return said
    return fitting(_NO_MOVE.sub("_", folded(said)))


def _each_once(moves: list[Any]) -> list[Any]:
    """Return moves without those that another one became too."""
    return [move for number, move in enumerate(moves) if move not in moves[:number]]
