"""What is said of a person by options, when they are made known and later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.person_edits import require_recognition
from habits.when import require_day

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
