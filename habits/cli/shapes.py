"""The shapes of JSON that commands print; they are stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.record_shapes import follow_up_shape
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.catalogue import Offer
    from habits.explanation import Explanation
    from habits.model import FollowUp, Pause
    from habits.north_stars import Reign
    from habits.today import HabitRow, PracticeRow, Today

_DECIMALS = 3


def today_shape(
    today: Today, follow_ups: Iterable[FollowUp], names: Mapping[UUID, str]
) -> dict[str, Any]:
    """Return the eight practices as they stand, and the follow-ups that are due soon or late."""
    return {
        "as_of": today.as_of.isoformat(),
        "practices": [practice_shape(row, today.as_of) for row in today.rows],
        "follow_ups": [follow_up_shape(each, names, today.as_of) for each in follow_ups],
    }


def due_shape(
    as_of: date,
    habits: Iterable[HabitRow],
    follow_ups: Iterable[FollowUp],
    names: Mapping[UUID, str],
) -> dict[str, Any]:
    """Return what is open now."""
    return {
        "as_of": as_of.isoformat(),
        "habits": [
            {"practice": each.habit.practice, **habit_shape(each, as_of)} for each in habits
        ],
        "follow_ups": [follow_up_shape(each, names, as_of) for each in follow_ups],
    }


def practice_shape(row: PracticeRow, as_of: date) -> dict[str, Any]:
    """Return a practice; its streak is in weeks, its status that of the habit that leads it."""
    last = row.last
    return {
        "key": row.practice.key,
        "slug": row.practice.slug,
        "name": row.practice.name,
        "streak": {"current": row.streak.current, "best": row.streak.best},
        "status": str(row.leading.standing.status),
        "habits": [habit_shape(habit, as_of) for habit in row.habits],
        "last": {"date": last.date.isoformat(), "text": last.what} if last else None,
    }


def own_practice_shape(row: PracticeRow) -> dict[str, Any]:
    """Return a practice as the user has it, with its moves."""
    practice = row.practice
    return {
        "key": practice.key,
        "slug": practice.slug,
        "name": practice.name,
        "active": row.is_active,
        "moves": [
            {"slug": move.slug, "meaning": move.meaning, "slip": move.slip}
            for move in practice.moves
        ],
    }


def offer_shape(offer: Offer) -> dict[str, Any]:
    """Return a promise that is on offer."""
    return {
        "name": offer.name,
        "cadence": offer.cadence,
        "moves": list(offer.moves),
        "each_person": offer.each_person,
    }


def habit_shape(row: HabitRow, as_of: date) -> dict[str, Any]:
    """Return a habit; rates and score are shares from 0 to 1, rounded to three decimals."""
    habit, standing = row.habit, row.standing
    return {
        "id": str(habit.id),
        "name": habit.name,
        "cadence": str(habit.cadence(as_of)),
        "flagship": habit.flagship,
        "status": str(standing.status),
        "current": standing.current,
        "best": standing.best,
        "total": standing.total,
        "rate": _rounded(standing.rate),
        "rate_90": _rounded(standing.rate_90),
        "score": _rounded(standing.score),
        "completions": standing.completions,
        "target": standing.target,
        "days_left": standing.days_left,
        "next_due": standing.next_due.isoformat() if standing.next_due else None,
        "left": list(standing.left),
    }


def kept_habit_shape(row: HabitRow, as_of: date) -> dict[str, Any]:
    """Return a habit with what was promised as well as with how it stands."""
    habit = row.habit
    return {
        "practice": habit.practice,
        **habit_shape(row, as_of),
        "moves": list(habit.moves),
        "each_person": habit.each_person,
        "created": habit.created.isoformat(),
        "cadences": [[day.isoformat(), str(cadence)] for day, cadence in habit.cadences],
        "archived": habit.archived.isoformat() if habit.archived else None,
        "anchor": habit.anchor,
        "reason": habit.reason,
        "plan": habit.plan,
    }


def pause_shape(pause: Pause, labels: Mapping[UUID, str]) -> dict[str, Any]:
    """Return a pause; what it is for is null where it is for everything."""
    return {
        "id": str(pause.id),
        "first": pause.first.isoformat(),
        "last": pause.last.isoformat() if pause.last else None,
        "practice": pause.practice,
        "habit": str(pause.habit) if pause.habit else None,
        "person": labels.get(pause.person, UNKNOWN) if pause.person else None,
        "note": pause.note,
    }


def reign_shape(reign: Reign) -> dict[str, Any]:
    """Return a north star with the days that it held."""
    return {
        "text": reign.star.text,
        "since": reign.star.since.isoformat(),
        "until": reign.until.isoformat() if reign.until else None,
    }


def explanation_shape(explanation: Explanation, since: date) -> dict[str, Any]:
    """Return what a cadence asks for from a day on."""
    return {
        "cadence": str(explanation.cadence),
        "kind": explanation.kind,
        "meaning": explanation.meaning,
        "from": since.isoformat(),
        "windows": [
            {
                "first": window.first.isoformat(),
                "last": window.last.isoformat(),
                "counts": window.counts,
            }
            for window in explanation.windows
        ],
        "kept_by": explanation.kept_by,
        "broken_by": explanation.broken_by,
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, _DECIMALS)
