"""`rapport person show`: what is known of somebody, one fact a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import say, say_json
from habits.person_words import person_facts
from habits.review.people_shapes import page_shape

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace

USUALLY: Final = 10
"""How many entries are shown, where not all are asked for."""


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("person", "a name, the beginning of one, or a handle", many=True)
    syntax.flag("--all", "show all entries, not the newest ten")
    syntax.flag("--json", "print JSON, with all entries")


def run(options: Options, workspace: Workspace) -> None:
    """Print what is known of the person.

    Raises:
        RapportError: Nobody is meant, or it cannot be read.
    """
    person = service.require_person(workspace, " ".join(options.person))
    page, names = service.person_page(workspace, person.id), service.names(workspace)
    if options.json:
        stars = service.north_stars(workspace)
        say_json(page_shape(page, names, stars, workspace.today))
        return
    most = None if options.all else USUALLY
    for fact, words in person_facts(page, workspace.practices, names, workspace.today, most):
        say(f"{fact}: {words}")
