"""`rapport pause`: days that do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import say, say_json, tell
from habits.cli.scope import add_scope, scope_of
from habits.cli.shapes import pause_shape
from habits.pause_words import pause_words
from habits.service.rests import EVERYTHING
from habits.text import one_line
from habits.when import read_date, require_day, require_days

if TYPE_CHECKING:
    from datetime import date

    from habits.cli.syntax import Options, Syntax
    from habits.model import Pause
    from habits.service import Workspace

_NOTHING: Final = "Nothing is paused. Try: rapport pause today fri --practice growth"
_NOTHING_OF_ITS_OWN: Final = "It has no pause of its own. 'rapport pause' lists all pauses."


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument(
        "days",
        "the first and the last day: mon fri, 24 dec to 2 jan, 2026-12-24; without a last one "
        "it lasts until 'resume'",
        metavar="FROM [TO]",
        required=False,
        many=True,
    )
    add_scope(syntax)
    syntax.flag("--json", "print the pauses as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Pause and print what is paused; without a date, print all pauses.

    Raises:
        RapportError: The days cannot be understood; nothing was stored.
    """
    scope = scope_of(options, workspace)
    if not options.days:
        pauses = _known(workspace, scope)
    else:
        first, last = _days(" ".join(options.days).split(), workspace.today)
        change = service.pause(workspace, first, last, scope)
        pauses = tuple(altered.either for altered in change.pauses)
    labels = service.labels(workspace)
    if options.json:
        say_json([pause_shape(pause, labels) for pause in pauses])
        return
    done = "Paused: " if options.days else ""
    for pause in pauses:
        note = f" · {one_line(pause.note)}" if pause.note else ""
        say(f"{done}{pause_words(pause, labels, workspace.today, workspace.practices)}{note}")
    if not pauses:
        tell(_NOTHING if scope == EVERYTHING else _NOTHING_OF_ITS_OWN)


def _known(workspace: Workspace, scope: service.Scope) -> tuple[Pause, ...]:
    """Return the pauses of what is named alone; all of them where nothing is."""
    pauses = service.pauses(workspace)
    wanted = (scope.practice, scope.habit, scope.person)
    return tuple(p for p in pauses if p.scope == wanted) if any(wanted) else pauses


def _days(words: list[str], today: date) -> tuple[date, date | None]:
    """Return the first day, and the last one if there is one: a date of several words is one.

    Raises:
        RefusedError: The days cannot be understood.
    """
    for end in range(len(words), 0, -1):
        before, behind = " ".join(words[:end]), " ".join(words[end:])
        if not (first := read_date(before, today, ahead=True)):
            continue
        if not behind:
            return require_day(before, today), None
        if read_date(behind, first, ahead=True):
            return require_day(before, today), require_day(behind, first)
    return require_days(" ".join(words), today)
