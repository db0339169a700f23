"""Taking a person out of every file for good, and what is shown then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from habits import service
from tui.outcome import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from habits.progress import Told
    from tui.session import Session

Taking = Callable[["Told"], Callable[[], Outcome]]
"""Takes somebody out, and returns what the app does then."""


def erase_person(session: Session, key: UUID) -> Taking:
    """Return what takes a person out of every file for good; it may be refused.

    Raises:
        RefusedError: The mask is on.
    """
    session.require_unmasked()

    def take_out(told: Told) -> Callable[[], Outcome]:
        service.erase_person(session.workspace, key, told)
        message = "Erased, from every file of this home. It cannot be taken back."
        return lambda: _taken_out(session, message)

    return take_out


def anonymise_person(session: Session, key: UUID) -> Taking:
    """Return what takes out what is known of a person, and keeps what was logged."""
    session.require_unmasked()

    def take_out(told: Told) -> Callable[[], Outcome]:
        reach = service.anonymise_person(session.workspace, key, told)
        message = f'They are "{reach.becomes}" now, in every file of this home.'
        return lambda: _taken_out(session, f"{message} It cannot be taken back.")

    return take_out


def _taken_out(session: Session, message: str) -> Outcome:
    session.follow()
    return Outcome(session.workspace.today, session.rows(), lambda: message, undoable=False)
