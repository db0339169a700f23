"""`rapport habits`: the habits of all practices, with the ids by which commands take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json
from habits.cli.shapes import kept_habit_shape
from habits.lookup import short_ids
from habits.pause_words import planned_words
from habits.words import habit_words

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the habits, one a line, each behind the end of its id.

    Raises:
        RapportError: They cannot be read.
    """
    rows = service.habits(workspace)
    if options.json:
        say_json([kept_habit_shape(row, workspace.today) for row in rows])
        return
    short = short_ids(row.habit.id for row in rows)
    for row in rows:
        practice = workspace.practices[row.habit.practice].name
        words = [habit_words(row, workspace.today)]
        if row.standing.left:
            words.append(f"still to reach: {', '.join(row.standing.left)}")
        if planned := service.next_pause(workspace, row.habit):
            words.append(f"pause {planned_words(planned, workspace.today)}")
        say(f"{short[row.habit.id]}  {practice}: {' · '.join(words)}")
