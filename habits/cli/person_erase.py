"""`rapport person erase`: a person and all that tells of them, taken out for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.for_good import add_consent, require_consent, say_done

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("name", help="a handle, a name, or the beginning of one")
    add_consent(parser)


def run(options: Namespace, workspace: Workspace) -> None:
    """Take a person out for good, once it was shown and agreed what that comes to.

    Raises:
        RapportError: Nobody is meant, it was not agreed, or it cannot be done.
    """
    person = service.require_person(workspace, options.name)
    reach = service.reach_of_erasing(workspace, person.id)
    require_consent(reach, "erase them for good", is_given=options.yes)
    say_done(service.erase_person(workspace, person.id))
