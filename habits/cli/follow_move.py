"""`rapport follow move`: a follow-up is due on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.deeds import MOVED
from habits.when import require_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("follow_up", metavar="id", help="its id, or its text in quotes")
    parser.add_argument("when", nargs="+", help="in 3d, fri, 24 dec or 2026-12-24")
    parser.add_argument("--json", action="store_true", help="print the follow-up as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Move the follow-up and print it.

    Raises:
        RapportError: There is no such follow-up, or the day cannot be read; nothing has changed.
    """
    found = service.require_follow_up(workspace, options.follow_up)
    day = require_day(" ".join(options.when), workspace.today)
    change = service.move_follow_up(workspace, found.id, day)
    say_follow_up(workspace, change, MOVED, as_json=options.json)
