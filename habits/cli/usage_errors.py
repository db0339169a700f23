"""What click refuses, said in our words: what is wrong, what may have been meant, what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from click import Argument
from click.exceptions import NoArgsIsHelpError, NoSuchCommand, NoSuchOption

from habits.cli.invocation import PROGRAM
from habits.cli.nearest import unknown_command, unknown_option
from habits.cli.verbs import VERBS
from habits.errors import UsageError
from habits.text import one_line

if TYPE_CHECKING:
    import click

_DASHED: Final = "; a text that begins with a dash comes after --"
"""What is said of an option that is near to none."""


def refusal(error: click.UsageError) -> UsageError:
    """Return what a command line is refused with."""
    path = error.ctx.command_path if error.ctx else PROGRAM
    text = f"{one_line(_told(error, path))}. See '{path} --help'."
    return UsageError(text[0].upper() + text[1:])


def _told(error: click.UsageError, path: str) -> str:
    if isinstance(error, NoSuchCommand | NoArgsIsHelpError):
        word = error.command_name if isinstance(error, NoSuchCommand) else ""
        return unknown_command(f"{path} {word}".removeprefix(PROGRAM).strip(), VERBS)
    if isinstance(error, NoSuchOption):
        params = error.ctx.command.params if error.ctx else []
        near = unknown_option(error.option_name, [name for each in params for name in each.opts])
        takes_text = any(isinstance(each, Argument) for each in params)
        return f"{error.message.rstrip('.')}{near or (_DASHED if takes_text else '')}"
    return error.format_message().rstrip(".")
