"""Coverage: with whom there was a warm contact, in which practice, and how long ago.

A warm contact is an entry that names somebody and is no slip. "Within n weeks" is at most n weeks
ago to the day, here and everywhere.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from habits.model import Person

WINDOWS: Final = (4, 6, 13)
"""Over how many weeks it can be asked who lacks what: the shortest promise to each person, that of
most promises to each person, and a quarter."""

USUAL_WINDOW: Final = 6


class Band(StrEnum):
    """How long ago the last warm contact was, coldest first.

    There are only as many bands as lead to something else to do. Within two weeks, the cadence that
    several practices start with, nothing is amiss. Within four, the shortest promise to each person
    that is on offer, there is time still; beyond them it is time, however long ago it was. Nobody
    stands out by a day more or less, as they would in a list by date.
    """

    NOT_YET = "not yet"
    BEYOND = "more than 4 weeks"
    FOUR_WEEKS = "within 4 weeks"
    TWO_WEEKS = "within 2 weeks"


class Presence(StrEnum):
    """Whether somebody is there on a day.

    To be away is to be on leave, to be to come is not to have reached one's said first day.
    """

    HERE = "here"
    AWAY = "away"
    TO_COME = "to come"
    LEFT = "left"


class Contact(NamedTuple):
    """A warm contact.

    Attributes:
        date: When it was.
        practice: The slug of its practice.
        entry: The id of the entry that tells of it.
    """

    date: date
    practice: str
    entry: UUID


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in the coverage.

    Attributes:
        person: The person.
        presence: Whether they are there.
        contacts: The last warm contact of each practice that has one, by its slug.
        last: The last warm contact of all; None for none, or none that was found until now.
        days: How many days ago that was; None for none.
        band: How long ago that was, in few steps.
        missing: What of "thanks", "credit" and "talk" they had none of in the window, in this
            order; nothing where they have left, or were there for less than half of it.
        minutes: How many minutes with customers they had in the last six weeks.
    """

    person: Person
    presence: Presence
    contacts: Mapping[str, Contact]
    last: Contact | None
    days: int | None
    band: Band
    missing: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """With whom there was contact, and with whom not.

    Attributes:
        as_of: The local today.
        weeks: How many weeks the window has.
        rows: The people, by band, then by name; those who left come behind all others.
        is_whole: Whether all entries were looked at. Where not, all within the window and within
            four weeks is right already; an older contact may be found still.
    """

    as_of: date
    weeks: int
    rows: tuple[PersonRow, ...]
    is_whole: bool

    @property
    def bands(self) -> tuple[tuple[Band, tuple[PersonRow, ...]], ...]:
        """The bands that hold somebody who has not left, coldest first, each with its people."""
        here = [row for row in self.rows if row.presence is not Presence.LEFT]
        grouped = ((band, tuple(row for row in here if row.band is band)) for band in Band)
        return tuple((band, rows) for band, rows in grouped if rows)

    @property
    def left(self) -> tuple[PersonRow, ...]:
        """Those who have left, by name, where they were asked for."""
        return tuple(row for row in self.rows if row.presence is Presence.LEFT)


def weeks_before(day: date, weeks: int) -> date:
    """Return the day so many weeks before another; the first there is where there is none."""
    return date.fromordinal(max(day.toordinal() - 7 * weeks, 1))
