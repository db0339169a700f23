"""`rapport follow add`: promise to follow something up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.outcome import say_follow_up
from habits.lookup import require_by_id
from habits.when import require_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from habits.service import Workspace

_SEE: Final = "'rapport entries --json' shows their ids."


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "text", nargs="+", help="what is to be done, with @people; (fri) at its end dates it"
    )
    due = parser.add_mutually_exclusive_group()
    due.add_argument("--in", dest="within", metavar="SPAN", help="3d, 2w or '3 days'")
    due.add_argument("--on", metavar="DATE", help="tomorrow, fri, 24 dec or 2026-12-24")
    parser.add_argument(
        "--person", metavar="N", action="append", default=[], help="whom it concerns"
    )
    parser.add_argument("--entry", metavar="ID", help="the entry that it was born from")
    parser.add_argument("--json", action="store_true", help="print the follow-up as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Promise the follow-up and print it; without a day it is due in a week.

    Raises:
        RapportError: It cannot be promised; nothing was stored.
    """
    people = [service.require_person(workspace, name).id for name in options.person]
    entry = None
    if options.entry is not None:
        entry = require_by_id(options.entry, service.entries(workspace), "entry", _SEE)
    change = service.promise_line(
        workspace,
        " ".join(options.text),
        _due(options, workspace),
        people or (entry.people if entry else ()),
        entry.id if entry else None,
    )
    say_follow_up(workspace, change, as_json=options.json)


def _due(options: Namespace, workspace: Workspace) -> date | None:
    """Return the day that the options name; None where they name none."""
    if options.within is not None:
        return require_day(f"in {options.within.strip().removeprefix('in ')}", workspace.today)
    return None if options.on is None else require_day(options.on, workspace.today)
