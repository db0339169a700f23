"""The lexicon: what is known to completion, that used last before the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.completion import Vocabulary, nouns_in

if TYPE_CHECKING:
    from habits.service.workspace import Workspace

_RECENT: Final = 400
"""How many entries are looked through."""

_MOST_NOUNS: Final = 600


def vocabulary(workspace: Workspace) -> Vocabulary:
    """Return what is known to completion.

    Raises:
        StoreError: A record cannot be understood.
    """
    recent = workspace.ledger.recent_entries(_RECENT)
    people = {person.id: person for person in workspace.ledger.people()}
    by_name = sorted(people, key=lambda key: people[key].name.casefold())
    named = dict.fromkeys([*(key for entry in recent for key in entry.people), *by_name])
    nouns = dict.fromkeys(noun for entry in recent for noun in nouns_in(entry.what))
    return Vocabulary(
        people=[
            (people[key].handle, people[key].name)
            for key in named
            if key in people and people[key].left is None
        ],
        tags=list(dict.fromkeys(tag for entry in recent for tag in entry.tags)),
        nouns=list(nouns)[:_MOST_NOUNS],
    )
