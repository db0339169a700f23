"""Words for coverage: bands, people and what is known of their contacts, as a shell tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.coverage import Band, Presence
from habits.review.exposure import WEEKS
from habits.text import one_line
from habits.words import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from habits.model import Entry
    from habits.practices import Eight
    from habits.review.coverage import Coverage, PersonRow


_BANDS: Final[Mapping[Band, str]] = {
    Band.NOT_YET: "no contact yet",
    Band.BEYOND: "last contact more than 4 weeks ago",
    Band.FOUR_WEEKS: "last contact 2 to 4 weeks ago",
    Band.TWO_WEEKS: "last contact within 2 weeks",
}


def band_words(band: Band) -> str:
    """Return how long ago the contacts of a band were: "last contact 2 to 4 weeks ago"."""
    return _BANDS[band]


def presence_words(row: PersonRow, today: date) -> str:
    """Return whether somebody is there, where they are not: "away", "left on 31 Mar"."""
    person = row.person
    if row.presence is Presence.LEFT and person.left:
        return f"left on {day_words(person.left, today)}"
    if row.presence is Presence.TO_COME and person.joined:
        return f"from {day_words(person.joined, today)} on"
    return str(row.presence) if row.presence is Presence.AWAY else ""


def contact_facts(
    row: PersonRow, coverage: Coverage, eight: Eight, last: Entry | None
) -> list[tuple[str, str]]:
    """Return what is known of the contacts with somebody as facts, each with its name.

    Args:
        row: Their row.
        coverage: The coverage that it is of.
        eight: The practices, as they are named now.
        last: The entry of their last contact, if there was one.
    """
    as_of = coverage.as_of
    days = {
        practice.name: day_words(row.contacts[slug].date, as_of)
        for slug, practice in eight.items()
        if slug in row.contacts
    }
    facts = [
        ("last", _last_words(last, as_of, eight) if last else ""),
        ("by practice", ", ".join(map(" ".join, days.items())) if len(days) > 1 else ""),
        (f"none in {coverage.weeks} weeks", ", ".join(row.missing)),
        ("with customers", f"{row.minutes} minutes in {WEEKS} weeks" if row.minutes else ""),
    ]
    return [(fact, words) for fact, words in facts if words]


def _last_words(last: Entry, as_of: date, eight: Eight) -> str:
    parts = (day_words(last.date, as_of), eight[last.practice].name, one_line(last.what))
    return ", ".join(filter(None, parts))
