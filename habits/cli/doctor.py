"""`rapport doctor`: look through every file, and mend what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
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
