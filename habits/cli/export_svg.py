"""`rapport export svg`: a year as a picture, for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.looking_back import add_day, print_look_back
from habits.cli.target import add_mask, add_place

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_place(parser)
    add_day(parser, service.Kind.YEAR)
    add_mask(parser)
    parser.set_defaults(format="svg")


def run(options: Namespace, workspace: Workspace) -> None:
    """Print the year, or write it, as a picture of SVG that reaches for nothing.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    print_look_back(options, workspace, service.Kind.YEAR)
