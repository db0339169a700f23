"""Merging: two records of one person become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.person_edits import in_order, lookalikes
from habits.record import replace
from habits.service.roster import first_day, known_person
from habits.store import Op, codec
from habits.store.ops import changed_fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from habits.model import Person
    from habits.service.workspace import Workspace


def merge_people(workspace: Workspace, other: UUID, into: UUID) -> Change:
    """Let two people be one: all that is known of the other is of the one that stays.

    No entry is rewritten. The other record says from now on that it stands for the one that stays,
    and whoever reads an entry, a follow-up or a pause finds that one in it; so does what another
    device logs of the other later, or has logged and not sent yet. The other's name and handle are
    free again. What the one that stays does not have, it takes over; it is here from the earlier
    first day of both.

    Args:
        workspace: Where they are stored.
        other: The id of the person who is merged.
        into: The id of the person who stays.

    Raises:
        RefusedError: They are one already, or one of them is gone.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        if other == into:
            message = "This is one person already. Name two: who is merged, and who stays."
            raise RefusedError(message)
        merged, kept = known_person(workspace, other), known_person(workspace, into)
        fields = (codec.person_fields(each) for each in (kept, _united(workspace, kept, merged)))
        yield Op(codec.PEOPLE, other, {"merged_into": str(into)})
        if changed := changed_fields(*fields):
            yield Op(codec.PEOPLE, into, changed)

    return change_of(workspace.store.commit(propose))


def may_be_meant(workspace: Workspace, change: Change) -> list[tuple[Person, list[Person]]]:
    """Return those who became known with a change, each with those who may have been meant."""
    new = {person.id for person in change.new_people}
    known = [person for person in workspace.ledger.people() if person.id not in new]
    alike = [(person, lookalikes(person, known)) for person in change.new_people]
    return [(person, meant) for person, meant in alike if meant]


def _united(workspace: Workspace, kept: Person, other: Person) -> Person:
    begins = [first_day(workspace, person) for person in (kept, other)]
    is_said = kept.joined or other.joined
    return replace(
        kept,
        role=kept.role or other.role,
        manager=kept.manager or other.manager,
        joined=min(filter(None, begins)) if is_said else None,
        recognition=kept.recognition or other.recognition,
        aims=in_order((*other.aims, *kept.aims)),
        sparks=in_order((*other.sparks, *kept.sparks)),
    )
