"""The shape of JSON of what is held about a person; it is stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.cli.shapes import entry_shape
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import FollowUp
    from habits.person import Remark
    from habits.review.held import Held, Mention


def held_shape(held: Held, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Return all that is held about a person; other people are given by name."""
    person = held.person
    return {
        "id": str(person.id),
        "name": person.name,
        "handle": person.handle,
        "called_before": list(held.called),
        "role": person.role,
        "manager": person.manager,
        "joined": _iso(person.joined),
        "left": _iso(person.left),
        "recognition": person.recognition,
        "aims": _remark_shapes(person.aims),
        "sparks": _remark_shapes(person.sparks),
        "away": [{"first": _iso(each.first), "last": _iso(each.last)} for each in held.leave],
        "entries": [entry_shape(entry, names) for entry in held.entries],
        "follow_ups": [_follow_up_shape(each, names) for each in held.follow_ups],
        "mentions": list(map(_mention_shape, held.mentions)),
    }


def _remark_shapes(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [
        {"date": _iso(each.date), "text": each.text, "ok_to_share": each.shared} for each in remarks
    ]


def _follow_up_shape(follow_up: FollowUp, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": str(follow_up.id),
        "text": follow_up.text,
        "due": _iso(follow_up.due),
        "done": _iso(follow_up.done),
        "people": [names.get(person, UNKNOWN) for person in follow_up.people],
    }


def _mention_shape(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "id": str(mention.id),
        "date": _iso(mention.date),
        "texts": list(mention.texts),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
