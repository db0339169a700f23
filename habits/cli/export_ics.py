"""`rapport export ics`: when promises and follow-ups are due, for a calendar."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import say
from habits.cli.target import add_mask, add_place, require_consent, say_where, target_named
from habits.errors import RefusedError
from habits.text import quoted

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace

_TIME: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_NEVER: Final = "none"


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_place(syntax)
    syntax.option(
        "--alarm",
        "when to be told on the day, or none; 9:00 if not said",
        metavar="TIME",
        default="9:00",
    )
    add_mask(syntax)


def run(options: Options, workspace: Workspace) -> None:
    """Print the calendar, or write it after telling which names are left in it.

    Raises:
        RapportError: The time is none, the file cannot be written, or a package is missing.
    """
    path = target_named(options.to)
    if path is not None:
        service.require_free(path, force=options.force)
    alarm = _alarm(options.alarm)
    shown = service.calendar(workspace, is_masked=options.mask)
    text = service.calendar_text(workspace, shown, alarm)
    if path is None:
        say(text.rstrip("\n"))
        return
    require_consent(shown.told, path, is_given=options.yes)
    service.write_calendar(text, path, force=options.force)
    say_where("Written to", path)


def _alarm(said: str) -> time | None:
    """Return the time that was said.

    Raises:
        RefusedError: It is none.
    """
    if said == _NEVER:
        return None
    found = _TIME.fullmatch(said)
    if found is None:
        message = f"{quoted(said)} is no time of day. Try --alarm 9:00, or --alarm none."
        raise RefusedError(message)
    return time(int(found[1]), int(found[2]))
