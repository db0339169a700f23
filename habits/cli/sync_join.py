"""`rapport sync join`: sync this machine too; it asks for the recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.sync_words import ask_key, tell_outcome
from habits.service.syncing import sync_join

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument(
        "remote",
        "dir: and a folder, or a git repository; else as before",
        required=False,
    )


def run(options: Options, workspace: Workspace) -> None:
    """Sync this machine too, with the key from standard input.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    tell_outcome(sync_join(workspace, options.remote, ask_key()))
