"""`rapport export svg`: a year as a picture, for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.looking_back import add_day, print_look_back
from habits.cli.target import add_mask, add_place

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_place(syntax)
    add_day(syntax, service.Kind.YEAR)
    add_mask(syntax)


def run(options: Options, workspace: Workspace) -> None:
    """Print the year, or write it, as a picture of SVG that reaches for nothing.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    print_look_back(options, workspace, service.Kind.YEAR, "svg")
