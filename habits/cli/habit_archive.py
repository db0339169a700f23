"""`rapport habit archive`: a promise is archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_habit_change
from habits.deeds import ARCHIVED
from habits.when import require_date

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("habit", "its name, the beginning of it, or its id", many=True)
    syntax.option("--on", "an earlier last day", metavar="DATE")
    syntax.flag("--json", "print the habit as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Archive the habit and print what stays of it.

    Raises:
        RapportError: It cannot be; nothing has changed.
    """
    habit = service.require_habit(workspace, " ".join(options.habit))
    on = None if options.on is None else require_date(options.on, workspace.today)
    change = service.archive_habit(workspace, habit.id, on)
    say_habit_change(workspace, ARCHIVED, change, as_json=options.json)
