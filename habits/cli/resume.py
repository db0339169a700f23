"""`rapport resume`: a pause that runs today ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say
from habits.cli.scope import add_scope, scope_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_scope(parser)


def run(options: Namespace, workspace: Workspace) -> None:
    """End the pauses that run today and name them.

    Raises:
        RapportError: No such pause runs.
    """
    change = service.resume(workspace, scope_of(options, workspace))
    for line in service.words_of(workspace, change):
        say(f"Resumed: {line}")
