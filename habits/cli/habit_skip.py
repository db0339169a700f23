"""`rapport habit skip`: the running period of a promise does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_habit_change

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("habit", "its name, the beginning of it, or its id", many=True)
    syntax.flag("--json", "print the habit as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Skip the running period and print how the habit stands.

    Raises:
        RapportError: There is nothing to skip, or it is too late.
    """
    habit = service.require_habit(workspace, " ".join(options.habit))
    change = service.skip_habit(workspace, habit.id)
    say_habit_change(workspace, "Skipped", change, as_json=options.json)
