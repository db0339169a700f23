"""`rapport export json`: a whole home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.exporting import WHOLE, add_path, export

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_path(syntax)


def run(options: Options, workspace: Workspace) -> None:
    """Write it into a file, or to standard output.

    Raises:
        RapportError: It cannot be written, or something is there already.
    """
    export(options, workspace, WHOLE)
