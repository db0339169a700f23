"""`rapport person edit`: another name or role, and what somebody said of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits import service
from habits.cli.outcome import say_change
from habits.cli.person_options import add_facts, facts_in
from habits.errors import UsageError
from habits.hints import KEEP_OUT
from habits.person import Remark, Topic
from habits.person_edits import require_remark
from habits.when import require_date

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from habits.model import Person
    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.epilog = KEEP_OUT
    parser.add_argument("person", nargs="+", help="a name, the beginning of one, or a handle")
    parser.add_argument("--name", help="what they are called")
    add_facts(parser)
    parser.add_argument("--aim", metavar="TEXT", help="where they want to go, in their own words")
    parser.add_argument("--spark", metavar="TEXT", help="what lights them up")
    parser.add_argument(
        "--ok-to-share", action="store_true", help="they are fine with others hearing it"
    )
    parser.add_argument("--on", metavar="DATE", help="the day on which they said it, if not today")
    parser.add_argument(
        "--forget-aim", metavar="N", type=int, help="take out an aim, by its number in 'show'"
    )
    parser.add_argument(
        "--forget-spark", metavar="N", type=int, help="take out a spark, by its number in 'show'"
    )


def run(options: Namespace, workspace: Workspace) -> None:
    """Change what is known of the person and print what differs.

    Raises:
        RapportError: It cannot be changed so; nothing has changed.
    """
    if options.aim is None and options.spark is None and (options.ok_to_share or options.on):
        message = "--ok-to-share and --on say something of an --aim or a --spark. Give one."
        raise UsageError(message)
    person = service.require_person(workspace, " ".join(options.person))
    facts = facts_in(options, workspace.today)
    if options.name is not None:
        facts["name"] = options.name
    facts |= _remarks_in(options, person, workspace.today)
    change = service.edit_person(workspace, person.id, **facts)
    say_change(workspace, "Changed", change)


def _remarks_in(options: Namespace, person: Person, today: date) -> dict[str, Any]:
    """Return what they said of themselves, where the options change it."""
    on = today if options.on is None else require_date(options.on, today)
    said = {}
    for topic, new, number in (
        (Topic.AIMS, options.aim, options.forget_aim),
        (Topic.SPARKS, options.spark, options.forget_spark),
    ):
        remarks = list(person.remarks(topic))
        if number is not None:
            remarks.remove(require_remark(remarks, number))
        if new is not None:
            remarks.append(Remark(on, new, options.ok_to_share))
        if (new, number) != (None, None):
            said[str(topic)] = tuple(remarks)
    return said
