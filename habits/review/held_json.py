"""What is held about a person, in JSON; its shape is stable, and documented in the README."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from habits.entry_shape import entry_shape
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import FollowUp
    from habits.person import Remark
    from habits.review.held import Held, Mention


def held_json(held: Held, names: Mapping[UUID, str]) -> str:
    """Return all that is held about a person, in JSON; other people are given by name."""
    return json.dumps(_shape(held, names), ensure_ascii=False, indent=2) + "\n"


def _shape(held: Held, names: Mapping[UUID, str]) -> dict[str, Any]:
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
