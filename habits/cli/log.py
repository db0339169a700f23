"""`rapport log`: log an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import say, say_json, tell, tell_all
from habits.cli.shapes import entry_shape, habit_shape
from habits.counting import counts
from habits.practices import require_practice
from habits.quicklog import Said
from habits.when import require_date
from habits.words import habit_words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from habits.change import Change
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow

_MOST_MEANT: Final = 3


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("practice", help="a key 1-8, a name, or the beginning of one")
    parser.add_argument(
        "text",
        nargs="*",
        default=[],
        help="[/move] what happened, with @people and #tags [because why] [(when)]",
    )
    parser.add_argument("--on", metavar="DATE", help="yesterday, fri, 3 days ago or 2026-11-20")
    parser.add_argument("--why", metavar="TEXT", help="why it mattered; the text is not split then")
    parser.add_argument("--tag", metavar="T", action="append", default=[], help="a further tag")
    parser.add_argument("--json", action="store_true", help="print the entry as JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Log the act and print the entry and the streak it moved.

    Raises:
        RapportError: It cannot be logged; nothing was stored.
    """
    practice = require_practice(options.practice, workspace.practices)
    on = require_date(options.on, workspace.today) if options.on is not None else None
    said = Said(on=on, why=options.why, tags=tuple(options.tag))
    change = service.log(workspace, practice, " ".join(options.text), said)
    if options.json:
        _print_json(workspace, change)
    else:
        _print_words(workspace, change)
        if resting := service.to_be_started(workspace, change):
            tell(
                f"{resting.name} is not started. "
                f"'rapport practice start {resting.slug}' starts it from today."
            )
        if change.new_people:
            tell_all(_advice(workspace, change))


def _advice(workspace: Workspace, change: Change) -> Iterator[str]:
    """Yield for each who became known, but may be somebody else, how to say so."""
    for person, meant in service.may_be_meant(workspace, change):
        names = ", ".join(f"{each.name} (@{each.handle})" for each in meant[:_MOST_MEANT])
        yield (
            f"{person.name} is a new person. If you meant {names}: "
            f"rapport person merge {person.handle} {meant[0].handle}"
        )


def _print_words(workspace: Workspace, change: Change) -> None:
    for line in service.words_of(workspace, change):
        say(line)
    for row in _counting(workspace, change):
        say(habit_words(row, workspace.today))


def _counting(workspace: Workspace, change: Change) -> Iterator[HabitRow]:
    """Yield the live habits that count what was logged, as they stand."""
    for practice in _rows(workspace, change):
        for row in practice.live:
            if any(counts(row.habit, entry, practice.practice) for entry in change.came):
                yield row


def _rows(workspace: Workspace, change: Change) -> tuple[PracticeRow, ...]:
    eight = workspace.practices
    return service.rows(workspace, (eight[slug] for slug in change.slugs))


def _print_json(workspace: Workspace, change: Change) -> None:
    (row,) = _rows(workspace, change)
    (entry,) = change.came
    say_json(
        {
            "entry": entry_shape(entry, service.names(workspace)),
            "habits": [habit_shape(habit, workspace.today) for habit in row.habits],
        }
    )
