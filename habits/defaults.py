"""What every home has from the start, or may have: flagship habits, and those of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cadence import parse_cadence
from habits.model import Habit
from habits.practices import PRACTICES, Practice
from habits.store import Op, codec
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from habits.catalogue import Offer
    from habits.day import Moment


def defaults(now: Moment, today: date) -> Iterator[Op]:
    """Yield the operations that make the records of a new home.

    Args:
        now: The present moment.
        today: The day from which its promises hold.
    """
    for practice in PRACTICES:
        key = fixed_id(codec.PRACTICES, practice.slug)
        fields = {"key": practice.key, "slug": practice.slug, "name": practice.name}
        yield Op(codec.PRACTICES, key, fields)
        habit = flagship(practice, today, now)
        yield Op(codec.HABITS, habit.id, codec.habit_fields(habit))


def flagship(practice: Practice, created: date, now: Moment) -> Habit:
    """Return the promise that a practice starts with, in force from a day on."""
    return Habit(
        id=fixed_id(codec.HABITS, practice.slug),
        practice=practice.slug,
        name=practice.flagship.name,
        created=created,
        made_at=now.instant,
        cadences=((created, parse_cadence(practice.flagship.cadence)),),
        flagship=True,
    )


def offered(practice: Practice, offer: Offer, created: date, now: Moment) -> Habit:
    """Return a promise of the catalogue, as it is when it is switched on.

    Args:
        practice: Its practice.
        offer: What is on offer.
        created: The day from which it counts.
        now: The moment at which it is made.
    """
    return Habit(
        id=offer_id(practice, offer),
        practice=practice.slug,
        name=offer.name,
        created=created,
        made_at=now.instant,
        cadences=((created, parse_cadence(offer.cadence)),),
        moves=offer.moves,
        each_person=offer.each_person,
    )


def offer_id(practice: Practice, offer: Offer) -> UUID:
    """Return the identity of what is on offer, the same in every home."""
    return fixed_id(codec.HABITS, f"{practice.slug}/{offer.slug}")
