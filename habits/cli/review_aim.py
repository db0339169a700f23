"""`rapport review aim`: what the week has before it, and what is intended for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.errors import UsageError
from habits.review.aim_pages import aim_parts
from habits.review.week_shapes import aim_shape
from habits.words import full_day_words

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("text", "what is intended, each in quotes", required=False, many=True)
    syntax.flag("--none", "intend nothing after all")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Intend something for the week, or print what it has before it.

    Raises:
        RapportError: It cannot be intended; nothing was stored.
    """
    if options.text and options.none:
        message = "--none takes back what is intended. Leave it out to intend something."
        raise UsageError(message)
    if options.text or options.none:
        change = service.set_intentions(workspace, options.text)
        if not options.json:
            for line in service.words_of(workspace, change):
                say(line)
            return
    while service.look_back(workspace):
        pass
    if options.json:
        say_json(aim_shape(service.aim(workspace), service.names(workspace)))
    else:
        _print(workspace)


def _print(workspace: Workspace) -> None:
    aim = service.aim(workspace)
    say(full_day_words(aim.as_of))
    for title, lines in aim_parts(aim, service.names(workspace)):
        say()
        say(title)
        for line in lines:
            say(f"  {line.words.replace(' · ', ', ')}")
    if not aim.intentions:
        tell("Intend up to three things: rapport review aim 'Thank Maya' 'Ask Dev back'")
