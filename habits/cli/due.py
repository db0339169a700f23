"""`rapport due`: what is open now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json
from habits.due import due_follow_ups, due_habits
from habits.follow_ups import follow_up_words

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the habits and follow-ups that want something now, one a line; nothing for none.

    Raises:
        RapportError: They cannot be read.
    """
    today, names = service.today(workspace), service.names(workspace)
    habits = due_habits(today.rows)
    follow_ups = due_follow_ups(service.follow_ups(workspace), today.as_of)
    if options.json:
        # Imported on need: who reads the lines pays for no shapes.
        from habits.cli.shapes import due_shape  # noqa: PLC0415

        say_json(due_shape(today.as_of, habits, follow_ups, names))
        return
    from habits.words import habit_words  # noqa: PLC0415 - as above

    for each in habits:
        practice = workspace.practices[each.habit.practice].name
        say(f"{practice}: {habit_words(each, today.as_of)}")
    for follow_up in follow_ups:
        say(f"Follow-up: {follow_up_words(follow_up, names, today.as_of)}")
