"""`rapport entries`: what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.lookup import short_ids
from habits.record_shapes import entry_shape
from habits.words import entry_words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--person", metavar="N", help="only those naming this person")
    parser.add_argument(
        "--ids", action="store_true", help="before each the end of its id, for edit and delete"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Print the entries, one a line, the newest last.

    Raises:
        RapportError: They cannot be read.
    """
    entries, names = service.entries(workspace), service.names(workspace)
    nothing = "Nothing is logged yet. Try: rapport log thanks '@maya the on-call fix'"
    if options.person is not None:
        person = service.require_person(workspace, options.person)
        entries = tuple(entry for entry in entries if person.id in entry.people)
        nothing = f"No entry names {person.name} yet."
    eight = workspace.practices
    if options.json:
        stars = service.north_stars(workspace)
        say_json([entry_shape(entry, names, stars) for entry in entries])
        return
    short = short_ids(entry.id for entry in service.entries(workspace)) if options.ids else {}
    for entry in entries:
        mark = f"{short[entry.id]}  " if options.ids else ""
        words = entry_words(eight[entry.practice], entry, names)
        say(f"{mark}{entry.date.isoformat()}  {words}")
    if not entries:
        tell(nothing)
