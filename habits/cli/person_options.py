"""What is said of a person by options, when they are made known and later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.errors import UsageError
from habits.person import Remark, Topic
from habits.person_edits import require_recognition
from habits.remark_line import remark_line
from habits.when import require_date, require_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date


def add_facts(parser: ArgumentParser) -> None:
    """Add the options; an empty text takes out what was said."""
    parser.add_argument("--handle", metavar="H", help="what is typed after the @")
    parser.add_argument("--role", metavar="TEXT", help="what they do")
    parser.add_argument("--manager", metavar="TEXT", help="who their manager is")
    parser.add_argument("--joined", metavar="DATE", help="the day from which they are here")
    parser.add_argument(
        "--recognition", metavar="WAY", help="how they like it: public, small group, 1:1, written"
    )


def facts_in(options: Namespace, today: date) -> dict[str, Any]:
    """Return the fields of `Person` that the options name.

    Raises:
        RefusedError: A date or a way of recognition cannot be understood.
    """
    facts: dict[str, Any] = {
        name: said
        for name in ("handle", "role", "manager")
        if (said := getattr(options, name)) is not None
    }
    if options.joined is not None:
        said = options.joined
        facts["joined"] = require_day(said, today, ahead=False) if said.strip() else None
    if options.recognition is not None:
        said = options.recognition
        facts["recognition"] = require_recognition(said) if said.strip() else None
    return facts


def add_remarks(parser: ArgumentParser) -> None:
    """Add the options for what somebody said of themselves."""
    parser.add_argument(
        "--aim",
        metavar="TEXT",
        action="append",
        default=[],
        help="where they want to go, in their own words; several times for several",
    )
    parser.add_argument(
        "--spark",
        metavar="TEXT",
        action="append",
        default=[],
        help="what lights them up; several times for several",
    )
    parser.add_argument(
        "--ok-to-share", action="store_true", help="they are fine with others hearing it"
    )
    parser.add_argument("--on", metavar="DATE", help="the day on which they said it, if not today")


def remarks_in(options: Namespace, today: date) -> dict[str, tuple[Remark, ...]]:
    """Return what the options keep of what somebody said, by the field of `Person` that keeps it.

    Raises:
        UsageError: An option says something of a remark, and there is none.
        RefusedError: A date cannot be understood, or is to come.
    """
    texts = {Topic.AIMS: options.aim, Topic.SPARKS: options.spark}
    if not any(texts.values()) and (options.ok_to_share or options.on):
        message = "--ok-to-share and --on say something of an --aim or a --spark. Give one."
        raise UsageError(message)
    on = None if options.on is None else require_date(options.on, today)

    def remark(text: str) -> Remark:
        said = remark_line(text, today, on)
        return Remark(said.on or today, said.text, said.shared or options.ok_to_share)

    return {str(topic): tuple(map(remark, each)) for topic, each in texts.items() if each}
