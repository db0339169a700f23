"""What is said of a person by options, when they are made known and later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.errors import UsageError
from habits.person import Remark, Topic
from habits.person_edits import require_recognition
from habits.remark_line import remark_line
from habits.when import require_date, require_day

if TYPE_CHECKING:
    from datetime import date

    from habits.cli.syntax import Options, Syntax


def add_facts(syntax: Syntax) -> None:
    """Add the options; an empty text takes out what was said."""
    syntax.option("--handle", "what is typed after the @", metavar="H")
    syntax.option("--role", "what they do", metavar="TEXT")
    syntax.option("--manager", "who their manager is", metavar="TEXT")
    syntax.option("--joined", "the day from which they are here", metavar="DATE")
    syntax.option(
        "--recognition", "how they like it: public, small group, 1:1, written", metavar="WAY"
    )


def facts_in(options: Options, today: date) -> dict[str, Any]:
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


def add_remarks(syntax: Syntax) -> None:
    """Add the options for what somebody said of themselves."""
    syntax.option(
        "--aim",
        "where they want to go, in their own words; several times for several",
        metavar="TEXT",
        many=True,
    )
    syntax.option(
        "--spark", "what lights them up; several times for several", metavar="TEXT", many=True
    )
    syntax.flag("--ok-to-share", "they are fine with others hearing it")
    syntax.option("--on", "the day on which they said it, if not today", metavar="DATE")


def remarks_in(options: Options, today: date) -> dict[str, tuple[Remark, ...]]:
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
