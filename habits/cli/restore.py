"""`rapport restore`: everything as it is in a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, tell

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("path", "a TinyDB file: one of the backups, or any other copy")


def run(options: Options, workspace: Workspace) -> None:
    """Make everything as it is in the copy, and print how much that changed.

    Raises:
        RapportError: It is no copy, or nothing differs from it.
    """
    change = service.restore(workspace, Path(options.path))
    for kind, altered in (
        ("entries", change.entries),
        ("habits", change.habits),
        ("pauses", change.pauses),
        ("people", change.people),
    ):
        came = sum(each.before is None for each in altered)
        went = sum(each.after is None for each in altered)
        if altered:
            say(f"{kind}: {came} came back, {went} went, {len(altered) - came - went} changed")
    tell("Everything is as it is in the copy. 'rapport undo' takes that back.")
