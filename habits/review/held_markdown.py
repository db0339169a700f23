"""What is held about a person, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.markdown import shown_as_written
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, Pause
    from habits.person import Person, Remark
    from habits.practices import Eight
    from habits.review.held import Held, Mention


_FIELDS: Final = {"aims": "where they want to go", "sparks": "what lights them up"}
"""What fields are called that have no name to read."""


def held_markdown(held: Held, names: Mapping[UUID, str], eight: Eight, today: date) -> str:
    """Return what is held about a person, in Markdown that is safe whatever a user wrote.

    Args:
        held: What is held.
        names: The names of all people by their ids.
        eight: The eight practices.
        today: The local today.
    """
    person = held.person
    entries = (_entry(each, person, names, eight) for each in held.entries)
    follow_ups = (_follow_up(each, person, names) for each in held.follow_ups)
    sections = (
        ("What is known of them", _facts(held)),
        ("Where they want to go", map(_remark, person.aims)),
        ("What lights them up", map(_remark, person.sparks)),
        ("Away", map(_leave, held.leave)),
        ("What was logged", entries),
        ("Follow-ups", follow_ups),
        ("Named elsewhere", map(_mention, held.mentions)),
    )
    lines = [
        f"# All that is held about {shown_as_written(person.name)}",
        "",
        f"As of {today.isoformat()}.",
    ]
    for heading, items in sections:
        lines += _section(heading, items)
    return "\n".join([*lines, ""])


def _section(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items] or ["Nothing."]
    yield from ("", f"## {heading}", "", *lines)


def _facts(held: Held) -> Iterator[str]:
    person = held.person
    facts = (
        ("Name", person.name),
        ("Handle", f"@{person.handle}"),
        ("Called before", ", ".join(held.called)),
        ("Role", person.role),
        ("Manager", person.manager),
        ("Joined", person.joined),
        ("Left", person.left),
        ("Recognition", person.recognition),
        ("Id", person.id),
    )
    return (f"{name}: {shown_as_written(str(fact))}" for name, fact in facts if fact)


def _remark(remark: Remark) -> str:
    shared = "ok to share" if remark.shared else "not to be shared"
    return f"{remark.date.isoformat()} · {shown_as_written(remark.text)} · {shared}"


def _leave(pause: Pause) -> str:
    last = f"to {pause.last.isoformat()}" if pause.last else "until further notice"
    return f"{pause.first.isoformat()} {last}"


def _entry(entry: Entry, person: Person, names: Mapping[UUID, str], eight: Eight) -> str:
    practice = eight[entry.practice].name
    because = f"because {entry.why}" if entry.why else ""
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    move = f"/{entry.move}" if entry.move else ""
    others = _with_others(entry.people, person, names)
    return _told(entry.date, practice, move, entry.what, because, tags, others)


def _follow_up(follow_up: FollowUp, person: Person, names: Mapping[UUID, str]) -> str:
    done = f"done {follow_up.done.isoformat()}" if follow_up.done else "not done yet"
    others = _with_others(follow_up.people, person, names)
    return _told(follow_up.due, follow_up.text, done, others)


def _with_others(people: Iterable[UUID], person: Person, names: Mapping[UUID, str]) -> str:
    others = ", ".join(names.get(key, UNKNOWN) for key in people if key != person.id)
    return f"with {others}" if others else ""


def _mention(mention: Mention) -> str:
    fields = [_FIELDS.get(field, field) for field in mention.fields]
    whose = ", ".join([mention.of, *fields]) if mention.of else ""
    return _told(mention.date, mention.kind, whose, *mention.texts)


def _told(day: date | None, *texts: str) -> str:
    said = (shown_as_written(text) for text in texts if text)
    return " · ".join([*([day.isoformat()] if day else []), *said])
