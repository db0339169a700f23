"""Tasks: what a line is written for. There is one line in the app, and many things to say in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from habits.completion import Completion
    from habits.practices import Move
    from tui.outcome import Outcome


class Reading(NamedTuple):
    """What a line comes to.

    Attributes:
        words: What taking it would do.
        aside: What else there is to say of it.
    """

    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What a line is written for.

    Attributes:
        prompt: What stands before the line.
        hint: What stands in it while it is empty.
        read: Returns what a text comes to; raises `RapportError` where it would be refused.
        save: Takes a text, and returns what came of it, what the line is written for next, or what
            is asked before it is taken; raises as `read`.
        preset: What the line holds at first.
        draft: Under what its text is kept when it is left; None where it is not.
        complete: Returns what the end of a text may become.
        moves: The kinds of act that may be chosen.
        leave: Called when the line is left without being taken.
    """

    prompt: str
    hint: str
    read: Callable[[str], Reading]
    save: Callable[[str], Outcome | Task | Reading | None]
    preset: str = ""
    draft: Hashable = None
    complete: Callable[[str], Completion] | None = None
    moves: tuple[Move, ...] = ()
    leave: Callable[[], None] | None = None
