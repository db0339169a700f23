"""Coverage: with whom there was contact, and with whom not, kept up with every act.

It is quick from the first time on, as no more is read for it than the weeks it is about. For when
somebody was met before that, all other entries are read a piece at a time by `look_back`: a screen
shows what `coverage` returns, calls `look_back` whenever there is nothing else to do until it
returns False, and then shows what `coverage` returns once more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from habits.review.coverage import (
    TALK,
    USUAL_WINDOW,
    Contact,
    Coverage,
    Met,
    Window,
    cover,
    is_slip,
    weeks_before,
)
from habits.review.exposure import PRACTICE, WEEKS, minutes_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from habits.model import Entry
    from habits.service.workspace import Workspace
    from habits.store.contacts import Contacts, Kind, Naming


def coverage(
    workspace: Workspace, weeks: int = USUAL_WINDOW, *, everyone: bool = False
) -> Coverage:
    """Return with whom there was contact up to today, and with whom not.

    Args:
        workspace: The home.
        weeks: How many weeks the window has, one of `habits.review.coverage.WINDOWS`.
        everyone: Whether those who have left are in it too.

    Raises:
        StoreError: A person, a pause or a practice cannot be understood.
    """
    today = workspace.today
    contacts = workspace.ledger.contacts()
    contacts.look_back_to(weeks_before(today, max(weeks, WEEKS)))
    people = [
        person
        for person in workspace.ledger.people()
        if everyone or person.left is None or person.left >= today
    ]
    met = [(person, _met(workspace, contacts, person.id)) for person in people]
    window = Window(today, weeks, contacts.is_whole)
    return Coverage(today, weeks, cover(met, workspace.ledger.pauses(), window), contacts.is_whole)


def look_back(workspace: Workspace) -> bool:
    """Read some more of the entries before the window, and return whether there are others left."""
    contacts = workspace.ledger.contacts()
    contacts.look_on()
    return not contacts.is_whole


def said_last(workspace: Workspace, person: UUID) -> Entry | None:
    """Return the last warm contact with a person that says what happened; None for none.

    Where not all entries were looked at yet, it is looked for in those that were.
    """
    contacts = workspace.ledger.contacts()
    kinds = list(_warm(workspace, contacts, person))
    for naming in contacts.within(person, kinds, date.min, workspace.today):
        entry = workspace.ledger.entry(naming.id)
        if entry is not None and entry.what:
            return entry
    return None


def _met(workspace: Workspace, contacts: Contacts, person: UUID) -> Met:
    today = workspace.today
    last: dict[str, Naming] = {}
    kinds = list(_warm(workspace, contacts, person))
    for practice, move in kinds:
        naming = contacts.last(person, (practice, move), today)
        if naming is not None:
            last[practice] = max(naming, last.get(practice, naming))
    talk = contacts.last(person, TALK, today)
    seen = contacts.within(
        person, [kind for kind in kinds if kind[0] == PRACTICE], weeks_before(today, WEEKS), today
    )
    return Met(
        {slug: Contact(each.date, slug, each.id) for slug, each in last.items()},
        talk.date if talk else None,
        sum(minutes_in(_tags(workspace, naming)) for naming in seen),
    )


def _tags(workspace: Workspace, naming: Naming) -> tuple[str, ...]:
    entry = workspace.ledger.entry(naming.id)
    return entry.tags if entry else ()


def _warm(workspace: Workspace, contacts: Contacts, person: UUID) -> Iterator[Kind]:
    """Yield the kinds of act that name a person and are no slips."""
    eight = workspace.practices
    return (kind for kind in contacts.kinds(person) if not is_slip(eight, *kind))
