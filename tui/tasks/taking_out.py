"""Taking a person out of every file for good, and what is shown then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from tui.outcome import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from tui.session import Session


def erase_person(session: Session, key: UUID) -> Outcome:
    """Take a person out of every file for good.

    Raises:
        RapportError: The mask is on, they are gone, or a file cannot be rewritten.
    """
    session.require_unmasked()
    service.erase_person(session.workspace, key)
    return _taken_out(session, "Erased, from every file of this home. It cannot be taken back.")


def anonymise_person(session: Session, key: UUID) -> Outcome:
    """Take out what is known of a person, and keep what was logged; else as `erase_person`."""
    session.require_unmasked()
    reach = service.anonymise_person(session.workspace, key)
    message = f'They are "{reach.becomes}" now, in every file of this home.'
    return _taken_out(session, f"{message} It cannot be taken back.")


def _taken_out(session: Session, message: str) -> Outcome:
    session.follow()
    return Outcome(session.workspace.today, session.rows(), message, undoable=False)
