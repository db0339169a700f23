"""`rapport delete`: an entry goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_entry_change
from habits.cli.output import say_json, tell
from habits.record_shapes import entry_shape

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("id", "the end of its id, or 'last' for the entry made last")
    syntax.flag("--json", "print the entry as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Delete the entry, print it, and how the habits stand that counted it.

    Raises:
        RapportError: There is no such entry, or it could not be deleted.
    """
    entry = service.find_entry(workspace, options.id)
    change = service.delete_entry(workspace, entry.id)
    if options.json:
        say_json(entry_shape(entry, service.names(workspace), service.north_stars(workspace)))
        return
    say_entry_change(workspace, "Deleted", change)
    tell("'rapport undo' brings it back.")
