"""`rapport person leave`: somebody goes for good; their entries stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_change
from habits.deeds import parting
from habits.when import require_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("person", nargs="+", help="a name, the beginning of one, or a handle")
    parser.add_argument("--on", metavar="DATE", help="their last day, if it is not today")


def run(options: Namespace, workspace: Workspace) -> None:
    """Note the last day and print it.

    Raises:
        RapportError: It cannot be; nothing has changed.
    """
    person = service.require_person(workspace, " ".join(options.person))
    today = workspace.today
    last = today if options.on is None else require_day(options.on, today)
    change = service.leave(workspace, person.id, last)
    say_change(workspace, parting(last, today), change)
