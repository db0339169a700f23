"""Questions that are asked before something is done, where somebody can answer them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.cli.syntax import Syntax

_YES: Final = ("y", "yes")


def add_yes(syntax: Syntax) -> None:
    """Add the option that answers before it is asked."""
    syntax.flag("--yes", "do it without being asked")


def can_answer() -> bool:
    """Return whether somebody sits at a terminal, who can be asked."""
    return sys.stdin.isatty()


def is_agreed(question: str, also: Iterable[str] = ()) -> bool:
    """Ask, and return whether the answer is yes; any other but these words is a no.

    Args:
        question: The question, with what may be answered.
        also: Words that are a yes too, as `folded` returns them.
    """
    return folded(answer(question)) in {*_YES, *also}


def answer(question: str) -> str:
    """Ask, and return the line that is answered, cleaned; empty where there is none."""
    sys.stderr.write(f"{one_line(question)} ")
    sys.stderr.flush()
    return one_line(sys.stdin.readline())
