"""`rapport person erase`: a person and all that tells of them, taken out for good."""

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
    """Take a person out for good, once it was shown and agreed what that comes to.

    Raises:
        RapportError: Nobody is meant, it was not agreed, or it cannot be done.
    """
    look, carry = service.reach_of_erasing, service.erase_person
    carry_out(options, workspace, "erase them for good", look, carry)
