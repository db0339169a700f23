"""`rapport person edit`: another name or role, and what somebody said of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.outcome import say_person_change
from habits.cli.person_options import add_facts, add_remarks, facts_in, remarks_in
from habits.hints import KEEP_OUT
from habits.person import Topic
from habits.person_edits import require_remark

if TYPE_CHECKING:
    from datetime import date

    from habits.cli.syntax import Options, Syntax
    from habits.model import Person, Remark
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.note = KEEP_OUT
    syntax.argument("person", "a name, the beginning of one, or a handle", many=True)
    syntax.option("--name", "what they are called")
    add_facts(syntax)
    add_remarks(syntax)
    syntax.option(
        "--forget-aim",
        "take out an aim, by its number in 'show'",
        metavar="N",
        many=True,
        is_number=True,
    )
    syntax.option(
        "--forget-spark",
        "take out a spark, by its number in 'show'",
        metavar="N",
        many=True,
        is_number=True,
    )
    syntax.flag("--json", "print the person as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Change what is known of the person and print what differs.

    Raises:
        RapportError: It cannot be changed so; nothing has changed.
    """
    person = service.require_person(workspace, " ".join(options.person))
    facts = facts_in(options, workspace.today)
    if options.name is not None:
        facts["name"] = options.name
    facts |= _remarks_in(options, person, workspace.today)
    change = service.edit_person(workspace, person.id, **facts)
    say_person_change(workspace, "Changed", change, person.id, as_json=options.json)


def _remarks_in(options: Options, person: Person, today: date) -> dict[str, tuple[Remark, ...]]:
    """Return what they said of themselves, where the options change it."""
    new = remarks_in(options, today)
    said = {}
    for topic, numbers in (
        (Topic.AIMS, options.forget_aim),
        (Topic.SPARKS, options.forget_spark),
    ):
        known = person.remarks(topic)
        gone = [require_remark(known, number) for number in numbers]
        if gone or str(topic) in new:
            kept = (remark for remark in known if remark not in gone)
            said[str(topic)] = (*kept, *new.get(str(topic), ()))
    return said
