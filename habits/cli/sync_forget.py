"""`rapport sync forget`: take a machine's part of the place away; its acts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import tell
from habits.cli.sync_words import tell_outcome
from habits.service.syncing import sync_forget

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("device", "its id or its name, as 'rapport sync devices' shows it")


def run(options: Options, workspace: Workspace) -> None:
    """Take a machine's part of the place away.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    tell_outcome(sync_forget(workspace, options.device))
    tell(
        "That machine is forgotten, and what it had sent stays. It comes back if it syncs again; "
        "use 'rapport sync off' there."
    )
