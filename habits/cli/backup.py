"""`rapport backup`: a copy of everything in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import tell_all
from habits.cli.target import file_named, say_where
from habits.service.upkeep import troubles_of_copy

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("path", "the file; one in the home's backups if left out", required=False)


def run(options: Options, workspace: Workspace) -> None:
    """Write the copy and print where it is.

    Raises:
        RapportError: It cannot be written, or something is there already.
    """
    path = None if options.path is None else file_named(options.path)
    say_where("Copied to", service.backup(workspace, path))
    tell_all(troubles_of_copy(workspace))
