"""What is known of the people of the made-up year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from habits.model import Pause
from habits.person import Recognition, Remark
from habits.record import replace
from habits.store import Op, codec
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from habits.model import Person

_KNOWN: Final[Mapping[str, Mapping[str, Any]]] = {
    "ana": {"role": "Senior engineer", "recognition": Recognition.WRITTEN},
    "dev": {"role": "Backend engineer", "recognition": Recognition.PUBLIC},
    "lee": {"role": "Staff engineer", "manager": "Kim Roe", "recognition": Recognition.PRIVATE},
    "maya": {
        "role": "Frontend engineer",
        "manager": "Kim Roe",
        "recognition": Recognition.SMALL_GROUP,
    },
    "noor": {"role": "Data engineer"},
    "tom": {"role": "Platform engineer", "manager": "Kim Roe", "recognition": Recognition.PUBLIC},
}
"""What each does, whom they report to, and how they like to be recognised, by their handles."""

_AIMS: Final = {
    "lee": ("lead a team within two years", 20, False),
    "maya": ("own a service from its design to its on-call", 9, True),
}
"""Where some want to go, how many weeks ago they said so, and whether others may hear it."""

_SPARKS: Final = {
    "dev": ("a trace that finally explains the slow Mondays", 14),
    "maya": ("watching somebody use what she made", 9),
    "sam": ("numbers that hold when someone asks twice", 6),
}
"""What lights some up, and how many weeks ago they said so."""

_AWAY: Final = ("noor", 12)
"""Who is on leave from the running week's first day on, and for how many days."""


def on_leave(monday: date, people: Mapping[str, Person]) -> Iterator[Op]:
    """Yield the leave of somebody, if they were named in the year.

    Args:
        monday: The first day of the running week.
        people: Who was named in the year, by their handles.
    """
    handle, days = _AWAY
    if handle in people:
        last = monday + timedelta(days=days - 1)
        leave = Pause(fixed_id("demo", "leave"), monday, last, person=people[handle].id)
        yield Op(codec.PAUSES, leave.id, codec.pause_fields(leave))


def known(person: Person, monday: date) -> Person:
    """Return a person with what is known of them.

    Args:
        person: The person.
        monday: The first day of the running week.
    """
    handle = person.handle
    facts: dict[str, Any] = {**_KNOWN.get(handle, {})}
    if handle in _AIMS:
        text, weeks, shared = _AIMS[handle]
        facts["aims"] = (Remark(monday - timedelta(weeks=weeks), text, shared=shared),)
    if handle in _SPARKS:
        text, weeks = _SPARKS[handle]
        facts["sparks"] = (Remark(monday - timedelta(weeks=weeks), text),)
    return replace(person, **facts)
