"""Privacy: a person made anonymous, or erased, after what that comes to was seen."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.model import Person
from habits.progress import tell_nobody
from habits.review.reach import Count, Reach
from habits.service.held import LISTED, records_of
from habits.service.roster import known_person
from habits.store import codec, upkeep
from habits.store.erasure import SOMEONE
from habits.store.standing_in import stand_in_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habits.progress import Told
    from habits.service.workspace import Workspace
    from habits.store.ops import Document

NOBODY: Final = "a teammate"
"""What somebody is called who was made anonymous; a second one is "a teammate 2"."""

_OTHERS: Final = ""
"""What stands for the tables that are not listed."""


def reach_of_erasing(workspace: Workspace, key: UUID) -> Reach:
    """Return what erasing a person would come to; nothing is done.

    Raises:
        RefusedError: They are gone.
        StoreError: A file cannot be read.
    """
    person = known_person(workspace, key)
    reach = upkeep.reach_of_erasing(workspace.store, codec.PEOPLE, key)
    return _reach(workspace, person, None, reach)


def reach_of_anonymising(workspace: Workspace, key: UUID) -> Reach:
    """Return what making a person anonymous would come to, as `reach_of_erasing`."""
    person, documents = known_person(workspace, key), _nobody(workspace, key)
    reach = upkeep.reach_of_standing_in(workspace.store, lambda: documents)
    return _reach(workspace, person, documents, reach)


def erase_person(workspace: Workspace, key: UUID, told: Told = tell_nobody) -> Reach:
    """Take a person out of every file of the home for good, and return what that came to.

    What tells of nobody else goes; elsewhere what they were called becomes "someone". Every device
    that hears of it does the same. It cannot be taken back.

    Args:
        workspace: The home.
        key: The person's id.
        told: Is told how far it is, and may cancel it as long as nothing has changed.

    Raises:
        RefusedError: They are gone, or it was cancelled.
        StoreError: A file cannot be read or written; the next act goes on with it then.
    """
    person = known_person(workspace, key)
    return _reach(workspace, person, None, upkeep.erase(workspace.store, codec.PEOPLE, key, told))


def anonymise_person(workspace: Workspace, key: UUID, told: Told = tell_nobody) -> Reach:
    """Take what is known of a person out of every file of the home, and keep what was logged.

    They become "a teammate", who has their entries, their leave and the days between which they
    were here, so that all counts stay. Else as `erase_person`.
    """
    person = known_person(workspace, key)
    documents: dict[UUID, Document] = {}

    def propose() -> Mapping[UUID, Document]:
        documents.update(_nobody(workspace, key))
        return documents

    reach = upkeep.stand_in(workspace.store, propose, told)
    return _reach(workspace, person, documents, reach)


def erased_last(workspace: Workspace) -> bool:
    """Return whether nothing was done on this machine since somebody was erased or made anonymous.

    Raises:
        StoreError: The log cannot be read.
    """
    return upkeep.erased_last(workspace.store)


def _nobody(workspace: Workspace, key: UUID) -> dict[UUID, Document]:
    """Return what is to stand in for the records of a person."""
    person = known_person(workspace, key)
    others = [each for each in workspace.ledger.people() if each.id != key]
    name, handle = _free_name({word for each in others for word in (each.name, each.handle)})
    called = Person(
        UUID(int=stand_in_key(key.int)), name, handle, joined=person.joined, left=person.left
    )
    document = codec.person_fields(called)
    merged = {**document, "merged_into": str(called.id)}
    return {one: document if one == key else merged for one in records_of(workspace, key)}


def _free_name(taken: set[str]) -> tuple[str, str]:
    """Return the name and the handle of nobody, by which no other is called yet."""
    names = chain([(NOBODY, "teammate")], ((f"{NOBODY} {n}", f"teammate{n}") for n in count(2)))
    return next(name for name in names if taken.isdisjoint(name))


def _reach(
    workspace: Workspace,
    person: Person,
    documents: Mapping[UUID, Document] | None,
    reach: upkeep.Reach,
) -> Reach:
    counts = {table: [0, 0] for table in (*LISTED, _OTHERS)}
    for each in reach.written:
        is_themselves = each.table == codec.PEOPLE and (each.before is None or each.after is None)
        if not is_themselves:
            counts[each.table if each.table in LISTED else _OTHERS][each.after is not None] += 1
    return Reach(
        person=person,
        becomes=documents[person.id]["name"] if documents else SOMEONE,
        is_kept=documents is not None,
        entries=Count(*counts[codec.ENTRIES]),
        follow_ups=Count(*counts[codec.FOLLOW_UPS]),
        leave=Count(*counts[codec.PAUSES]),
        others=Count(*counts[_OTHERS]),
        copies=tuple(str(path.relative_to(workspace.store.home.path)) for path in reach.copies),
    )
