"""`rapport review quarter`: a quarter looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.looking_back import add_options, print_look_back

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_options(syntax, service.Kind.QUARTER)


def run(options: Options, workspace: Workspace) -> None:
    """Print the quarter, or write it into a file.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    print_look_back(options, workspace, service.Kind.QUARTER)
