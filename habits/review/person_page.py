"""What a person's page tells: what is known of them, and what was logged with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.model import in_order
from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, Pause, Person
    from habits.practices import Eight


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What is known of a person.

    Attributes:
        person: The person, with their aims and what lights them up.
        since: The day from which they are here: the one that is said, else that of the first entry
            naming them; None where there is neither.
        away: The days on which they are away, as `habits.review.leave.leave_of` joins them.
        contacts: For each practice in which an entry names them the date of the last one that is no
            slip, by its slug, in the order of the practices.
        entries: The entries naming them, the newest first.
        follow_ups: The open follow-ups that concern them, the one that is due first at the
            beginning.
    """

    person: Person
    since: date | None
    away: tuple[Pause, ...]
    contacts: Mapping[str, date]
    entries: tuple[Entry, ...]
    follow_ups: tuple[FollowUp, ...]


def last_contacts(entries: Iterable[Entry], eight: Eight) -> Mapping[str, date]:
    """Return the date of the last entry of each practice that is no slip, by its slug.

    Args:
        entries: The entries naming a person, in any order.
        eight: The practices, which say what is a slip.
    """
    last: dict[str, date] = {}
    for entry in entries:
        move = eight[entry.practice].move(entry.move) if entry.move else None
        if move is None or not move.slip:
            last[entry.practice] = max(entry.date, last.get(entry.practice, entry.date))
    return {slug: last[slug] for slug in eight if slug in last}


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries by their date, and of one day that first which was logged last."""
    return tuple(sorted(entries, key=in_order, reverse=True))


def concerning(follow_ups: Iterable[FollowUp], person: UUID) -> tuple[FollowUp, ...]:
    """Return the follow-ups that concern a person, in the order in which they come."""
    return tuple(each for each in follow_ups if person in each.people)
