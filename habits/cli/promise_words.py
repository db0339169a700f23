"""What a user says of a habit: the options that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_words(parser: ArgumentParser) -> None:
    """Add the options; an empty text takes out what was said."""
    parser.add_argument("--anchor", metavar="TEXT", help="after or at what it is done")
    parser.add_argument("--reason", metavar="TEXT", help="why it is promised, in your own words")
    parser.add_argument("--plan", metavar="TEXT", help="what you do in place of a slip")
