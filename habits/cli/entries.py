"""`rapport entries`: what was logged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.finding import Finding
from habits.lookup import short_ids
from habits.practices import require_practice
from habits.record_shapes import entry_shape
from habits.when import require_date, require_order
from habits.words import entry_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.cli.syntax import Options, Syntax
    from habits.model import Entry
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.option("--practice", "only those of this practice", metavar="P")
    syntax.option("--person", "only those naming this person", metavar="N")
    syntax.option("--since", "only those of this day or later", metavar="D")
    syntax.option("--until", "only those of this day or earlier", metavar="D")
    syntax.option(
        "--find",
        "only those in which each of these words stands: in what happened, why, a name, a "
        "#tag, a /move",
        metavar="TEXT",
        default="",
    )
    syntax.flag("--ids", "before each the end of its id, for edit and delete")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the entries, one a line, the newest last.

    Raises:
        RapportError: What is looked for cannot be understood, or they cannot be read.
    """
    first, last = _days(options, workspace.today)
    found = service.found(workspace, _finding(options, workspace))
    entries = [entry for entry in found if first <= entry.date <= last]
    if options.json:
        names, stars = service.names(workspace), service.north_stars(workspace)
        say_json([entry_shape(entry, names, stars) for entry in entries])
    elif entries:
        _say(entries, workspace, with_ids=options.ids)
    elif service.entries(workspace):
        tell("No entry fits. 'rapport entries' shows all.")
    else:
        tell("Nothing is logged yet. Try: rapport log thanks '@maya the on-call fix'")


def _finding(options: Options, workspace: Workspace) -> Finding:
    practice = person = None
    if options.practice is not None:
        practice = require_practice(options.practice, workspace.practices).slug
    if options.person is not None:
        person = service.require_person(workspace, options.person).id
    return Finding(options.find, practice, person=person)


def _days(options: Options, today: date) -> tuple[date, date]:
    """Return the first and the last day that is asked for, without a bound where none is."""
    first = date.min if options.since is None else require_date(options.since, today)
    last = date.max if options.until is None else require_date(options.until, today)
    require_order(first, last)
    return first, last


def _say(entries: Iterable[Entry], workspace: Workspace, *, with_ids: bool) -> None:
    eight, names = workspace.practices, service.names(workspace)
    short = short_ids(entry.id for entry in service.entries(workspace)) if with_ids else {}
    for entry in entries:
        mark = f"{short[entry.id]}  " if with_ids else ""
        words = entry_words(eight[entry.practice], entry, names)
        say(f"{mark}{entry.date.isoformat()}  {words}")
