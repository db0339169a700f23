"""`rapport follow`: the follow-ups that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.follow_ups import follow_up_words, open_words
from habits.lookup import short_ids
from habits.record_shapes import follow_up_shape

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the follow-ups that are open, late ones first, each behind the end of its id.

    Raises:
        RapportError: They cannot be read.
    """
    open_, names = service.follow_ups(workspace), service.names(workspace)
    today = workspace.today
    if options.json:
        say_json([follow_up_shape(each, names, today) for each in open_])
        return
    short = short_ids(each.id for each in open_)
    for each in open_:
        say(f"{short[each.id]}  {follow_up_words(each, names, today)}")
    if open_:
        tell(f"{open_words(open_, today, workspace.clock.now().instant)}.")
    else:
        tell("Nothing is to be followed up. Try: rapport follow add 'back to support' --in 3d")
