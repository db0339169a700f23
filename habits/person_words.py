"""Words for a person: what changed in what is known of them, and all of it, fact by fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.follow_ups import follow_up_words
from habits.person import Person
from habits.text import one_line
from habits.words import UNKNOWN, day_words, entry_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Pause
    from habits.person import Remark
    from habits.practices import Eight
    from habits.review.person_page import PersonPage


def person_words(person: Person, today: date) -> str:
    """Return what is known of a person on one line."""
    bare = Person(person.id, person.name, "")
    return " · ".join([person.name, *_differences(bare, person, today)])


def person_change_words(
    before: Person, after: Person, names: Mapping[UUID, str], today: date
) -> str:
    """Return what became of a person on one line.

    Args:
        before: The person before an act.
        after: The person after it.
        names: The names of people by their ids.
        today: The local today.
    """
    if before.merged_into != after.merged_into:
        return _merging_words(before, after, names)
    name = before.name if before.name == after.name else f"{before.name} is now {after.name}"
    return " · ".join([name, *_differences(before, after, today)])


def person_facts(
    page: PersonPage, eight: Eight, names: Mapping[UUID, str], today: date, most: int | None = None
) -> Iterator[tuple[str, str]]:
    """Yield what is known of a person as facts, each with its name, without signs between them.

    Args:
        page: What is known.
        eight: The practices as the user has them.
        names: The names of people by their ids.
        today: The local today.
        most: How many entries are told at most; None for all.
    """
    yield from _own_facts(page, today)
    for slug, day in page.contacts.items():
        yield f"last {eight[slug].name}", day_words(day, today)
    for follow_up in page.follow_ups:
        yield "follow-up", follow_up_words(follow_up, names, today).replace(" · ", ", ")
    for entry in page.entries[:most]:
        words = entry_words(eight[entry.practice], entry, names).replace(" · ", ", ")
        yield entry.date.isoformat(), words
    if most is not None and len(page.entries) > most:
        yield "entries before these", str(len(page.entries) - most)


def _own_facts(page: PersonPage, today: date) -> Iterator[tuple[str, str]]:
    """Yield what is known of a person besides what was logged with them."""
    person = page.person
    since = day_words(page.since, today) if page.since else ""
    yield from (
        (name, words)
        for name, words in (
            ("name", person.name),
            ("handle", f"@{person.handle}"),
            ("role", person.role),
            ("manager", person.manager),
            (
                "here from",
                since if person.joined else f"{since}, the first entry" if since else "",
            ),
            ("last day", day_words(person.left, today) if person.left else ""),
            *(("away", _away_words(pause, today)) for pause in page.away),
            ("likes recognition", person.recognition or ""),
        )
        if words
    )
    for topic, remarks in (("aim", person.aims), ("spark", person.sparks)):
        for number, remark in enumerate(remarks, 1):
            yield f"{topic} {number}", _remark_words(remark, today)


def _away_words(pause: Pause, today: date) -> str:
    first = day_words(pause.first, today)
    if pause.last is None:
        return f"from {first} on"
    return first if pause.first == pause.last else f"{first} to {day_words(pause.last, today)}"


def _remark_words(remark: Remark, today: date) -> str:
    shared = "ok to share" if remark.shared else "not to be shared"
    return f"{one_line(remark.text)}, said {day_words(remark.date, today)}, {shared}"


def _merging_words(before: Person, after: Person, names: Mapping[UUID, str]) -> str:
    if after.merged_into is None:
        return f"{before.name} is a person of their own again"
    return f"{before.name} is {names.get(after.merged_into, UNKNOWN)} from now on"


def _differences(before: Person, after: Person, today: date) -> Iterator[str]:
    if before.handle != after.handle:
        yield f"@{after.handle}"
    if before.role != after.role:
        yield after.role or "no role"
    if before.manager != after.manager:
        yield f"manager {after.manager}" if after.manager else "no manager"
    if before.joined != after.joined:
        yield f"here from {day_words(after.joined, today)}" if after.joined else "no first day"
    if before.left != after.left:
        yield f"last day {day_words(after.left, today)}" if after.left else "here"
    if before.recognition != after.recognition:
        way = after.recognition
        yield f"likes recognition {way}" if way else "no way of recognition"
    yield from _said_otherwise(before.aims, after.aims, "has the aim:")
    yield from _said_otherwise(before.sparks, after.sparks, "lit up by")


def _said_otherwise(
    before: tuple[Remark, ...], after: tuple[Remark, ...], what: str
) -> Iterator[str]:
    """Yield what came, and what went where nothing came in its place."""
    came = [remark for remark in after if remark not in before]
    for remark in came:
        shared = " (ok to share)" if remark.shared else ""
        yield f"{what} {one_line(remark.text)}{shared}"
    for remark in () if came else before:
        if remark not in after:
            yield f"no longer {what} {one_line(remark.text)}"
