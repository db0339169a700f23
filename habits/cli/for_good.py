"""What cannot be taken back: shown first, and asked about once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from habits.cli.output import say, tell
from habits.errors import RefusedError
from habits.text import folded, one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from habits.review.reach import Reach

_OUTSIDE = "Copies outside the home stay as they are. This cannot be taken back, by undo neither."


def add_consent(parser: ArgumentParser) -> None:
    """Add the option that answers before it is asked."""
    parser.add_argument("--yes", action="store_true", help="do it without being asked")


def require_consent(reach: Reach, deed: str, *, is_given: bool) -> None:
    """Show what something comes to, and ask whether it is to be done, unless that was said.

    Args:
        reach: What it comes to.
        deed: What it is, in a word or two.
        is_given: Whether it was said already.

    Raises:
        RefusedError: It is not to be done, or there is no terminal to ask in.
    """
    if is_given:
        return
    if not sys.stdin.isatty():
        message = f"There is no terminal to ask in. Say --yes to {deed}. Nothing has changed."
        raise RefusedError(message)
    for line in (*reach.words, _OUTSIDE):
        say(line)
    person = reach.person
    tell(f"Type {person.handle} or yes to {deed}; anything else leaves all as it is.")
    wanted = {"y", "yes", person.handle, f"@{person.handle}", folded(person.name)}
    if folded(one_line(sys.stdin.readline())) not in wanted:
        message = "Nothing has changed."
        raise RefusedError(message)


def say_done(reach: Reach) -> None:
    """Print what was done."""
    for line in reach.words:
        say(line)
    tell("That is done, in every file of the home. It cannot be taken back.")
