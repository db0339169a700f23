"""Follow-ups: how they are told, how old they are, and which of them an entry proposes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.text import one_line
from habits.words import UNKNOWN, day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from habits.model import Entry, FollowUp
    from habits.quicklog import Draft

AHEAD: Final = timedelta(days=7)
"""So long before its day a follow-up is told with what is due."""

_PROPOSED: Final = {("respect", "ally"): (("is it solved", 3), ("back to them", 14))}
"""What is proposed after which kind of act: in which words, and in how many days."""

_WHAT: Final = 60
"""How many characters of what happened a proposal repeats."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A follow-up that an entry proposes.

    Attributes:
        label: What is to be looked after, without what happened.
        text: The same, with what happened.
        days: In how many days.
        due: The day.
    """

    label: str
    text: str
    days: int
    due: date


def proposals(practice: str, said: Entry | Draft, today: date) -> tuple[Proposal, ...]:
    """Return the follow-ups that an act proposes; most acts propose none.

    Args:
        practice: The slug of its practice.
        said: The act.
        today: The local today, from which the days are counted.
    """
    what = _shortened(one_line(said.what))
    return tuple(
        Proposal(label, ": ".join(filter(None, [label, what])), days, today + timedelta(days=days))
        for label, days in _PROPOSED.get((practice, said.move or ""), ())
    )


def proposal_words(proposed: Iterable[Proposal], today: date) -> str:
    """Return proposals on one line: "is it solved (Wed 25), back to them (Sun 6)"."""
    return ", ".join(f"{each.label} ({day_words(each.due, today)})" for each in proposed)


def follow_up_words(follow_up: FollowUp, names: Mapping[UUID, str], today: date) -> str:
    """Return a follow-up on one line: what, by when, how late, and whom it concerns."""
    people = ", ".join(names.get(person, UNKNOWN) for person in follow_up.people)
    parts = [
        one_line(follow_up.text),
        day_words(follow_up.due, today),
        late_words(days_late(follow_up, today)),
        people,
    ]
    return " · ".join(filter(None, parts))


def days_late(follow_up: FollowUp, today: date) -> int:
    """Return for how many days a follow-up is late; 0 where it is done or has time."""
    return 0 if follow_up.done else max((today - follow_up.due).days, 0)


def late_words(days: int) -> str:
    """Return how late something is: "2 days late", nothing where it is not."""
    return f"{days} day{'' if days == 1 else 's'} late" if days else ""


def due_soon(follow_ups: Iterable[FollowUp], today: date) -> list[FollowUp]:
    """Return the follow-ups that are told with what is due: late ones, and those of a week."""
    return [each for each in follow_ups if each.due <= today + AHEAD]


def open_words(follow_ups: Iterable[FollowUp], today: date, now: datetime) -> str:
    """Return how many follow-ups are open, how many of them late, and how old half of them are.

    Args:
        follow_ups: Those that are not done, at least one.
        today: The local today.
        now: The instant now.
    """
    known = list(follow_ups)
    late = sum(1 for each in known if days_late(each, today))
    ages = sorted(max((now - each.made_at).days, 0) for each in known)
    # Of an even number the younger one of the two in the middle: whole days are enough to know.
    age = ages[(len(ages) - 1) // 2]
    parts = [
        f"{len(known)} open",
        f"{late} late" if late else "",
        f"median age {age} day{'' if age == 1 else 's'}",
    ]
    return ", ".join(filter(None, parts))


def _shortened(text: str) -> str:
    return text if len(text) <= _WHAT else f"{text[: _WHAT - 1].rstrip()}…"
