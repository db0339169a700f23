"""Where a command writes what it made: into a file, or to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.asking import add_yes, can_answer, is_agreed
from habits.cli.output import say, tell_all
from habits.errors import RefusedError
from habits.text import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable
    from pathlib import Path

STDOUT: Final = "-"

MASKING: Final = "--mask shows stand-ins for all names and texts."
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
    add_force(parser)


def add_place(parser: ArgumentParser) -> None:
    """Add the word that names a file, and the options of writing it."""
    parser.add_argument(
        "to", nargs="?", metavar="PATH", help="the file; standard output if left out, or for -"
    )
    add_force(parser)
    add_yes(parser)


def add_force(parser: ArgumentParser) -> None:
    """Add the option that lets a file be replaced."""
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def add_mask(parser: ArgumentParser) -> None:
    """Add the option that shows no names and texts."""
    parser.add_argument(
        "--mask", action="store_true", help="stand-ins in place of all names and texts"
    )


def require_consent(told: Iterable[str], path: Path, *, is_given: bool) -> None:
    """Tell what is to be known before a file is written, and ask whether it is to be.

    Raises:
        RefusedError: It is not.
    """
    names = list(told)
    tell_all([*names, MASKING] if names else names)
    if can_answer() and not is_given and not is_agreed(f"Write it to {path}? [y/N]"):
        message = "Nothing was written."
        raise RefusedError(message)


def say_where(done: str, path: Path) -> None:
    """Print what was done, and the file that it was done to."""
    say(f"{done} {one_line(str(path))}")
