"""The codec of what lies ahead: follow-ups, and the north star with the dates it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.model import FollowUp, NorthStar
from habits.store.codec import FOLLOW_UPS, NORTH_STARS, without_empty
from habits.store.fields import (
    Fields,
    as_date,
    as_id,
    as_instant,
    as_note,
    as_optional,
    as_tuple_of,
)

if TYPE_CHECKING:
    from uuid import UUID

    from habits.store.ops import Document


def follow_up_from(key: UUID, document: Document) -> FollowUp:
    """Return the follow-up that a document holds.

    Raises:
        StoreError: A field is missing or not what it should be; so for all readers here.
    """
    fields = Fields(FOLLOW_UPS, key, document)
    return FollowUp(
        id=key,
        text=fields.need("text", as_note),
        due=fields.need("due", as_date),
        made_at=fields.need("made_at", as_instant),
        people=fields.may("people", as_tuple_of(as_id), ()),
        entry=fields.may("entry", as_optional(as_id), None),
        done=fields.may("done", as_optional(as_date), None),
    )


def follow_up_fields(follow_up: FollowUp) -> Document:
    """Return the document of a follow-up."""
    return without_empty(
        text=follow_up.text,
        due=follow_up.due.isoformat(),
        made_at=follow_up.made_at.isoformat(),
        people=[str(person) for person in follow_up.people],
        entry=str(follow_up.entry) if follow_up.entry else None,
        done=follow_up.done.isoformat() if follow_up.done else None,
    )


def north_star_from(key: UUID, document: Document) -> NorthStar:
    """Return the north star that a document holds."""
    fields = Fields(NORTH_STARS, key, document)
    return NorthStar(
        id=key,
        text=fields.need("text", as_note),
        since=fields.need("since", as_date),
        made_at=fields.need("made_at", as_instant),
    )


def north_star_fields(north_star: NorthStar) -> Document:
    """Return the document of a north star."""
    return without_empty(
        text=north_star.text,
        since=north_star.since.isoformat(),
        made_at=north_star.made_at.isoformat(),
    )
