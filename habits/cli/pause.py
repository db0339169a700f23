"""`rapport pause`: days that do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.cli.scope import add_scope, scope_of
from habits.cli.shapes import pause_shape
from habits.pause_words import pause_words
from habits.text import one_line
from habits.when import require_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "first", metavar="FROM", nargs="?", help="the first day: today, mon, 24 dec, 2026-12-24"
    )
    parser.add_argument(
        "last", metavar="TO", nargs="?", help="the last day; without one it lasts until 'resume'"
    )
    add_scope(parser)
    parser.add_argument("--json", action="store_true", help="print the pauses as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Pause and print what is paused; without a date, print all pauses.

    Raises:
        RapportError: The days cannot be understood; nothing was stored.
    """
    if options.first is None:
        pauses = service.pauses(workspace)
    else:
        first = require_day(options.first, workspace.today)
        last = None if options.last is None else require_day(options.last, first)
        change = service.pause(workspace, first, last, scope_of(options, workspace))
        pauses = tuple(altered.either for altered in change.pauses)
    labels = service.labels(workspace)
    if options.json:
        say_json([pause_shape(pause, labels) for pause in pauses])
        return
    done = "Paused: " if options.first is not None else ""
    for pause in pauses:
        note = f" · {one_line(pause.note)}" if pause.note else ""
        say(f"{done}{pause_words(pause, labels, workspace.today, workspace.practices)}{note}")
    if not pauses:
        tell("Nothing is paused. Try: rapport pause today fri --practice growth")
