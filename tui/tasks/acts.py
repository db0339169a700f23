"""Lines that log an act, say it anew, or date it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import completion, hints, service
from habits.recognition import likes_words
from habits.when import require_date
from habits.words import day_words
from tui.present import draft_text
from tui.task import Reading, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from habits.completion import Completion
    from habits.model import Entry
    from habits.practices import Practice
    from tui.outcome import Outcome
    from tui.session import Session

GRAMMAR: Final = "what happened, with @people and #tags because why (yesterday)"
"""The grammar of a line, shown while it is empty."""

DATES: Final = "yesterday, fri, 3 days ago or 2026-11-20"


def logging(session: Session, practice: Practice, preset: str = "") -> Task:
    """Return the task of logging an act of a practice."""

    def save(text: str) -> Outcome | Reading:
        return _question(session, practice, text) or session.log(practice, text)

    draft = session.draft(practice.slug, preset)
    return _act(session, practice, practice.slug, save, preset=preset, draft=draft)


def _question(session: Session, practice: Practice, text: str) -> Reading | None:
    """Return what is asked, once of each person, before what they like in a 1:1 is public."""
    found = service.passed_over(session.workspace, practice, session.line(text))
    asked = [each.id for each in found.people if each.id not in session.asked] if found else []
    if found is None or not asked:
        return None
    session.asked.update(asked)
    names = session.names()
    likes = likes_words([names[key] for key in asked])
    return Reading(f"{likes}. Save again to log it as public, or take {found.instead}.")


def mending(session: Session, entry: Entry) -> Task:
    """Return the task of saying an entry anew.

    Raises:
        RefusedError: The mask hides it.
    """
    session.require_unmasked()

    def save(text: str) -> Outcome:
        change = service.edit_entry(session.workspace, entry.id, session.line(text))
        return session.outcome(change, "Changed")

    practice = session.practices[entry.practice]
    line = service.line_of(session.workspace, entry)
    # What was left of it is of use only as long as the entry says what it said.
    draft = session.draft("edit", entry.id, line)
    prompt = f"edit {practice.slug}"
    return _act(session, practice, prompt, save, preset=line, draft=draft, entry=entry)


def dating(session: Session, entry: Entry) -> Task:
    """Return the task of dating an entry anew."""

    def read(text: str) -> Reading:
        today = session.workspace.today
        was = day_words(entry.date, today)
        if not text.strip():
            return Reading(f"It is dated {was}.")
        day = require_date(text, today)
        return Reading(f"{day_words(day, today)} instead of {was} · {day.isoformat()}")

    def save(text: str) -> Outcome:
        day = require_date(text, session.workspace.today)
        change = service.redate_entry(session.workspace, entry.id, day)
        return session.outcome(change, "Changed")

    return Task("when", DATES, read, save)


def _act(  # noqa: PLR0913 - what differs between the tasks of one grammar
    session: Session,
    practice: Practice,
    prompt: str,
    save: Callable[[str], Outcome | Reading],
    *,
    preset: str,
    draft: Hashable = None,
    entry: Entry | None = None,
) -> Task:
    def read(text: str) -> Reading:
        said = service.preview(session.workspace, practice, session.line(text))
        known = service.handles(session.workspace)
        day = said.date or (entry.date if entry else session.workspace.today)
        words = draft_text(practice, said, known, day_words(day, session.workspace.today))
        return Reading(session.words(words), hints.hint(said))

    def complete(before: str) -> Completion:
        return completion.complete(before, practice, session.vocabulary())

    return Task(prompt, GRAMMAR, read, save, preset, draft, complete, practice.moves)
