"""`rapport sync devices`: show the other machines that sync."""

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
    """Print the other machines, one a line.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    for device, machine, program in sync_devices(workspace):
        say(one_line(f"{device}  {machine} · rapport {program}"))
