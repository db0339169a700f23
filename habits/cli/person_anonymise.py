"""`rapport person anonymise`: a person whose name and facts go, and whose entries stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.for_good import add_person, carry_out

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_person(syntax)


def run(options: Options, workspace: Workspace) -> None:
    """Make a person anonymous, once it was shown and agreed what that comes to.

    Raises:
        RapportError: Nobody is meant, it was not agreed, or it cannot be done.
    """
    look, carry = service.reach_of_anonymising, service.anonymise_person
    carry_out(options, workspace, "make them anonymous", look, carry)
