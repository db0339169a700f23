"""The shape of JSON of a look back; it is stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.practices import BY_SLUG
from habits.record_shapes import entry_shape, follow_up_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.model import FollowUp
    from habits.review.coverage import PersonRow
    from habits.review.look_back import Kept, LookBack


def look_back_shape(back: LookBack) -> dict[str, Any]:
    """Return a look back on a week, a quarter or a year; people are given by name."""
    look = back.look
    return {
        "review": str(look.kind),
        "first": look.first.isoformat(),
        "last": look.last.isoformat(),
        "as_of": look.as_of.isoformat(),
        "practices": list(_practices(back)),
        "people": [_person(back, row) for row in back.people],
        "balance": [
            {
                "practice": each.practice,
                "name": each.name,
                "parts": {part.label: part.acts for part in each.parts},
            }
            for each in back.balances
        ],
        "slips": [
            {
                "practice": each.practice,
                "move": each.move,
                "meaning": each.meaning,
                "times": each.times,
            }
            for each in back.slips
        ],
        "specific": [str(entry.id) for entry in back.specific],
        "habits": list(map(kept_shape, back.habits)),
        "follow_ups": {
            "done": _follow_ups(back, back.done),
            "open": _follow_ups(back, back.open),
        },
        "noticed": [{"week": each.week.isoformat(), "text": each.text} for each in back.noticed],
        "entries": [entry_shape(entry, back.names, back.stars) for entry in back.entries],
    }


def _practices(back: LookBack) -> Iterator[dict[str, Any]]:
    for row in back.weeks.rows:
        weeks = zip(back.weeks.weeks, row.states, row.acts, strict=True)
        yield {
            "slug": row.slug,
            "name": back.eight[row.slug].name,
            "streak": {"current": row.current, "best": row.best},
            "weeks": [
                {"first": week.isoformat(), "state": str(state), "acts": acts}
                for week, state, acts in weeks
            ],
        }


def _person(back: LookBack, row: PersonRow) -> dict[str, Any]:
    contacts = row.contacts
    return {
        "name": back.names[row.person.id],
        "presence": str(row.presence),
        "last": row.last.date.isoformat() if row.last else None,
        "practices": {
            slug: contacts[slug].date.isoformat() if slug in contacts else None for slug in BY_SLUG
        },
    }


def kept_shape(each: Kept) -> dict[str, Any]:
    """Return how a promise was kept, and what is decided about it."""
    habit = each.habit
    return {
        "id": str(habit.id),
        "practice": habit.practice,
        "name": habit.name,
        "cadence": str(habit.cadences[-1][1]),
        "kept": each.kept,
        "missed": each.missed,
        "decision": str(each.decided.decision) if each.decided else None,
        "decided_on": each.decided.on.isoformat() if each.decided else None,
    }


def _follow_ups(back: LookBack, follow_ups: Iterable[FollowUp]) -> list[dict[str, Any]]:
    return [follow_up_shape(each, back.names, back.look.as_of) for each in follow_ups]
