"""Lines that pause days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.pause_words import planned_words
from habits.when import require_days
from habits.words import day_words
from tui.task import Reading, Task

if TYPE_CHECKING:
    from datetime import date

    from habits.model import Pause
    from habits.service import Scope
    from tui.outcome import Outcome
    from tui.session import Session


def pausing(session: Session, scope: Scope, name: str) -> Task:
    """Return the task of pausing days.

    Args:
        session: The session.
        scope: What is paused.
        name: What that is called.
    """

    def days(text: str) -> tuple[date, date | None]:
        return require_days(text or "today", session.workspace.today)

    def read(text: str) -> Reading:
        first, last = days(text)
        today = session.workspace.today
        if last is None:
            return Reading(f"{name} paused from {day_words(first, today)} until resumed")
        words = f"{name} paused {day_words(first, today)} to {day_words(last, today)}"
        return Reading(words, f"{first.isoformat()} to {last.isoformat()}, both included")

    def save(text: str) -> Outcome:
        first, last = days(text)
        return session.outcome(service.pause(session.workspace, first, last, scope), "Paused")

    return Task(f"pause {name}", "today, or 24 dec to 2 jan", read, save)


def withdrawal(pause: Pause, today: date) -> str:
    """Return how it is offered to withdraw a pause that is to come."""
    return f"{planned_words(pause, today)}: withdraw it"
