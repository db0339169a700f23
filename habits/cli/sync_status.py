"""`rapport sync status`: show how the syncing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import say, say_json
from habits.cli.sync_words import time_shape
from habits.service.syncing import sync_status
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print it as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print how the syncing stands.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    status = sync_status(workspace)
    if options.json:
        say_json(
            {
                "remote": status.remote,
                "status": status.words,
                "to_send": status.waiting,
                "trouble": status.trouble,
                "told": status.told,
                "synced_at": time_shape(status.synced_at),
            }
        )
        return
    say(status.words)
    if status.told:
        say(one_line(status.told))
