"""`rapport habit skip`: the running period of a promise does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_habit_change

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("habit", nargs="+", help="its name, the beginning of it, or its id")
    parser.add_argument("--json", action="store_true", help="print the habit as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Skip the running period and print how the habit stands.

    Raises:
        RapportError: There is nothing to skip, or it is too late.
    """
    habit = service.require_habit(workspace, " ".join(options.habit))
    change = service.skip_habit(workspace, habit.id)
    say_habit_change(workspace, "Skipped", change, as_json=options.json)
