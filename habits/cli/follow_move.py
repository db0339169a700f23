"""`rapport follow move`: a follow-up is due on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.deeds import MOVED
from habits.when import require_day

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("follow_up", "its id, or its text in quotes", metavar="ID")
    syntax.argument("when", "in 3d, fri, 24 dec or 2026-12-24", many=True)
    syntax.flag("--json", "print the follow-up as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Move the follow-up and print it.

    Raises:
        RapportError: There is no such follow-up, or the day cannot be read; nothing has changed.
    """
    found = service.require_follow_up(workspace, options.follow_up)
    day = require_day(" ".join(options.when), workspace.today)
    change = service.move_follow_up(workspace, found.id, day)
    say_follow_up(workspace, change, MOVED, as_json=options.json)
