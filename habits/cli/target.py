"""Where a command writes what it made: into a file, or to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.output import say
from habits.text import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

STDOUT: Final = "-"
"""What is said in place of a file for standard output."""


def add_target(parser: ArgumentParser, usual: str) -> None:
    """Add the options that name a file and let it be replaced.

    Args:
        parser: The command's parser.
        usual: Where it goes if no file is named.
    """
    parser.add_argument(
        "--to", metavar="PATH", help=f"the file, or - for standard output; if left out {usual}"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def say_where(done: str, path: Path) -> None:
    """Print what was done, and the file that it was done to."""
    say(f"{done} {one_line(str(path))}")
