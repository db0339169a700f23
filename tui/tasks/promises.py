"""Lines that add a habit and change one, with the cadence explained while it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cadence import parse_cadence
from habits.explanation import explain
from habits.quicklog import require_move
from habits.service import Edit, Promise
from habits.text import one_line
from habits.words import day_words
from tui.task import Reading, Task

if TYPE_CHECKING:
    from habits.model import Habit
    from habits.practices import Practice
    from tui.outcome import Outcome
    from tui.session import Session

OFTEN: Final = "weekly, every 2 weeks on Friday, monthly for each person, at most twice a week"
"""What may be said of how often, shown while nothing is."""

_EACH: Final = re.compile(r",?\s*(?:for )?each person\b", re.IGNORECASE)
_SHOWN: Final = 3
"""How many windows of a cadence are told."""


def adding(session: Session, practice: Practice) -> Task:
    """Return the task of adding a habit by hand: first its name, then how often."""

    def read(text: str) -> Reading:
        name = one_line(text)
        if not name:
            return Reading("What is promised, in a few words; how often comes next.")
        return Reading(f"{practice.name}: {name} · next: how often")

    def save(text: str) -> Task:
        return _how_often_of(session, practice, one_line(text))

    return Task(f"new habit of {practice.name}", "A career talk", read, save)


def _how_often_of(session: Session, practice: Practice, name: str) -> Task:
    def promise(text: str) -> Promise:
        phrase, moves, each = _taken_apart(text, practice)
        return Promise(name, parse_cadence(phrase), moves, each_person=each)

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(f"{name}: how often?")
        said = promise(text)
        words = " · ".join(
            [
                name,
                str(said.cadence),
                *(["each person"] if said.each_person else []),
                *(f"/{move}" for move in said.moves),
            ]
        )
        return Reading(words, _explained(session, str(said.cadence)))

    def save(text: str) -> Outcome:
        change = service.add_habit(session.workspace, practice, promise(text))
        return session.outcome(change, "Added")

    return Task("how often", OFTEN, read, save)


def renaming(session: Session, habit: Habit) -> Task:
    """Return the task of giving a habit another name.

    Raises:
        RefusedError: The mask hides the one it has.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        return Reading(f"{habit.name} · now {one_line(text)}")

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(name=text))
        return session.outcome(change, "Changed")

    return Task("name", "the promise in a few words", read, save, habit.name)


def timing(session: Session, habit: Habit) -> Task:
    """Return the task of giving a habit another cadence, from today on."""
    held = str(habit.cadence(session.workspace.today))

    def read(text: str) -> Reading:
        phrase = str(parse_cadence(text))
        return Reading(f"{held} · now {phrase}", _explained(session, phrase))

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(cadence=parse_cadence(text)))
        return session.outcome(change, "Changed")

    return Task("how often", OFTEN, read, save, held)


def counting(session: Session, habit: Habit, practice: Practice) -> Task:
    """Return the task of changing which moves a habit counts.

    Raises:
        RefusedError: The mask hides them.
    """
    session.require_unmasked()

    def moves(text: str) -> tuple[str, ...]:
        words = text.replace(",", " ").replace("/", " ").split()
        return tuple(require_move(word, practice) for word in words)

    def read(text: str) -> Reading:
        counted = " ".join(f"/{move}" for move in moves(text))
        known = " ".join(f"/{move.slug}" for move in practice.moves)
        return Reading(f"{habit.name} · counts {counted or 'every move'}", known)

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(moves=moves(text)))
        return session.outcome(change, "Changed")

    held = " ".join(f"/{move}" for move in habit.moves)
    return Task("counts", "every move; or some of them, such as /talk", read, save, held)


def _taken_apart(text: str, practice: Practice) -> tuple[str, tuple[str, ...], bool]:
    """Return the phrase of a cadence, the moves named beside it, and whether each person is meant.

    Raises:
        RefusedError: The practice has no such move.
    """
    words = text.split()
    moves = tuple(require_move(word[1:], practice) for word in words if word.startswith("/"))
    phrase = " ".join(word for word in words if not word.startswith("/"))
    each = _EACH.search(phrase)
    return _EACH.sub("", phrase).strip(" ,"), moves, each is not None


def _explained(session: Session, phrase: str) -> str:
    """Return what a cadence asks for, in words and the dates that come first."""
    today = session.workspace.today
    told = explain(parse_cadence(phrase), today)
    windows = [
        day_words(window.first, today)
        if window.first == window.last
        else f"{day_words(window.first, today)} to {day_words(window.last, today)}"
        for window in told.windows[:_SHOWN]
    ]
    return f"{told.meaning}: {', '.join(windows)}, …"
