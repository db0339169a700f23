"""`rapport sync doctor`: look through all that syncing stands on, and mend what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import say
from habits.cli.sync_words import tell_outcome
from habits.service.sync_health import sync_health
from habits.service.syncing import sync_doctor
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Options, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Print what syncing stands on, one thing a line, then look through all that is at the place.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    for line in sync_health(workspace):
        say(one_line(line))
    outcome = sync_doctor(workspace)
    say("the place is reached, and what it holds is opened")
    tell_outcome(outcome)
