"""`rapport serve`: the options of showing the app in a browser, which the app itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habits.cli.syntax import Syntax


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.option(
        "--port",
        "where to listen; any free one if left out",
        metavar="N",
        default=0,
        is_number=True,
    )
