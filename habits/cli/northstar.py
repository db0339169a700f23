"""`rapport northstar`: the one sentence that the work is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.cli.shapes import reign_shape
from habits.errors import UsageError
from habits.north_stars import reign_words, reigns
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("text", "what the work is for, from today on", required=False, many=True)
    syntax.flag("--history", "show all of them with the dates they held")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Set the north star, or print it, or print what became of it.

    Raises:
        RapportError: It cannot be set; nothing was stored.
    """
    if options.text and options.history:
        message = "--history shows what held. Leave it out to set a north star."
        raise UsageError(message)
    if options.text:
        change = service.set_north_star(workspace, " ".join(options.text))
        if not options.json:
            for line in service.words_of(workspace, change):
                say(line)
            return
    if options.history:
        _print_history(workspace, as_json=options.json)
    else:
        _print_held(workspace, as_json=options.json)


def _print_history(workspace: Workspace, *, as_json: bool) -> None:
    """Print the north stars, the one that held first at the beginning."""
    known = reigns(service.north_stars(workspace))
    if as_json:
        say_json([reign_shape(reign) for reign in known])
        return
    for reign in known:
        say(f"{reign_words(reign, workspace.today)}  {one_line(reign.star.text)}")
    if not known:
        _tell_none()


def _print_held(workspace: Workspace, *, as_json: bool) -> None:
    """Print the north star that holds today."""
    star = service.north_star(workspace)
    if as_json:
        held = {"text": star.text, "since": star.since.isoformat()} if star else None
        say_json(held)
    elif star is None:
        _tell_none()
    else:
        say(one_line(star.text))


def _tell_none() -> None:
    tell("There is no north star yet. Try: rapport northstar 'Admins are live in ten minutes'")
