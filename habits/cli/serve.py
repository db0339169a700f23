"""`rapport serve`: the options of showing the app in a browser, which the app itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "--port", metavar="N", type=int, default=0, help="where to listen; any free one if left out"
    )
