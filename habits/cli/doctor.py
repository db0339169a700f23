"""`rapport doctor`: look through every file, and mend what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print what was found as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print what was found and what was done about it, one thing a line.

    Raises:
        RapportError: A file cannot be read, or something cannot be mended.
    """
    found = service.check(workspace)
    if options.json:
        say_json({"found": found})
        return
    for line in found:
        say(line)
    say("Everything else is whole." if found else "Everything is whole.")
