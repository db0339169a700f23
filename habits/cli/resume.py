"""`rapport resume`: a pause that runs today ends, or one to come is withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_change
from habits.cli.output import say_json
from habits.cli.scope import add_scope, scope_of
from habits.cli.shapes import pause_shape
from habits.when import require_days

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.option(
        "--planned",
        "withdraw a pause to come: that of 'FROM' or 'FROM to LAST', or the only one",
        metavar="FROM",
        implied="",
    )
    add_scope(syntax)
    syntax.flag("--json", "print the pauses as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """End the pauses that run today, or withdraw one to come, and name them.

    Raises:
        RapportError: There is no such pause, or the day cannot be understood.
    """
    scope = scope_of(options, workspace)
    if options.planned is None:
        deed, change = "Resumed", service.resume(workspace, scope)
    else:
        days = require_days(options.planned, workspace.today) if options.planned else (None, None)
        first, last = days
        deed, change = "Withdrawn", service.withdraw_pause(workspace, first, scope, last)
    if options.json:
        labels = service.labels(workspace, change)
        say_json([pause_shape(altered.either, labels) for altered in change.pauses])
        return
    say_change(workspace, deed, change)
