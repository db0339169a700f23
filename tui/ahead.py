"""Ahead: what may be opened next is made ready in quiet moments, a piece at a time."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING, Final

from habits.service.ahead import ahead, ahead_of_look_backs
from tui.screens.places import OF_REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.session import Session

_FIRST: Final = ("review",)
_NEXT: Final = ("streak_review", "look_back", "week_close")
"""The modules of places that are imported ahead: from anywhere, and from Review."""


def pieces(session: Session, place: str) -> Iterator[None]:
    """Make ready what may be opened next, a piece of some milliseconds at a time.

    Args:
        session: The session.
        place: By which word one goes to where one is.

    Raises:
        RapportError: A record cannot be understood.
    """
    is_reviewing = place in OF_REVIEW
    yield from ahead(session.workspace)
    for module in (*_FIRST, *(_NEXT if is_reviewing else ())):
        import_module(f"tui.screens.{module}")
        yield
    if is_reviewing:
        yield from ahead_of_look_backs(session.workspace)
        # What was read stays: to look for garbage among it would hold up a key later.
        gc.collect()
        gc.freeze()
        yield
