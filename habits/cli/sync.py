"""`rapport sync`: carry acts to your other machines, and theirs here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.sync_words import tell_outcome
from habits.service.syncing import sync_now

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Options, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Sync once, and tell what came and went.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    tell_outcome(sync_now(workspace))
