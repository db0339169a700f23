"""Progress: how far something that takes seconds is, told while it goes on. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from habits.errors import RefusedError


class Stage(NamedTuple):
    """How far something is.

    Attributes:
        doing: What is being done, in words: "Looking through all files of the home".
        share: How much of it all is done, from 0 to 1.
        is_final: Whether it goes on from here whatever happens: it cannot be cancelled any more.
    """

    doing: str
    share: float
    is_final: bool = False


Told = Callable[[Stage], None]
"""Is told how far something is; it raises `CancelledError` where that is to be cancelled and is not
final yet."""


class CancelledError(RefusedError):
    """Something was cancelled before it changed anything."""


def tell_nobody(stage: Stage) -> None:
    """Tell nobody, and cancel nothing."""
    del stage
