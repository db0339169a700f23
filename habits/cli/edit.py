"""`rapport edit`: what an entry says is changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from habits import service
from habits.cli.asking import can_answer
from habits.cli.outcome import say_entry_change
from habits.cli.output import say_json
from habits.entry_line import with_move
from habits.errors import RefusedError
from habits.hints import KEEP_OUT
from habits.quicklog import Said
from habits.record_shapes import entry_shape
from habits.when import require_date

if TYPE_CHECKING:
    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.model import Entry
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.note = KEEP_OUT
    syntax.argument("id", "the end of its id, or 'last' for the entry made last")
    syntax.argument(
        "text",
        "what it is to say, as it is typed for 'log'; without any word and option the entry "
        "opens in $EDITOR",
        required=False,
        many=True,
    )
    syntax.option("--on", "yesterday, fri, 3 days ago or 2026-11-20", metavar="DATE")
    syntax.option("--why", "why it mattered; empty for no reason", metavar="TEXT")
    syntax.option("--tag", "a further tag; empty drops the old", metavar="T", many=True)
    syntax.option("--move", "the kind of act; empty for none", metavar="M")
    syntax.flag("--json", "print the entry as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Change the entry and print it, and how the habits stand that it moved.

    Raises:
        RapportError: There is no such entry, or it cannot be so; it is as it was.
    """
    entry = service.find_entry(workspace, options.id)
    change = _change(options, workspace, entry)
    if options.json:
        names, stars = service.names(workspace), service.north_stars(workspace)
        say_json(entry_shape(service.require_entry(workspace, entry.id), names, stars))
    else:
        say_entry_change(workspace, "Changed", change)


def _change(options: Options, workspace: Workspace, entry: Entry) -> Change:
    on = require_date(options.on, workspace.today) if options.on is not None else None
    said = Said(on=on, why=options.why, tags=tuple(options.tag))
    text = " ".join(options.text)
    if text:
        line = with_move(text, options.move) if options.move else text
        return service.edit_entry(workspace, entry.id, line, said)
    if said != Said() or options.move is not None:
        return service.amend_entry(workspace, entry.id, said, options.move)
    return service.edit_entry(workspace, entry.id, _edited_outside(workspace, entry))


def _edited_outside(workspace: Workspace, entry: Entry) -> str:
    if not (can_answer() and sys.stdout.isatty()):
        message = (
            "It is not said what is to be different. Name it, as in 'rapport edit last --on fri', "
            "or say the entry anew in quotes."
        )
        raise RefusedError(message)
    # Imported on need: an editor is a program of its own.
    from habits.outside_editor import edited  # noqa: PLC0415

    return edited(service.line_of(workspace, entry))
