"""What is shown of people, in the app's words and behind the mask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habits import service
from habits.review.coverage import USUAL_WINDOW
from tui.present_people import card_lines, leave_words, row_details

if TYPE_CHECKING:
    from uuid import UUID

    from habits.model import FollowUp, Person
    from habits.review.coverage import Coverage, PersonRow
    from tui.person_text import CardLine
    from tui.session import Session


def weeks_of(session: Session) -> int:
    """Return over how many weeks one looks at people."""
    return session.weeks or USUAL_WINDOW


def coverage(session: Session) -> Coverage:
    """Return with whom there was contact, those who left behind the others.

    Raises:
        RapportError: It cannot be read.
    """
    told = service.coverage(session.workspace, weeks_of(session), everyone=True)
    rows = tuple(replace(row, person=shown(session, row.person)) for row in told.rows)
    return replace(told, rows=rows)


def shown(session: Session, person: Person) -> Person:
    """Return a person as they may be shown."""
    return session.mask.person(person) if session.mask else person


def person_named(session: Session, key: UUID | None) -> Person | None:
    """Return a person as they are known, not as they may be shown; None where they are gone."""
    people = session.workspace.ledger.people()
    return next((person for person in people if person.id == key), None)


def details(session: Session, row: PersonRow) -> tuple[str, ...]:
    """Return what is told of the person at the cursor: what lacks, and what was said last.

    Raises:
        RapportError: It cannot be read.
    """
    told = row_details(row, weeks_of(session), leave(session, row.person))
    entry = service.said_last(session.workspace, row.person.id)
    if entry is None:
        return (told,)
    said = session.entry_text(entry, session.names())
    return told, f"{said.day} · {said.practice} · {said.words}{said.why}"


def leave(session: Session, person: Person) -> str:
    """Return whether a person is on leave, has left or is still to come, in words."""
    home = session.workspace
    return leave_words(person, service.pauses(home), home.today)


def card(session: Session, person: Person) -> tuple[CardLine, ...]:
    """Return what is known of a person, as it may be shown."""
    return card_lines(shown(session, person), leave(session, person), session.workspace.today)


def follow_ups(session: Session, person: UUID) -> tuple[FollowUp, ...]:
    """Return the follow-ups for a person that are not done, the one due first at the beginning."""
    open_ = service.follow_ups(session.workspace)
    return tuple(each for each in open_ if person in each.people)
