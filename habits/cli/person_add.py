"""`rapport person add`: somebody becomes known before an entry names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_person_change
from habits.cli.person_options import add_facts, add_remarks, facts_in, remarks_in

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("name", "what they are called", many=True)
    add_facts(syntax)
    add_remarks(syntax)
    syntax.flag("--json", "print the person as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Make the person known and print what is known of them.

    Raises:
        RapportError: They cannot be; nothing was stored.
    """
    facts = facts_in(options, workspace.today) | remarks_in(options, workspace.today)
    change = service.add_person(workspace, " ".join(options.name), **facts)
    (person,) = change.new_people
    say_person_change(workspace, "Added", change, person.id, as_json=options.json)
