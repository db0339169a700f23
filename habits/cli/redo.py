"""`rapport redo`: do again what was taken back last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_step

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Do again what was taken back last, and name it.

    Raises:
        RapportError: There is nothing to do again, or it could not be.
    """
    change = service.redo(workspace)
    say_step(workspace, "redid", "Redone", change, as_json=options.json)
