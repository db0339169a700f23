"""What a user says of a habit: the options that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habits.cli.syntax import Syntax


def add_words(syntax: Syntax) -> None:
    """Add the options; an empty text takes out what was said."""
    syntax.option("--anchor", "after or at what it is done", metavar="TEXT")
    syntax.option("--reason", "why it is promised, in your own words", metavar="TEXT")
    syntax.option("--plan", "what you do in place of a slip", metavar="TEXT")
