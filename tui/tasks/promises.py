"""Lines that add a habit and change one, with the cadence explained while it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cadence import parse_cadence
from habits.explanation import explain
from habits.promises import Words, require_promise, with_words
from habits.quicklog import require_move
from habits.service import Edit, Promise
from habits.slips import plan_words
from habits.text import one_line
from habits.words import day_words, reason_words
from tui.task import Reading, Task
from tui.tasks.naming import renamed_words

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
    (row,) = service.rows(session.workspace, [practice])
    beside = [each.habit for each in row.habits]

    def name(text: str) -> str:
        return require_promise(text, practice, beside, session.workspace.today)

    def read(text: str) -> Reading:
        if not one_line(text):
            return Reading("What is promised, in a few words; how often comes next.")
        return Reading(f"{practice.name}: {name(text)} · next: how often")

    def save(text: str) -> Task:
        return _how_often_of(session, practice, name(text))

    return Task(f"new habit of {practice.name}", "A career talk", read, save)


def _how_often_of(session: Session, practice: Practice, name: str) -> Task:
    def promise(text: str) -> Promise:
        mine = session.workspace.practices[practice.slug]
        phrase, moves, each = _taken_apart(session.line(text), mine)
        return Promise(name, parse_cadence(phrase), moves, each_person=each)

    def read(text: str) -> Reading:
        if not text.strip():
            moves = " ".join(f"/{move.slug}" for move in practice.moves)
            return Reading(f"{name}: how often?", f"{moves} in it: only these are counted")
        said = promise(text)
        words = " · ".join(
            [
                name,
                str(said.cadence),
                *(["each person"] if said.each_person else []),
                *(f"/{move}" for move in said.moves),
            ]
        )
        return Reading(session.words(words), _explained(session, str(said.cadence)))

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
        return Reading(renamed_words(habit.name, text))

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(name=text))
        return session.outcome(change, "Changed")

    return Task("name", "the promise in a few words", read, save, habit.name)


def timing(session: Session, habit: Habit) -> Task:
    """Return the task of giving a habit another cadence, from today on."""
    held = str(habit.cadence(session.workspace.today))

    def read(text: str) -> Reading:
        return cadence_reading(session, held, text)

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(cadence=parse_cadence(text)))
        return session.outcome(change, "Changed")

    return Task("how often", OFTEN, read, save, held)


def cadence_reading(session: Session, held: str, text: str) -> Reading:
    """Return what a text says of how often, in place of the cadence that is held.

    Raises:
        RefusedError: It is no cadence.
    """
    phrase = str(parse_cadence(text))
    words = f"{phrase}, as it is" if phrase == held else f"{held} · now {phrase}"
    return Reading(words, _explained(session, phrase))


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


def anchoring(session: Session, habit: Habit) -> Task:
    """Return the task of saying after what a habit is done.

    Raises:
        RefusedError: The mask hides what is said.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        anchor = one_line(text)
        return Reading(f"{habit.name} · {anchor}" if anchor else f"{habit.name} · no anchor")

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(anchor=text))
        return session.outcome(change, "Changed")

    return Task("anchor", "when it is done, such as after stand-up", read, save, habit.anchor)


def reasoning(session: Session, habit: Habit) -> Task:
    """Return the task of saying why a habit is promised.

    Raises:
        RefusedError: The mask hides what is said.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        return Reading(
            " · ".join([habit.name, *reason_words(with_words(habit, Words(reason=text)))])
        )

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(reason=text))
        return session.outcome(change, "Changed")

    return Task("because", "why it is worth keeping, in your own words", read, save, habit.reason)


def planning(session: Session, habit: Habit) -> Task:
    """Return the task of saying what is done in place of a slip.

    Raises:
        RefusedError: The mask hides what is said.
    """
    session.require_unmasked()

    def read(text: str) -> Reading:
        said = plan_words(with_words(habit, Words(plan=text)))
        return Reading(" · ".join([habit.name, *(said or ["no plan"])]))

    def save(text: str) -> Outcome:
        change = service.edit_habit(session.workspace, habit.id, Edit(plan=text))
        return session.outcome(change, "Changed")

    hint = "what you do in its place, such as I ask which options they see"
    return Task("instead", hint, read, save, habit.plan)


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
