"""One person, looked at: what is known of them, and what was logged with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.review.leave import leave_of
from habits.review.person_page import PersonPage, concerning, last_contacts, newest_first
from habits.service.looks import follow_ups, pauses
from habits.service.roster import first_day, known_person

if TYPE_CHECKING:
    from uuid import UUID

    from habits.service.workspace import Workspace


def person_page(workspace: Workspace, key: UUID) -> PersonPage:
    """Return what is known of a person.

    Raises:
        RefusedError: They are gone.
        StoreError: A record cannot be understood.
    """
    person = known_person(workspace, key)
    entries = newest_first(workspace.ledger.entries_naming(key))
    return PersonPage(
        person=person,
        since=first_day(workspace, person),
        away=leave_of(key, pauses(workspace)),
        contacts=last_contacts(entries, workspace.practices),
        entries=entries,
        follow_ups=concerning(follow_ups(workspace), key),
    )
