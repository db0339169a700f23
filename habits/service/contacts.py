"""Coverage: with whom there was contact, and with whom not, kept up with every act.

No more is read for it than the weeks it is about, and that only once: the first time costs as much
as opening the logbook for the first time, and any later one a few milliseconds. For when somebody
was met before those weeks, the other entries are read a piece at a time by `look_back`: a screen
shows what `coverage` returns, calls `look_back` while nothing else is to be done until it returns
False, and then shows what `coverage` returns once more.
"""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from habits.review.coverage import USUAL_WINDOW, Contact, Coverage, weeks_before
from habits.review.covering import TALK, Met, Window, cover, slips_of
from habits.review.exposure import PRACTICE, WEEKS, minutes_in
from habits.service.roster import first_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
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
    slips, first = slips_of(workspace.practices), first_named(workspace)
    met = [
        (person, _met(workspace, person.id, slips, today)._replace(first=first.get(person.id)))
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
    warm = _warm(workspace, person, slips_of(workspace.practices))
    namings = contacts.within(person, chain(*warm.values()), date.min, workspace.today)
    return next((entry for entry in _read(workspace, namings) if entry.what), None)


def _met(workspace: Workspace, person: UUID, slips: Collection[Kind], today: date) -> Met:
    contacts, warm = workspace.ledger.contacts(), _warm(workspace, person, slips)
    last = {slug: contacts.last(person, kinds, today) for slug, kinds in warm.items()}
    talk = contacts.last(person, [TALK], today)
    since = weeks_before(today, WEEKS)
    seen = contacts.within(person, warm.get(PRACTICE, ()), since, today)
    return Met(
        {slug: Contact(naming.date, slug, naming.id) for slug, naming in last.items() if naming},
        talk.date if talk else None,
        sum(minutes_in(entry.tags) for entry in _read(workspace, seen)),
    )


def _warm(workspace: Workspace, person: UUID, slips: Collection[Kind]) -> dict[str, list[Kind]]:
    """Return the kinds of act that name a person and are no slips, by practice."""
    warm: dict[str, list[Kind]] = {}
    for kind in workspace.ledger.contacts().kinds(person):
        if kind not in slips:
            warm.setdefault(kind[0], []).append(kind)
    return warm


def _read(workspace: Workspace, namings: Iterable[Naming]) -> Iterator[Entry]:
    return filter(None, (workspace.ledger.entry(naming.id) for naming in namings))
