"""`rapport people`: with whom there was contact, and with whom not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.counting import told_apart
from habits.review.coverage import USUAL_WINDOW, WINDOWS
from habits.review.coverage_words import band_words, contact_facts, presence_words
from habits.review.people_shapes import coverage_shape
from habits.words import full_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from habits.cli.syntax import Options, Syntax
    from habits.model import Entry
    from habits.review.coverage import Coverage, PersonRow
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.option(
        "--weeks",
        "how many weeks are looked through for thanks, credit and a talk; 6 if not said",
        choices=WINDOWS,
        default=USUAL_WINDOW,
        is_number=True,
    )
    syntax.flag("--all", "also those who have left")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the people, one fact a line, those first with whom contact was longest ago.

    Raises:
        RapportError: They cannot be read.
    """
    while service.look_back(workspace):
        pass
    coverage = service.coverage(workspace, options.weeks, everyone=options.all)
    last = {
        row.person.id: workspace.ledger.entry(row.last.entry) for row in coverage.rows if row.last
    }
    if options.json:
        say_json(coverage_shape(coverage, last, service.pauses(workspace)))
        return
    if not coverage.rows:
        tell("Nobody is known yet. Try: rapport log thanks '@maya the on-call fix'")
        return
    say(full_day_words(coverage.as_of))
    groups = [(band_words(band), rows) for band, rows in coverage.bands]
    for heading, rows in [*groups, ("left", coverage.left)]:
        if rows:
            say()
            say(heading)
            _print_people(rows, coverage, workspace, last)


def _print_people(
    rows: Iterable[PersonRow],
    coverage: Coverage,
    workspace: Workspace,
    last: dict[UUID, Entry | None],
) -> None:
    names = told_apart(workspace.ledger.people())
    for row in rows:
        key, presence = row.person.id, presence_words(row, coverage.as_of)
        say("  " + ", ".join(filter(None, [names[key], presence])))
        for fact, words in contact_facts(row, coverage, workspace.practices, last.get(key)):
            say(f"    {fact}: {words}")
