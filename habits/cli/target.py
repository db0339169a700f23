"""Where a command writes what it made: into a file, or to standard output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits.cli.asking import add_yes, can_answer, is_agreed
from habits.cli.output import say, tell_all
from habits.errors import RefusedError
from habits.text import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.cli.syntax import Syntax

STDOUT: Final = "-"

MASKING: Final = "--mask shows stand-ins for all names and texts."
"""What is said in place of a file for standard output."""


def add_target(syntax: Syntax, usual: str) -> None:
    """Add the options that name a file and let it be replaced.

    Args:
        syntax: What the command takes.
        usual: Where it goes if no file is named.
    """
    syntax.option(
        "--to", f"the file, or - for standard output; if left out {usual}", metavar="PATH"
    )
    add_force(syntax)


def add_place(syntax: Syntax) -> None:
    """Add the word that names a file, and the options of writing it."""
    syntax.argument(
        "to", "the file; standard output if left out, or for -", metavar="PATH", required=False
    )
    add_force(syntax)
    add_yes(syntax)


def add_force(syntax: Syntax) -> None:
    """Add the option that lets a file be replaced."""
    syntax.flag("--force", "replace a file that is there")


def add_mask(syntax: Syntax) -> None:
    """Add the option that shows no names and texts."""
    syntax.flag("--mask", "stand-ins in place of all names and texts")


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


def target_named(word: str | None) -> Path | None:
    """Return the file that a word names; None for standard output.

    Raises:
        RefusedError: It names a folder.
    """
    return None if word in {None, STDOUT} else file_named(str(word))


def file_named(word: str) -> Path:
    """Return the file that a word names.

    Raises:
        RefusedError: It names a folder.
    """
    if word.endswith(os.sep):
        message = f"{quoted(word)} names a folder. Name a file in it."
        raise RefusedError(message)
    return Path(word)


def say_where(done: str, path: Path) -> None:
    """Print what was done, and the file that it was done to."""
    say(f"{done} {one_line(str(path))}")
