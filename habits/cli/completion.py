"""`rapport completion`: what lets a shell complete words with the tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.output import say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SHELLS: Final = ("bash", "zsh", "fish")


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete words")


def run_alone(options: Namespace) -> None:
    """Print the lines that the shell is to read when it starts."""
    # Imported on need: it brings what is only needed to answer.
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415

    say(shellcode(["rapport"], shell=options.shell).rstrip())
