"""`rapport sync setup`: let this be the first machine that syncs to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import tell
from habits.cli.sync_words import show_key, tell_outcome
from habits.service.syncing import sync_setup

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("remote", "dir: and a folder, or a git repository")


def run(options: Options, workspace: Workspace) -> None:
    """Set the syncing up, and show the recovery key.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    tell_outcome(sync_setup(workspace, options.remote, show_key))
    tell(f"On each further machine: rapport sync join {options.remote}")
