"""Covering: what entries tell of people, as the rows of a coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from habits.review.coverage import Band, PersonRow, Presence, weeks_before
from habits.streaks.pauses import PausedDays
from habits.streaks.verdicts import is_required

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Pause, Person
    from habits.practices import Eight
    from habits.review.coverage import Contact

TALK: Final = ("growth", "talk")
"""The practice and the move of a talk about aims."""


class Met(NamedTuple):
    """What entries tell of one person.

    Attributes:
        contacts: The last warm contact of each practice that has one, by its slug.
        talk: When the last talk about aims was; None for none.
        minutes: How many minutes with customers there were in `habits.review.exposure.WEEKS`.
        first: The date of the first entry that names them; None where none does.
    """

    contacts: Mapping[str, Contact]
    talk: date | None
    minutes: int
    first: date | None = None


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


def slips_of(eight: Eight) -> frozenset[tuple[str, str]]:
    """Return which acts are slips, by practice and move, as the user has the practices now."""
    return frozenset(
        (slug, move.slug)
        for slug, practice in eight.items()
        for move in practice.moves
        if move.slip
    )


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
        _missing(met, window) if _was_there(person, met.first, absent, window) else (),
        met.minutes,
    )


def _presence(person: Person, absent: PausedDays, day: date) -> Presence:
    if person.left is not None and person.left < day:
        return Presence.LEFT
    if person.joined is not None and person.joined > day:
        return Presence.TO_COME
    return Presence.AWAY if day in absent else Presence.HERE


def _was_there(
    person: Person, first_named: date | None, absent: PausedDays, window: Window
) -> bool:
    """Return whether somebody was there for half of a window, and still is.

    They joined on the day that is said, else with the first entry that names them; without either
    they are still to come, as in a promise to each person.
    """
    joined = person.joined or first_named
    if joined is None or (person.left is not None and person.left < window.as_of):
        return False
    first = max(window.since, joined)
    length = (window.as_of - window.since).days + 1
    return is_required(absent.active_between(first, window.as_of), length)


def _missing(met: Met, window: Window) -> tuple[str, ...]:
    had = {slug: contact.date for slug, contact in met.contacts.items()} | {"talk": met.talk}
    days = {wanted: had.get(wanted) for wanted in ("thanks", "credit", "talk")}
    return tuple(wanted for wanted, day in days.items() if day is None or day < window.since)


def _band(days: int | None, *, is_whole: bool) -> Band:
    if days is None:
        return Band.NOT_YET if is_whole else Band.BEYOND
    if days <= 2 * 7:
        return Band.TWO_WEEKS
    return Band.FOUR_WEEKS if days <= 4 * 7 else Band.BEYOND


def _place(row: PersonRow) -> tuple[bool, int, str, str]:
    person = row.person
    has_left = row.presence is Presence.LEFT
    return (
        has_left,
        0 if has_left else list(Band).index(row.band),
        person.name.casefold(),
        person.handle,
    )
