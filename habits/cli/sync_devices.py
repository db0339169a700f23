"""`rapport sync devices`: show the machines that sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import say
from habits.service.syncing import sync_devices
from habits.text import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments: there are none."""


def run(options: Namespace, workspace: Workspace) -> None:  # noqa: ARG001 - as all commands
    """Print the machines, one a line, this one first.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    for each in sync_devices(workspace):
        note = " · this machine" if each.is_here else ""
        say(one_line(f"{each.device}  {each.machine} · rapport {each.program}{note}"))
