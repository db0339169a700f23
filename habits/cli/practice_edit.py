"""`rapport practice edit`: another name, and moves that come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_change, say_practice
from habits.errors import UsageError
from habits.practices import require_practice

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("practice", "a key 1-8, a name, or the beginning of one")
    syntax.option("--name", "what it is called")
    syntax.option("--move", "a move to add or to change", metavar="SLUG")
    syntax.option("--meaning", "what is done by it, in a few words", metavar="TEXT")
    syntax.flag("--slip", "it is meant not to be done")
    syntax.option("--drop-move", "a move that is no longer offered", metavar="SLUG")
    syntax.flag("--json", "print the practice as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Change the practice and print what differs.

    Raises:
        RapportError: It cannot be changed so; nothing has changed.
    """
    practice = require_practice(options.practice, workspace.practices)
    if options.move is None and (options.meaning is not None or options.slip):
        message = "--meaning and --slip say something of a move. Name it with --move."
        raise UsageError(message)
    edit = service.PracticeEdit(
        name=options.name,
        move=options.move,
        meaning=options.meaning,
        slip=options.slip,
        drop=options.drop_move,
    )
    change = service.edit_practice(workspace, practice, edit)
    if options.json:
        say_practice(workspace, practice)
    else:
        say_change(workspace, "Changed", change)
