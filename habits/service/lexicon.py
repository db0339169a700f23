"""The lexicon: what is known to completion, that used last before the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.completion import Vocabulary, nouns_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from habits.change import Change
    from habits.model import Entry, Person
    from habits.service.workspace import Workspace

_RECENT: Final = 400
"""How many entries are looked through."""


def vocabulary(workspace: Workspace) -> Vocabulary:
    """Return what is known to completion.

    Raises:
        StoreError: A record cannot be understood.
    """
    people = {person.id: person for person in workspace.ledger.people()}
    by_name = sorted(people.values(), key=lambda person: person.name.casefold())
    said = _said_in(workspace.ledger.recent_entries(_RECENT), people, workspace.today)
    return said.before(Vocabulary(people=_here(by_name, workspace.today)))


def vocabulary_after(workspace: Workspace, change: Change, known: Vocabulary) -> Vocabulary | None:
    """Return what is known to completion after an act; what came with it is before the rest.

    Args:
        workspace: The home.
        change: What the act changed.
        known: What was known before it.

    Returns:
        None where something changed or went, so that it has to be read anew.
    """
    came, new = change.came, change.new_people
    if change.foreign or (len(came), len(new)) != (len(change.entries), len(change.people)):
        return None
    people = {person.id: person for person in workspace.ledger.people()}
    today = workspace.today
    said = _said_in(came, people, today)
    return said.before(Vocabulary(people=_here(new, today))).before(known)


def _said_in(entries: Iterable[Entry], people: dict[UUID, Person], today: date) -> Vocabulary:
    """Return what entries hold, in their order; the names in a sentence are no nouns of it."""
    told = list(entries)
    named = [people[key] for entry in told for key in entry.people if key in people]
    names = frozenset(word for person in people.values() for word in person.name.casefold().split())
    return Vocabulary(
        people=_here(named, today),
        tags=[tag for entry in told for tag in entry.tags],
        nouns=[noun for entry in told for noun in nouns_in(entry.what, names)],
    )


def _here(people: Iterable[Person], today: date) -> list[tuple[str, str]]:
    """Return handles and names, of those who have not left; the last day counts."""
    return [
        (person.handle, person.name)
        for person in people
        if person.left is None or person.left >= today
    ]
