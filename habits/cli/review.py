"""`rapport review`: which looks back and ahead there are."""

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
    """Print the looks back and ahead, a line each."""
    for verb, what in VERBS.items():
        if verb.startswith("review "):
            say(f"{PROGRAM} {verb}: {what}")
