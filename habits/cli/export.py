"""`rapport export`: in which formats all or some of it is written for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.invocation import PROGRAM
from habits.cli.output import say
from habits.cli.verbs import VERBS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(_parser: ArgumentParser) -> None:
    """Add the command's own arguments: it has none."""


def run(_options: Namespace, _workspace: Workspace) -> None:
    """Print the formats, a line each."""
    for verb, what in VERBS.items():
        if verb.startswith("export "):
            say(f"{PROGRAM} {verb}: {what}")
