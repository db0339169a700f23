"""`rapport practice`: the eight practices, as they are called here, with their moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json
from habits.cli.shapes import own_practice_shape

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace
    from habits.today import PracticeRow


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the practices, each with its moves under it.

    Raises:
        RapportError: They cannot be read.
    """
    rows = service.today(workspace).rows
    if options.json:
        say_json([own_practice_shape(row) for row in rows])
        return
    for row in rows:
        _print_practice(row)


def _print_practice(row: PracticeRow) -> None:
    practice = row.practice
    say(f"{practice.key} {practice.name}: {'started' if row.is_active else 'not started'}")
    for move in practice.moves:
        slip = "slip: " if move.slip else ""
        say(f"  {slip}/{move.slug} {move.meaning}")
