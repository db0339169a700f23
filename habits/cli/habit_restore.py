"""`rapport habit restore`: a promise that was archived is restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_habit_change
from habits.deeds import RESTORED

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("habit", "its name, the beginning of it, or its id", many=True)
    syntax.flag("--json", "print the habit as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Bring the habit back and print how it stands.

    Raises:
        RapportError: It is not archived.
    """
    habit = service.require_habit(workspace, " ".join(options.habit))
    change = service.restore_habit(workspace, habit.id)
    say_habit_change(workspace, RESTORED, change, as_json=options.json)
