"""`rapport follow add`: promise to follow something up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_follow_up
from habits.when import require_day

if TYPE_CHECKING:
    from datetime import date

    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument(
        "text", "what is to be done, with @people; (fri) at its end dates it", many=True
    )
    syntax.option("--in", "3d, 2w or '3 days'", name="within", metavar="SPAN")
    syntax.option("--on", "tomorrow, fri, 24 dec or 2026-12-24", metavar="DATE")
    syntax.exclude("--in", "--on")
    syntax.option("--person", "whom it concerns", metavar="N", many=True)
    syntax.option("--entry", "the entry that it was born from", metavar="ID")
    syntax.flag("--json", "print the follow-up as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Promise the follow-up and print it; without a day it is due in a week.

    Raises:
        RapportError: It cannot be promised; nothing was stored.
    """
    people = [service.require_person(workspace, name).id for name in options.person]
    entry = None
    if options.entry is not None:
        entry = service.find_entry(workspace, options.entry)
    change = service.promise_line(
        workspace,
        " ".join(options.text),
        _due(options, workspace),
        people or (entry.people if entry else ()),
        entry.id if entry else None,
    )
    say_follow_up(workspace, change, as_json=options.json)


def _due(options: Options, workspace: Workspace) -> date | None:
    """Return the day that the options name; None where they name none."""
    if options.within is not None:
        return require_day(f"in {options.within.strip().removeprefix('in ')}", workspace.today)
    return None if options.on is None else require_day(options.on, workspace.today)
