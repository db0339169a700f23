"""`rapport prompt`: how much is due today, for the prompt of a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, tell
from habits.due import segment
from habits.errors import RapportError

if TYPE_CHECKING:
    from habits.cli.invocation import Invocation
    from habits.cli.syntax import Options, Syntax


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.description = "how much is due today, for a shell's prompt; nothing where nothing is"
    syntax.flag("--explain", "say on standard error why nothing is shown")


def look(options: Options, invocation: Invocation) -> None:
    """Print a short segment, or nothing; whatever is wrong, a prompt comes without a word of it."""
    try:
        workspace = service.look(invocation.find_home(), invocation.clock())
        judged, follow_ups = workspace.standings().judged(), service.follow_ups(workspace)
        words = segment(judged, follow_ups, workspace.today)
    except RapportError as error:
        words, why = "", str(error)
    except Exception as error:  # noqa: BLE001 - a prompt is no place for what is not foreseen
        words, why = "", f"Something unforeseen went wrong ({type(error).__name__})."
    else:
        why = "Nothing has its last day today."
    if words:
        say(words)
    elif options.explain:
        tell(why)
