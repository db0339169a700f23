"""`rapport cadence`: what a phrase asks for, before it is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cadence import parse_cadence
from habits.cli.output import say, say_json
from habits.cli.shapes import explanation_shape
from habits.explanation import explain
from habits.when import require_day
from habits.words import long_day_words

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.explanation import Window
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("phrase", "weekly, twice a month, every 3 days, ...", many=True)
    syntax.option(
        "--from", "the day from which it holds; today if left out", name="since", metavar="DATE"
    )
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print what the phrase means, one fact a line.

    Raises:
        RapportError: It is no cadence; the message says what to type instead.
    """
    cadence = parse_cadence(" ".join(options.phrase))
    today = workspace.today
    since = today if options.since is None else require_day(options.since, today)
    explanation = explain(cadence, since, workspace.settings.week_start)
    if options.json:
        say_json(explanation_shape(explanation, since))
        return
    say(str(cadence))
    say(f"  kind: {explanation.kind}, {explanation.meaning}")
    for window in explanation.windows:
        say(f"  next: {_window_words(window)}")
    say(f"  kept by: {explanation.kept_by}")
    say(f"  broken by: {explanation.broken_by}")


def _window_words(window: Window) -> str:
    first, last = long_day_words(window.first), long_day_words(window.last)
    days = first if window.first == window.last else f"{first} to {last}"
    return days if window.counts else f"{days}, free: less than half of its days"
