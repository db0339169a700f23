"""What cannot be taken back: shown first, and asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.asking import add_yes, can_answer, is_agreed
from habits.cli.long_work import telling
from habits.cli.output import say, tell
from habits.errors import RefusedError
from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.cli.syntax import Options, Syntax
    from habits.progress import Told
    from habits.review.reach import Reach
    from habits.service import Workspace

    Look = Callable[[Workspace, UUID], Reach]
    Deed = Callable[[Workspace, UUID, Told], Reach]

_OUTSIDE = "Copies outside the home stay as they are. This cannot be taken back, not even by undo."


def add_person(syntax: Syntax) -> None:
    """Add the arguments that say to whom it is done, and that it is to be."""
    syntax.argument("name", "a handle, a name, or the beginning of one")
    add_yes(syntax)


def carry_out(options: Options, workspace: Workspace, words: str, look: Look, carry: Deed) -> None:
    """Do something to a person for good, once it was shown and agreed what that comes to.

    Args:
        options: What `add_person` added.
        workspace: The home.
        words: What is done, in a word or two: "erase them for good".
        look: Returns what it comes to.
        carry: Does it, tells how far it is, and returns what it came to.

    Raises:
        RapportError: Nobody is meant, it was not agreed, or it cannot be done.
    """
    person = service.require_person(workspace, options.name)
    reach = look(workspace, person.id)
    if not options.yes:
        _require_consent(reach, words)
    with telling() as told:
        done = carry(workspace, person.id, told)
    if options.yes or done != reach:
        _say_all(done)
    tell("That is done, in every file of the home. It cannot be taken back.")


def _require_consent(reach: Reach, words: str) -> None:
    if not can_answer():
        message = f"There is no terminal to ask in. Say --yes to {words}. Nothing has changed."
        raise RefusedError(message)
    _say_all(reach)
    say(_OUTSIDE)
    person = reach.person
    question = f"Type {person.handle} or yes to {words}; anything else leaves all as it is:"
    if not is_agreed(question, (person.handle, f"@{person.handle}", folded(person.name))):
        message = "Nothing has changed."
        raise RefusedError(message)


def _say_all(reach: Reach) -> None:
    for line in reach.words:
        say(line)
