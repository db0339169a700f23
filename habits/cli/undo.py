"""`rapport undo`: take back the newest act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_step
from habits.cli.output import tell
from habits.errors import RefusedError

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Take back the newest act and name it.

    Raises:
        RapportError: There is nothing to take back, or it could not be.
    """
    came_last = service.erased_last(workspace)
    try:
        change = service.undo(workspace)
    except RefusedError as error:
        if came_last:
            message = "The erasing that came last cannot be taken back, and nothing came before it."
            raise RefusedError(message) from error
        raise
    if came_last:
        tell("The erasing that came last cannot be taken back; what was done before it was.")
    say_step(workspace, "undid", "Undone", change, as_json=options.json)
