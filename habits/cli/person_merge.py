"""`rapport person merge`: two records of one person become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_person_change

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("other", "who is merged: a handle, a name, or the beginning of one")
    syntax.argument("into", "who stays, and has the entries of both then")
    syntax.flag("--json", "print who stays as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Merge the two and print who they are now.

    Raises:
        RapportError: They cannot be; nothing has changed.
    """
    other = service.require_person(workspace, options.other)
    into = service.require_person(workspace, options.into)
    change = service.merge_people(workspace, other.id, into.id)
    say_person_change(workspace, "Merged", change, into.id, as_json=options.json)
