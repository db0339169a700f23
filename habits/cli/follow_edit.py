"""`rapport follow edit`: a follow-up is said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.deeds import CHANGED

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("follow_up", "its id, or its text in quotes", metavar="ID")
    syntax.argument(
        "text", "what is to be done; @people and (fri) at its end change these too", many=True
    )
    syntax.flag("--json", "print the follow-up as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Reword the follow-up and print it.

    Raises:
        RapportError: There is no such follow-up, or it cannot be said so; it is as it was.
    """
    found = service.require_follow_up(workspace, options.follow_up)
    line = " ".join(options.text)
    change = service.reword_follow_up(workspace, found.id, line)
    say_follow_up(workspace, change, CHANGED, as_json=options.json)
