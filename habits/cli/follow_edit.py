"""`rapport follow edit`: a follow-up is said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.deeds import CHANGED

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("follow_up", metavar="id", help="its id, or its text in quotes")
    parser.add_argument(
        "text", nargs="+", help="what is to be done; @people and (fri) at its end change these too"
    )
    parser.add_argument("--json", action="store_true", help="print the follow-up as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Reword the follow-up and print it.

    Raises:
        RapportError: There is no such follow-up, or it cannot be said so; it is as it was.
    """
    found = service.require_follow_up(workspace, options.follow_up)
    line = " ".join(options.text)
    change = service.reword_follow_up(workspace, found.id, line)
    say_follow_up(workspace, change, CHANGED, as_json=options.json)
