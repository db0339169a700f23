"""People to what is shown of them: bands, signs and words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.coverage import Presence, weeks_before
from habits.review.coverage_words import band_words
from habits.review.leave import leave_of
from habits.words import day_words, long_day_words
from tui.person_text import CardLine, PersonText
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.model import Pause, Person, Remark
    from habits.practices import Eight
    from habits.review.coverage import Contact, Coverage, PersonRow
    from tui.row_text import Cell

SIGNS: Final = "● in these weeks  ○ before them  · not yet"
"""What the signs of the table mean."""

LEFT: Final = "left"
_WITHIN: Final[Cell] = ("●", Tone.KEPT)
_BEFORE: Final[Cell] = ("○", Tone.QUIET)
_NEVER: Final[Cell] = ("·", Tone.QUIET)
_DAYS_TOLD: Final = 5 * 7
"""So long ago days are told in words, from then on weeks: no band ends within one of these."""

_SHORT: Final = ((365, "y"), (70, "m"), (10, "w"), (0, "d"))
"""From how many days on an age is told shortly in which unit."""

_UNITS: Final = {"y": 365, "m": 30, "w": 7, "d": 1}


def age_sign(days: int) -> str:
    """Return how long ago something was, in two characters wherever that can be: "3d", "5w"."""
    unit = next(unit for least, unit in _SHORT if days >= least)
    return f"{days // _UNITS[unit]}{unit}"


def age_words(days: int) -> str:
    """Return how long ago something was: "today", "1 day", "34 days", "5 weeks"."""
    if not days:
        return "today"
    count, unit = (days, "day") if days < _DAYS_TOLD else (days // 7, "week")
    return f"{count} {unit}{'' if count == 1 else 's'}"


def person_texts(coverage: Coverage, eight: Eight) -> tuple[PersonText, ...]:
    """Return how people read, the coldest band first."""
    since = weeks_before(coverage.as_of, coverage.weeks)
    return tuple(_person_text(row, eight, coverage.as_of, since) for row in coverage.rows)


def _person_text(row: PersonRow, eight: Eight, today: date, since: date) -> PersonText:
    has_left = row.presence is Presence.LEFT
    return PersonText(
        person=row.person.id,
        band=LEFT if has_left else band_words(row.band),
        name=row.person.name,
        role=row.person.role,
        presence="" if row.presence in {Presence.HERE, Presence.LEFT} else str(row.presence),
        last="" if row.days is None else age_words(row.days),
        contacts=tuple(_contact(row.contacts.get(slug), today, since) for slug in eight),
        minutes=f"{row.minutes} min" if row.minutes else "",
        lacks="" if has_left else lacks_words(row.missing),
        tone=Tone.QUIET if row.presence is not Presence.HERE else Tone.PLAIN,
    )


def _contact(contact: Contact | None, today: date, since: date) -> tuple[Cell, str]:
    if contact is None:
        return _NEVER, ""
    return _WITHIN if contact.date >= since else _BEFORE, age_sign((today - contact.date).days)


def lacks_words(missing: Iterable[str]) -> str:
    """Return what somebody had none of: "no thanks, credit or talk"; nothing for nothing."""
    *others, last = ["", *missing]
    if not last:
        return ""
    before = ", ".join(filter(None, others))
    return f"no {before} or {last}" if before else f"no {last}"


def row_details(row: PersonRow, weeks: int, leave: str) -> str:
    """Return what is told of the person at the cursor: who they are, what lacks, and leave.

    Args:
        row: The person.
        weeks: How many weeks are looked back.
        leave: Until when they are on leave, in words.
    """
    lacks = lacks_words(row.missing)
    customers = f"{row.minutes} minutes with customers in 6 weeks" if row.minutes else ""
    parts = [
        row.person.name,
        row.person.role,
        leave,
        f"{lacks} in {weeks} weeks" if lacks else "",
        customers,
    ]
    return " · ".join(filter(None, parts))


def leave_words(person: Person, pauses: Iterable[Pause], today: date) -> str:
    """Return whether somebody is on leave, has left or is still to come; nothing if they are here.

    Args:
        person: The person.
        pauses: All pauses.
        today: The local today.
    """
    if person.left is not None and person.left < today:
        return f"left on {long_day_words(person.left)}"
    leaves = leave_of(person.id, pauses)
    now = [each for each in leaves if today in each]
    ahead = [each for each in leaves if each.first > today]
    words = []
    if person.joined is not None and person.joined > today:
        words.append(f"joins on {long_day_words(person.joined)}")
    if any(each.last is None for each in now):
        words.append("on leave")
    elif lasts := [each.last for each in now if each.last is not None]:
        words.append(f"on leave until {day_words(max(lasts), today)}")
    words += [f"on leave from {day_words(each.first, today)}" for each in ahead[:1]]
    if person.left is not None:
        words.append(f"leaves on {long_day_words(person.left)}")
    return " · ".join(words)


def card_lines(person: Person, leave: str, today: date) -> tuple[CardLine, ...]:
    """Return what is known of a person, what matters most first.

    Args:
        person: The person.
        leave: Whether they are on leave, in words.
        today: The local today.
    """
    manager = f"manager {person.manager}" if person.manager else ""
    joined = f"here since {day_words(person.joined, today)}" if person.joined else ""
    if person.joined is not None and person.joined > today:
        joined = ""
    likes = f"likes recognition {LIKES[person.recognition]}" if person.recognition else ""
    facts = " · ".join(filter(None, [f"@{person.handle}", person.role, manager, joined, likes]))
    return (
        CardLine("", facts, Tone.QUIET),
        *([CardLine("", leave, Tone.ATTENTION)] if leave else []),
        *_remark_lines("aims", person.aims, today, is_aim=True),
        *_remark_lines("sparks", person.sparks, today),
    )


LIKES: Final = {
    "public": "in public",
    "small group": "in a small group",
    "1:1": "in the 1:1",
    "written": "in writing",
}
"""How somebody likes to be recognised."""


def remark_words(remark: Remark, today: date, *, is_aim: bool = False) -> str:
    """Return what somebody said of themselves, with its day and whether it may be shared."""
    shared = ("ok to share" if remark.shared else "not to share") if is_aim else ""
    beside = ", ".join(filter(None, [day_words(remark.date, today), shared]))
    return f"{remark.text} ({beside})"


def _remark_lines(
    label: str, remarks: Iterable[Remark], today: date, *, is_aim: bool = False
) -> Iterable[CardLine]:
    newest_first = sorted(remarks, key=lambda each: each.date, reverse=True)
    for number, remark in enumerate(newest_first):
        yield CardLine("" if number else label, remark_words(remark, today, is_aim=is_aim))
