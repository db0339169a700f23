"""`rapport export`: in which formats all or some of it is written for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.invocation import PROGRAM
from habits.cli.output import say
from habits.cli.verbs import VERBS

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(_syntax: Syntax) -> None:
    """Add the command's own arguments: it has none."""


def run(_options: Options, _workspace: Workspace) -> None:
    """Print the formats, a line each."""
    for verb, what in VERBS.items():
        if verb.startswith("export "):
            say(f"{PROGRAM} {verb}: {what}")
