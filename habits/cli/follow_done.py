"""`rapport follow done`: a follow-up is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.deeds import DONE

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("follow_up", "its id, or its text", metavar="ID", many=True)
    syntax.flag("--json", "print the follow-up as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Mark the follow-up as done today and print it.

    Raises:
        RapportError: There is no such follow-up, or it could not be marked.
    """
    found = service.require_follow_up(workspace, " ".join(options.follow_up))
    change = service.finish_follow_up(workspace, found.id)
    say_follow_up(workspace, change, DONE, as_json=options.json)
