"""`rapport delete`: an entry goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_entry_change
from habits.cli.output import tell

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("id", "the end of its id, or 'last' for the entry made last")


def run(options: Options, workspace: Workspace) -> None:
    """Delete the entry, print it, and how the habits stand that counted it.

    Raises:
        RapportError: There is no such entry, or it could not be deleted.
    """
    entry = service.find_entry(workspace, options.id)
    say_entry_change(workspace, "Deleted", service.delete_entry(workspace, entry.id))
    tell("'rapport undo' brings it back.")
