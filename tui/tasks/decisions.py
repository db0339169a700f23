"""Lines that decide about a promise: how often from now on, and from which day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.promises import with_cadence
from habits.review.decision_words import begins_usually
from habits.when import require_day
from habits.words import long_day_words
from tui.task import Reading, Task
from tui.tasks.promises import OFTEN, cadence_reading

if TYPE_CHECKING:
    from datetime import date

    from habits.cadence import Cadence
    from habits.model import Habit
    from habits.review.look_back import Look
    from tui.outcome import Outcome
    from tui.session import Session

CHANGED = "Changed"


def changing(session: Session, look: Look, habit: Habit) -> Task:
    """Return the task of saying how often something is promised; from when on comes next.

    Args:
        session: The session.
        look: The quarter or the year that is looked back on.
        habit: What is promised.
    """
    held = habit.cadence(session.workspace.today)

    def read(text: str) -> Reading:
        return cadence_reading(session, str(held), text)

    def save(text: str) -> Task:
        cadence = parse_cadence(text)
        if cadence == held:
            message = f"It is {held} already. Say how often from now on, or keep it as it is."
            raise RefusedError(message)
        with_cadence(habit, cadence, None, session.workspace.today)
        return _from_when(session, look, habit, cadence)

    return Task("how often", OFTEN, read, save, str(held))


def _from_when(session: Session, look: Look, habit: Habit, cadence: Cadence) -> Task:
    """Return the task of saying from which day on a cadence holds."""
    held = habit.cadence(session.workspace.today)

    def day_in(text: str) -> date:
        today = session.workspace.today
        day = require_day(text or "today", today)
        with_cadence(habit, cadence, day, today)
        return day

    def read(text: str) -> Reading:
        told = f"{held} · {cadence} from {long_day_words(day_in(text))} on"
        return Reading(told, "what is past stays judged as it was")

    def save(text: str) -> Outcome:
        change = service.change_promise(session.workspace, look, habit.id, cadence, day_in(text))
        return session.outcome(change, CHANGED)

    return Task("from", "today", read, save, begins_usually(look).isoformat())
