"""`rapport sync off`: let this machine sync no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import say
from habits.service.syncing import sync_off

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Options, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Let the home sync no more.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    sync_off(workspace)
    say("This home syncs no more. What is at the remote stays there.")
