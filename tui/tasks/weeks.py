"""Lines of a week's close and its aim: a bare entry said anew, what is noticed and intended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habits import service
from habits.errors import RefusedError
from habits.review.close_words import CLOSED, require_intentions
from habits.reviews import MOST_INTENTIONS, CloseStep
from habits.text import one_line, require_note
from tui.task import Reading, Task
from tui.tasks import acts

if TYPE_CHECKING:
    from habits.model import Entry
    from habits.review.week_close import WeekClose
    from tui.outcome import Outcome
    from tui.session import Session


def sharpening(session: Session, entry: Entry, close: WeekClose) -> Task:
    """Return the task of saying a bare entry anew, as one of the few that a close asks about.

    Args:
        session: The session.
        entry: The entry.
        close: The close.

    Raises:
        RefusedError: The mask hides it.
    """

    def save(text: str) -> Outcome:
        line = session.line(text)
        change = service.sharpen_stub(session.workspace, entry.id, line, close.first)
        return session.outcome(change, "Changed")

    return replace(acts.mending(session, entry), save=save)


def noticing(session: Session, close: WeekClose) -> Task:
    """Return the task of saying what was noticed in a week, which ends its close.

    Raises:
        RefusedError: The mask hides what was noticed.
    """
    held = close.review.noticed if close.review else ""
    if held:
        session.require_unmasked()

    def read(text: str) -> Reading:
        said = one_line(text)
        require_note(said)
        return Reading(f"I noticed: {said}" if said else "Nothing noticed.", "It ends the close.")

    def save(text: str) -> Outcome:
        line = session.line(text)
        change = service.answer_close(session.workspace, CloseStep.NOTICED, line, close.first)
        return session.outcome(change).saying(CLOSED)

    draft = session.draft("noticed", close.first, held)
    return Task("noticed", "one line; none is fine too", read, save, held, draft)


def intending(session: Session, number: int) -> Task:
    """Return the task of intending something for the running week, or of saying it anew.

    Args:
        session: The session.
        number: Which of the intentions is said anew, from 0, and taken out by a line without
            words; how many there are for another one.

    Raises:
        RefusedError: There is no room for another one, or the mask hides what is intended.
    """
    known = service.intentions(session.workspace)
    held = known[number] if number < len(known) else ""
    if held:
        session.require_unmasked()
    elif len(known) >= MOST_INTENTIONS:
        require_intentions([*known, "one more"])

    def after(text: str) -> tuple[str, ...]:
        line, now = session.line(text), service.intentions(session.workspace)
        if not (held or one_line(line)):
            message = "There are no words in it. What is to happen this week?"
            raise RefusedError(message)
        # Others may have intended something meanwhile, which stays.
        kept = [line if each == held else each for each in now]
        return require_intentions(kept if held in now else [*kept, line])

    def read(text: str) -> Reading:
        if said := one_line(text):
            after(text)
            return Reading(f"Intended this week: {said}", "Today shows it through the week.")
        return Reading("It is taken out." if held else "What is to happen this week?")

    def save(text: str) -> Outcome:
        return session.outcome(service.set_intentions(session.workspace, after(text)), "Kept")

    draft = session.draft("intend", number, held)
    return Task("intend", "thank Maya for the fix", read, save, held, draft)


def without(session: Session, number: int) -> Outcome:
    """Take an intention out.

    Raises:
        RapportError: There is none of this number any longer, or it could not be made durable.
    """
    known = service.intentions(session.workspace)
    rest = (*known[:number], *known[number + 1 :])
    return session.outcome(service.set_intentions(session.workspace, rest), "Changed")
