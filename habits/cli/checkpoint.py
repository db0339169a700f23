"""`rapport checkpoint`: let the TinyDB file hold everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Options, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Make the TinyDB file anew.

    Raises:
        RapportError: It could not be written; everything is in the logs as before.
    """
    service.checkpoint(workspace)
    say("rapport.json holds everything that was logged.")
