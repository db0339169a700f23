"""`rapport practice archive`: all habits of a practice are archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_habit_change, say_practice
from habits.deeds import ARCHIVED
from habits.practices import require_practice

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("practice", "a key 1-8, a name, or the beginning of one")
    syntax.flag("--json", "print the practice as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Archive its habits and print what stays of them.

    Raises:
        RapportError: None of them is live.
    """
    practice = require_practice(options.practice, workspace.practices)
    change = service.archive_practice(workspace, practice)
    if options.json:
        say_practice(workspace, practice)
    else:
        say_habit_change(workspace, ARCHIVED, change, as_json=False)
