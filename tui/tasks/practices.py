"""Lines that name a practice otherwise, and that teach it a kind of act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.errors import RefusedError
from habits.service import PracticeEdit
from habits.text import one_line
from tui.task import Reading, Task
from tui.tasks.naming import renamed_words

if TYPE_CHECKING:
    from habits.practices import Practice
    from tui.outcome import Outcome
    from tui.session import Session


def retitling(session: Session, practice: Practice) -> Task:
    """Return the task of naming a practice otherwise.

    Raises:
        RefusedError: The mask hides what it is called.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        return Reading(renamed_words(practice.name, text))

    def save(text: str) -> Outcome:
        edit = PracticeEdit(name=text)
        return session.outcome(service.edit_practice(session.workspace, practice, edit), "Changed")

    return Task("title", "what the practice is called", read, save, practice.name)


def teaching(session: Session, practice: Practice) -> Task:
    """Return the task of teaching a practice a kind of act, or changing what one means.

    Raises:
        RefusedError: The mask hides what it knows.
    """
    session.require_unmasked()
    known = " ".join(f"/{move.slug}" for move in practice.moves)

    def edit(text: str) -> PracticeEdit:
        slug, _, meaning = one_line(text).removeprefix("/").partition(" ")
        if not slug or not meaning:
            message = "Write the word first and then what is done: /shoutout name them in the demo"
            raise RefusedError(message)
        return PracticeEdit(move=slug, meaning=meaning)

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(f"{practice.name} knows {known}")
        said = edit(text)
        return Reading(f"/{said.move} · {said.meaning}", known)

    def save(text: str) -> Outcome:
        return session.outcome(
            service.edit_practice(session.workspace, practice, edit(text)), "Changed"
        )

    return Task("move", "/shoutout name them in the demo", read, save)
