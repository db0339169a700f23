"""`rapport habit add`: a further promise of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cadence import parse_cadence
from habits.cli.outcome import say_habit_change
from habits.practices import require_practice
from habits.when import require_date

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("practice", help="a key 1-8, a name, or the beginning of one")
    parser.add_argument("name", nargs="+", help="what is promised")
    parser.add_argument(
        "--every", metavar="PHRASE", required=True, help="weekly, twice a month, every 3 days, ..."
    )
    parser.add_argument(
        "--each-person", action="store_true", help="every engineer is to be reached separately"
    )
    parser.add_argument("--moves", metavar="M,..", help="count only these moves")
    parser.add_argument("--from", dest="since", metavar="DATE", help="an earlier first day")
    parser.add_argument("--json", action="store_true", help="print the habit as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Add the habit and print how it stands.

    Raises:
        RapportError: It cannot be added; nothing was stored.
    """
    practice = require_practice(options.practice, workspace.practices)
    promise = service.Promise(
        name=" ".join(options.name),
        cadence=parse_cadence(options.every),
        moves=tuple(filter(None, (options.moves or "").split(","))),
        each_person=options.each_person,
    )
    since = None if options.since is None else require_date(options.since, workspace.today)
    change = service.add_habit(workspace, practice, promise, since)
    say_habit_change(workspace, "Added", change, as_json=options.json)
