"""`rapport habit edit`: another name, cadence or moves, and what is said of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits import service
from habits.cadence import Quota, parse_cadence
from habits.cli.outcome import say_habit_change
from habits.cli.output import tell
from habits.cli.promise_words import add_words
from habits.errors import RefusedError
from habits.skip import running_block
from habits.when import require_day

if TYPE_CHECKING:
    from datetime import date

    from habits.cli.syntax import Options, Syntax
    from habits.model import Habit
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("habit", "its name, the beginning of it, or its id", many=True)
    syntax.option("--name", "what is promised")
    syntax.option("--every", "how often, from today on", metavar="PHRASE")
    syntax.option("--from", "the day from which --every holds", name="since", metavar="DATE")
    syntax.option("--moves", "count only these moves; '' for all", metavar="M,..")
    add_words(syntax)
    syntax.flag("--json", "print the habit as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Change the habit and print how it stands.

    Raises:
        RapportError: It cannot be changed so; nothing has changed.
    """
    habit = service.require_habit(workspace, " ".join(options.habit))
    if options.since is not None and options.every is None:
        message = "--from says from when on a cadence holds. Name the cadence with --every."
        raise RefusedError(message)
    edit = service.Edit(
        name=options.name,
        cadence=None if options.every is None else parse_cadence(options.every),
        since=None if options.since is None else require_day(options.since, workspace.today),
        moves=None if options.moves is None else tuple(filter(None, options.moves.split(","))),
        anchor=options.anchor,
        reason=options.reason,
        plan=options.plan,
    )
    before = service.habit_row(workspace, habit.id).standing.current
    change = service.edit_habit(workspace, habit.id, edit)
    say_habit_change(workspace, "Changed", change, as_json=options.json)
    if service.habit_row(workspace, habit.id).standing.current < before:
        tell(_cut_short(habit, workspace.today, workspace.settings.week_start))


def _cut_short(habit: Habit, today: date, week_start: int) -> str:
    """Return why the streak ended, and how to keep it."""
    cadence = habit.cadence(today)
    run_out = today
    if isinstance(cadence, Quota):
        _, run_out = running_block(habit, cadence, today, week_start)
    return (
        "The window that ran until yesterday was cut short and missed, which ended the streak. "
        f"To let it run out first: rapport undo, then --from {run_out + timedelta(days=1)}."
    )
