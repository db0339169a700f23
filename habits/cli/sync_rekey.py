"""`rapport sync rekey`: make a new recovery key, and seal with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import tell
from habits.cli.sync_words import show_key, tell_outcome
from habits.service.syncing import sync_rekey

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Options, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Make a new key, and show it.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    tell_outcome(sync_rekey(workspace, _show))


def _show(recovery: str) -> None:
    show_key(recovery)
    tell("On each other machine: rapport sync join")
