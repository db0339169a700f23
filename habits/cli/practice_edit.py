"""`rapport practice edit`: another name, and moves that come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_change
from habits.errors import UsageError
from habits.practices import require_practice

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("practice", help="a key 1-8, a name, or the beginning of one")
    parser.add_argument("--name", help="what it is called")
    parser.add_argument("--move", metavar="SLUG", help="a move to add or to change")
    parser.add_argument("--meaning", metavar="TEXT", help="what is done by it, in a few words")
    parser.add_argument("--slip", action="store_true", help="it is meant not to be done")
    parser.add_argument("--drop-move", metavar="SLUG", help="a move that is no longer offered")


def run(options: Namespace, workspace: Workspace) -> None:
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
    say_change(workspace, "Changed", change)
