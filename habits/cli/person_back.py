"""`rapport person back`: somebody who left is here again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_person_change
from habits.when import require_day

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("person", "a name, the beginning of one, or a handle", many=True)
    syntax.option("--on", "their first day again, if it is not today", metavar="DATE")
    syntax.flag("--json", "print the person as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Let the person be here again and print on which days they were away.

    Raises:
        RapportError: They have not left; nothing has changed.
    """
    person = service.require_person(workspace, " ".join(options.person))
    on = None if options.on is None else require_day(options.on, workspace.today, ahead=False)
    change = service.come_back(workspace, person.id, on)
    say_person_change(workspace, "Back", change, person.id, as_json=options.json)
