"""Reads the command line: what is in a hurry by a few rules of our own, all else by click."""

from __future__ import annotations

import os
from itertools import takewhile
from typing import TYPE_CHECKING

from habits.cli.plain_words import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.cli.invocation import Invocation


def take_apart(words: Sequence[str]) -> Invocation:
    """Return what a command line asks for; help and version are printed and end the program.

    Raises:
        UsageError: An unknown command or option, or a word that is missing or too many.
    """
    invocation = read_plain(words) or _read(words)
    if invocation.color == "never":
        # Whatever colours something, the app too, heeds it so.
        os.environ["NO_COLOR"] = "1"
    return invocation


def _read(words: Sequence[str]) -> Invocation:
    # Imported on need: what is in a hurry does without click.
    from habits.cli.commands import read  # noqa: PLC0415

    return read(_asking_for_help(words[1:]) if words[0] == "help" else words)


def _asking_for_help(words: Sequence[str]) -> list[str]:
    """Return the words of a command with the option for its help, and with no other one."""
    verb = takewhile(lambda word: not word.startswith("-"), words)
    return [*(word for word in verb if word != "help"), "--help"]
