"""Coverage: with whom there was contact, and with whom not, kept up with every act.

No more is read for it than the weeks it is about, and that only once: the first time costs as much
as opening the logbook for the first time, and any later one a few milliseconds. For when somebody
was met before those weeks, the other entries are read a piece at a time by `look_back`: a screen
shows what `coverage` returns, calls `look_back` while nothing else is to be done until it returns
False, and then shows what `coverage` returns once more.
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
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from habits.model import Entry
    from habits.service.workspace import Workspace
    from habits.store.contacts import Kind, Naming


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
    today, ledger = workspace.today, workspace.ledger
    contacts = ledger.contacts()
    contacts.look_back_to(weeks_before(today, max(weeks, WEEKS)))
    met = [
        (person, _met(workspace, person.id, today))
        for person in ledger.people()
        if everyone or person.left is None or person.left >= today
    ]
    window = Window(today, weeks, contacts.is_whole)
    return Coverage(today, weeks, cover(met, ledger.pauses(), window), contacts.is_whole)


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
    contacts.look_back_to(weeks_before(workspace.today, WEEKS))
    warm = _warm(workspace, person)
    entries = _read(workspace, contacts.within(person, warm, date.min, workspace.today))
    return next((entry for entry in entries if entry.what), None)


def _met(workspace: Workspace, person: UUID, today: date) -> Met:
    contacts, warm = workspace.ledger.contacts(), _warm(workspace, person)
    last: dict[str, Contact] = {}
    for kind in warm:
        naming = contacts.last(person, kind, today)
        if naming is not None:
            contact = Contact(naming.date, kind[0], naming.id)
            last[contact.practice] = max(contact, last.get(contact.practice, contact))
    talk = contacts.last(person, TALK, today)
    with_customers = [kind for kind in warm if kind[0] == PRACTICE]
    seen = contacts.within(person, with_customers, weeks_before(today, WEEKS), today)
    minutes = sum(minutes_in(entry.tags) for entry in _read(workspace, seen))
    return Met(last, talk.date if talk else None, minutes)


def _warm(workspace: Workspace, person: UUID) -> list[Kind]:
    """Return the kinds of act that name a person and are no slips."""
    eight = workspace.practices
    kinds = workspace.ledger.contacts().kinds(person)
    return [kind for kind in kinds if not is_slip(eight, *kind)]


def _read(workspace: Workspace, namings: Iterable[Naming]) -> Iterator[Entry]:
    return filter(None, (workspace.ledger.entry(naming.id) for naming in namings))
