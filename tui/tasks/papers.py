"""Lines for evidence: since when, which word is meant, and into which file it goes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits import service
from habits.errors import RefusedError
from habits.text import one_line
from habits.when import require_date
from habits.words import long_day_words
from tui.task import Reading, Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from habits.model import Person
    from tui.session import Session

HALF_YEAR: Final = timedelta(weeks=26)
"""How far back evidence goes, unless said."""


def since(session: Session, person: Person, then: Callable[[date | None], None]) -> Task:
    """Return the task of saying from which day on evidence tells.

    Args:
        session: The session.
        person: Whom it is about.
        then: What is done with the day; None is all days.

    Raises:
        RefusedError: The mask hides what it would tell.
    """
    session.require_unmasked()
    today = session.workspace.today

    def day_in(text: str) -> date | None:
        said = one_line(text)
        return require_date(said, today) if said else None

    def read(text: str) -> Reading:
        day = day_in(text)
        told = f"from {long_day_words(day)} on" if day else "from the first entry on"
        return Reading(f"{person.name} · {told}", "what goes in is shown before it is written")

    def save(text: str) -> None:
        then(day_in(text))

    return Task("evidence since", "all", read, save, (today - HALF_YEAR).isoformat())


def word(prompt: str, told: str, then: Callable[[str], None], leave: Callable[[], None]) -> Task:
    """Return the task of typing a word.

    Args:
        prompt: What is to be done with it.
        told: What comes of that, in words.
        then: What is done with it.
        leave: What is done where there is none.
    """

    def read(text: str) -> Reading:
        said = one_line(text)
        return Reading(f"{said} {told}" if said else "A word or a name, as it is written.")

    def save(text: str) -> None:
        if not (said := one_line(text)):
            message = "There are no words in it."
            raise RefusedError(message)
        then(said)

    return Task(prompt, "as it is written", read, save, leave=leave)


def file(
    session: Session, proposed: str, write: Callable[[Path], None], leave: Callable[[], None]
) -> Task:
    """Return the task of naming the file that something is written into.

    Args:
        session: The session, whose home has a folder for such files.
        proposed: What the file is called unless another one is named.
        write: Writes it.
        leave: What is done where none is named.
    """
    folder = session.workspace.store.home.exports

    def path_in(text: str) -> Path:
        said = text.strip()
        if not said or "\0" in said:
            message = "Name a file; without a folder it comes among the exports of this home."
            raise RefusedError(message)
        try:
            path = folder / Path(said).expanduser()
        except RuntimeError:
            message = f"{said} names a user who has no home. Write the path in full."
            raise RefusedError(message) from None
        service.require_free(path)
        return path

    def read(text: str) -> Reading:
        path = path_in(text)
        return Reading(f"{path.name} in {path.parent}", "for you alone to read")

    def save(text: str) -> None:
        write(path_in(text))

    return Task("write to", "a file", read, save, proposed, leave=leave)
