"""Lines that set the north star, and that promise or move a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import completion, service
from habits.deeds import CHANGED, MOVED, PROMISED
from habits.follow_line import follow_up_line, require_due
from habits.north_stars import reign_words, reigns
from habits.text import one_line, tidy
from habits.when import require_day
from habits.words import UNKNOWN, day_words
from tui.choice import Choice
from tui.task import Reading, Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from habits.completion import Completion
    from habits.model import Entry, Person
    from tui.outcome import Outcome
    from tui.session import Session

AHEAD: Final = "tomorrow, fri, in 2 weeks or 2026-12-24"
_BLANK: Final = "What is to be done, for whom, and by when; without a day in a week."
_IN_BRACKETS: Final = "(in 3 days) or (fri) at the end says by when"


def stars(session: Session) -> list[Choice]:
    """Return the north stars with the days they held, the one that holds now first."""
    today = session.workspace.today
    known = reversed(reigns(service.north_stars(session.workspace)))
    if session.mask is not None:
        shown = session.mask.north_star
        return [Choice(reign_words(each, today), shown(each.star).text, "") for each in known]
    return [
        Choice(reign_words(each, today), one_line(each.star.text), each.star.text) for each in known
    ]


def star(session: Session, text: str | None = None) -> Task:
    """Return the task of setting the north star.

    Args:
        session: The session.
        text: What the line holds at first; None for the sentence that holds now.
    """
    held = session.north_star() if session.mask is None else ""

    def read(text: str) -> Reading:
        if tidy(text) == held:
            return Reading("The one sentence that the work is for. It holds from today on.")
        return Reading(f"North star: {tidy(text)} · from today on")

    def save(text: str) -> Outcome:
        change = service.set_north_star(session.workspace, session.line(text))
        return session.outcome(change)

    return Task("north star", "what is the work for?", read, save, held if text is None else text)


def following_up(
    session: Session, entry: Entry | None = None, person: Person | None = None
) -> Task:
    """Return the task of promising a follow-up, of an entry or on its own.

    Args:
        session: The session.
        entry: The entry that it is born from; None for none.
        person: For whom it is where the line names nobody; None for nobody.
    """
    meant = (person.id,) if person else ()
    called = session.words(person.name) if person else ""

    def read(text: str) -> Reading:
        return _read_back(session, text, called, _BLANK)

    def save(text: str) -> Outcome:
        people, key = (entry.people, entry.id) if entry else (meant, None)
        line = session.line(text)
        change = service.promise_line(session.workspace, line, people=people, entry=key)
        return session.outcome(change, PROMISED)

    hint = "back to support about the export @maya (in 3 days)"
    draft = session.draft("follow up", *meant)
    prompt = f"follow up · {called}" if called else "follow up"
    return Task(prompt, hint, read, save, draft=draft, complete=_completing(session))


def rewording(session: Session, follow_up: UUID) -> Task:
    """Return the task of saying a follow-up otherwise.

    Raises:
        RefusedError: The mask hides it, or it is done or gone already.
    """
    session.require_unmasked()
    held = service.open_follow_up(session.workspace, follow_up)
    names = session.names()
    called = ", ".join(names.get(person, UNKNOWN) for person in held.people)

    def read(text: str) -> Reading:
        blank = "What is to be done? Its day and its people stay where none are named."
        return _read_back(session, text, called, blank, held.due)

    def save(text: str) -> Outcome:
        line = session.line(text)
        change = service.reword_follow_up(session.workspace, follow_up, line)
        return session.outcome(change, CHANGED)

    draft = session.draft("reword", follow_up, held.text)
    return Task(
        "follow up", held.text, read, save, held.text, draft=draft, complete=_completing(session)
    )


def _read_back(
    session: Session, text: str, called: str, blank: str, otherwise: date | None = None
) -> Reading:
    """Return what the line of a follow-up says.

    Args:
        session: The session.
        text: The line.
        called: Whom it concerns where it names nobody.
        blank: What is told where it has no words.
        otherwise: When it is due where the line says nothing; None for in a week.
    """
    names = service.handles(session.workspace)
    said = follow_up_line(session.line(text), session.workspace.today, names, otherwise)
    if not said.text:
        return Reading(blank)
    people = ", ".join(name for _, name in said.people) or called
    due = day_words(said.due, session.workspace.today)
    words = " · ".join(filter(None, [said.text, people, f"by {due}"]))
    return Reading(session.words(words), _IN_BRACKETS)


def _completing(session: Session) -> Callable[[str], Completion]:
    return lambda before: completion.complete(before, None, session.vocabulary())


def moving(session: Session, follow_up: UUID) -> Task:
    """Return the task of moving a follow-up to another day."""

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading("By when is it to be done?")
        today = session.workspace.today
        day = require_due(require_day(text, today), today)
        return Reading(f"by {day_words(day, today)} · {day.isoformat()}")

    def save(text: str) -> Outcome:
        day = require_day(text, session.workspace.today)
        return session.outcome(service.move_follow_up(session.workspace, follow_up, day), MOVED)

    return Task("when", AHEAD, read, save)
