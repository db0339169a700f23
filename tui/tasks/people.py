"""Lines that make a person known, and that change what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import deeds, service
from habits.person import Topic
from habits.remark_line import line_of, remark_line
from habits.text import one_line
from habits.when import require_day, require_days
from habits.words import day_words, long_day_words
from tui.task import Reading, Task
from tui.tasks.naming import renamed_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from habits.model import Person, Remark
    from tui.outcome import Outcome
    from tui.session import Session

DAYS: Final = "today, 12 may, last mon or 2026-11-20"

TOPICS: Final[Mapping[Topic, str]] = {
    Topic.AIMS: "where they want to go",
    Topic.SPARKS: "what lights them up",
}
"""What is asked of each topic."""


def adding(session: Session) -> Task:
    """Return the task of making somebody known."""

    def read(text: str) -> Reading:
        if not one_line(text):
            return Reading("What they are called; @ and the handle come of it.")
        ((handle, name),) = service.require_names([text]).items()
        return Reading(f"{name} · @{handle}")

    def save(text: str) -> Outcome:
        change = service.add_person(session.workspace, text)
        session.person = change.people[0].either.id
        return session.outcome(change, "Added")

    return Task("new person", "Ana Lima", read, save)


def renaming(session: Session, person: Person) -> Task:
    """Return the task of naming a person otherwise.

    Raises:
        RefusedError: The mask hides the name.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        return Reading(renamed_words(person.name, text))

    def save(text: str) -> Outcome:
        return _changed(session, person, name=text)

    return Task("name", "what they are called", read, save, person.name)


def rehandling(session: Session, person: Person) -> Task:
    """Return the task of giving a person another handle.

    Raises:
        RefusedError: The mask hides the one they have.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        return Reading(renamed_words(f"@{person.handle}", f"@{one_line(text).lstrip('@')}"))

    def save(text: str) -> Outcome:
        return _changed(session, person, handle=one_line(text).lstrip("@"))

    return Task("handle", "what is typed after the @", read, save, person.handle)


def saying(session: Session, person: Person, field: str, hint: str) -> Task:
    """Return the task of saying a person's role or their manager.

    Raises:
        RefusedError: The mask hides what is known.
    """
    session.require_unmasked()
    held = getattr(person, field)

    def read(text: str) -> Reading:
        said = one_line(text)
        return Reading(f"{person.name} · {field} {said}" if said else f"no {field}")

    def save(text: str) -> Outcome:
        return _changed(session, person, **{field: one_line(text)})

    return Task(field, hint, read, save, held)


def joining(session: Session, person: Person) -> Task:
    """Return the task of saying from which day on a person is here."""
    held = person.joined.isoformat() if person.joined else ""

    def day_in(text: str) -> date | None:
        said = one_line(text)
        return require_day(said, session.workspace.today, ahead=False) if said else None

    def read(text: str) -> Reading:
        day = day_in(text)
        told = f"here since {long_day_words(day)}" if day else "since the first entry naming them"
        return Reading(session.words(f"{person.name} · {told}"))

    def save(text: str) -> Outcome:
        return _changed(session, person, joined=day_in(text))

    return Task("here since", DAYS, read, save, held)


def remarking(session: Session, person: Person, topic: Topic, held: Remark | None = None) -> Task:
    """Return the task of keeping what a person said of themselves, or of saying it anew.

    Args:
        session: The session.
        person: The person.
        topic: What it is about.
        held: What is said anew, and taken out by a line without words; None for something new.

    Raises:
        RefusedError: The mask hides what is to be said anew.
    """
    if held is not None:
        session.require_unmasked()

    today = session.workspace.today

    def read(text: str) -> Reading:
        said = remark_line(text, today)
        if not said.text:
            told = f"{TOPICS[topic].capitalize()}, in their own words."
            return Reading("It is taken out." if held else session.words(told))
        day = day_words(said.on or (held.date if held else today), today)
        words = [said.text, "ok to share" if said.shared else "", person.name, f"said {day}"]
        open_ = "" if said.shared or topic is Topic.SPARKS else "(ok to share) if they said so, "
        hint = "" if said.on else f"{open_}(fri) if it was then"
        return Reading(session.words(" · ".join(filter(None, words))), hint)

    def save(text: str) -> Outcome:
        (said, on, shared), home = remark_line(text, today), session.workspace
        if held is None:
            change = service.add_remark(home, person.id, topic, said, shared=shared, on=on)
        elif said:
            anew = service.reword_remark
            change = anew(home, person.id, topic, held, text=said, shared=shared, on=on)
        else:
            change = service.forget_remark(home, person.id, topic, held)
        return session.outcome(change, "Kept" if said else "Taken out")

    preset = line_of(held) if held else ""
    draft = session.draft(str(topic), person.id, preset)
    prompt = "aim" if topic is Topic.AIMS else "lit up by"
    return Task(prompt, f"{TOPICS[topic]}, in their own words", read, save, preset, draft)


def being_away(session: Session, person: Person) -> Task:
    """Return the task of saying from when to when a person is on leave."""
    today, name = session.workspace.today, session.words(person.name)

    def days(text: str) -> tuple[date, date | None]:
        return require_days(text or "today", today)

    def read(text: str) -> Reading:
        first, last = days(text)
        begin = day_words(first, today)
        end = f"to {day_words(last, today)}" if last else "until they are here again"
        return Reading(f"{name} is on leave from {begin} {end}", "nothing is asked of these days")

    def save(text: str) -> Outcome:
        scope = service.Scope(person=person.id)
        change = service.pause(session.workspace, *days(text), scope)
        return session.outcome(change, "On leave")

    return Task("on leave", "today, or 24 dec to 2 jan", read, save)


def parting(session: Session, person: Person) -> Task:
    """Return the task of saying which is the last day of a person who leaves for good."""
    today, name = session.workspace.today, session.words(person.name)

    def read(text: str) -> Reading:
        day = long_day_words(require_day(text or "today", today))
        return Reading(f"{name} · last day {day} · entries stay")

    def save(text: str) -> Outcome:
        last = require_day(text or "today", today)
        change = service.leave(session.workspace, person.id, last)
        return session.outcome(change, deeds.parting(last, today))

    held = person.left.isoformat() if person.left else ""
    return Task("last day", "today, fri or 2026-12-31", read, save, held)


def _changed(session: Session, person: Person, **fields: object) -> Outcome:
    change = service.edit_person(session.workspace, person.id, **fields)
    return session.outcome(change, "Changed")
