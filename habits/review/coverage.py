"""Coverage: with whom there was a warm contact, in which practice, and how long ago.

A warm contact is an entry that names somebody and is no slip. "Within n weeks" is at most n weeks
ago to the day, here and everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.streaks.pauses import PausedDays
from habits.streaks.verdicts import is_required

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Pause, Person
    from habits.practices import Eight

WINDOWS: Final = (4, 6, 13)
"""Over how many weeks it can be asked who lacks what: the shortest promise to each person, that of
most promises to each person, and a quarter."""

USUAL_WINDOW: Final = 6

TALK: Final = ("growth", "talk")
"""The practice and the move of a talk about aims."""


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
    """Whether somebody is there on the day that is looked at."""

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


class Met(NamedTuple):
    """What entries tell of one person.

    Attributes:
        contacts: The last warm contact of each practice that has one, by its slug.
        talk: When the last talk about aims was; None for none.
        minutes: How many minutes with customers there were in `habits.review.exposure.WEEKS`.
    """

    contacts: Mapping[str, Contact]
    talk: date | None
    minutes: int


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
            order; nothing where they were there for less than half of it.
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


class Window(NamedTuple):
    """The weeks that are looked back.

    Attributes:
        as_of: The last day.
        weeks: How many weeks.
        is_whole: Whether all entries before the window were looked at too.
    """

    as_of: date
    weeks: int
    is_whole: bool = True

    @property
    def since(self) -> date:
        """The first day."""
        return weeks_before(self.as_of, self.weeks)


def weeks_before(day: date, weeks: int) -> date:
    """Return the day so many weeks before another."""
    return day - timedelta(weeks=weeks)


def is_slip(eight: Eight, practice: str, move: str | None) -> bool:
    """Return whether an act of a practice is a slip, as the user has the practice now."""
    known = eight[practice].move(move) if move else None
    return known is not None and known.slip


def cover(
    met: Iterable[tuple[Person, Met]], pauses: Iterable[Pause], window: Window
) -> tuple[PersonRow, ...]:
    """Return people as they were met, by band and then by name, those who left behind the others.

    Args:
        met: The people, each with what entries tell of them.
        pauses: All pauses; those of a person are the days on which they are away.
        window: The weeks that are looked back.
    """
    away: dict[UUID | None, list[tuple[date, date | None]]] = {}
    for pause in pauses:
        away.setdefault(pause.person, []).append((pause.first, pause.last))
    rows = [_row(person, each, away.get(person.id, []), window) for person, each in met]
    return tuple(sorted(rows, key=_place))


def _row(
    person: Person, met: Met, away: Iterable[tuple[date, date | None]], window: Window
) -> PersonRow:
    last = max(met.contacts.values(), default=None, key=lambda each: (each.date, each.entry.int))
    days = None if last is None else (window.as_of - last.date).days
    absent = PausedDays(away)
    return PersonRow(
        person,
        _presence(person, absent, window.as_of),
        met.contacts,
        last,
        days,
        _band(days, is_whole=window.is_whole),
        _missing(met, window) if _was_there(person, absent, window) else (),
        met.minutes,
    )


def _presence(person: Person, absent: PausedDays, day: date) -> Presence:
    if person.left is not None and person.left < day:
        return Presence.LEFT
    if person.joined is not None and person.joined > day:
        return Presence.TO_COME
    return Presence.AWAY if day in absent else Presence.HERE


def _was_there(person: Person, absent: PausedDays, window: Window) -> bool:
    """Return whether somebody was there for half of a window; who joined on no said day was."""
    first = max(window.since, person.joined or window.since)
    last = min(window.as_of, person.left or window.as_of)
    length = (window.as_of - window.since).days + 1
    return first <= last and is_required(absent.active_between(first, last), length)


def _missing(met: Met, window: Window) -> tuple[str, ...]:
    had = {slug: contact.date for slug, contact in met.contacts.items()} | {"talk": met.talk}
    days = {wanted: had.get(wanted) for wanted in ("thanks", "credit", "talk")}
    return tuple(wanted for wanted, day in days.items() if day is None or day < window.since)


def _band(days: int | None, *, is_whole: bool) -> Band:
    if days is None:
        return Band.NOT_YET if is_whole else Band.BEYOND
    weeks = timedelta(days=days) / timedelta(weeks=1)
    if weeks <= 2:  # noqa: PLR2004 - the names of the bands say so
        return Band.TWO_WEEKS
    return Band.FOUR_WEEKS if weeks <= 4 else Band.BEYOND  # noqa: PLR2004 - as above


def _place(row: PersonRow) -> tuple[bool, int, str, str]:
    person = row.person
    has_left = row.presence is Presence.LEFT
    return (
        has_left,
        0 if has_left else list(Band).index(row.band),
        person.name.casefold(),
        person.handle,
    )
