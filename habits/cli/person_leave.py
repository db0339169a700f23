"""`rapport person leave`: somebody goes for good; their entries stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_person_change
from habits.deeds import parting
from habits.when import require_day

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("person", "a name, the beginning of one, or a handle", many=True)
    syntax.option("--on", "their last day, if it is not today", metavar="DATE")
    syntax.flag("--json", "print the person as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Note the last day and print it.

    Raises:
        RapportError: It cannot be; nothing has changed.
    """
    person = service.require_person(workspace, " ".join(options.person))
    today = workspace.today
    last = today if options.on is None else require_day(options.on, today)
    change = service.leave(workspace, person.id, last)
    say_person_change(workspace, parting(last, today), change, person.id, as_json=options.json)
