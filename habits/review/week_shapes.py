"""The shapes of JSON of a week's close and its aim; stable, and documented in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.record_shapes import follow_up_shape
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.review.aim import Aim, Longest
    from habits.review.close_pages import ClosePage
    from habits.review.page_line import PageLine
    from habits.review.week_close import WeekClose
    from habits.today import HabitRow


def close_shape(close: WeekClose, pages: Iterable[ClosePage]) -> dict[str, Any]:
    """Return a close with its steps."""
    return {
        "week": close.first.isoformat(),
        "as_of": close.as_of.isoformat(),
        "ended": _iso(close.ended),
        "step": close.step,
        "steps": [
            {
                "step": page.step,
                "title": page.title,
                "question": page.question,
                "answered": page.is_answered,
                "answer": page.answer,
                "lines": [line.words for line in page.lines],
                "about": [_told_of(line) for line in page.lines],
            }
            for page in pages
        ],
    }


def aim_shape(aim: Aim, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Return an aim; people are given by name."""
    return {
        "week": aim.first.isoformat(),
        "as_of": aim.as_of.isoformat(),
        "intentions": list(aim.intentions),
        "follow_ups": [follow_up_shape(each, names, aim.as_of) for each in aim.follow_ups],
        "closing": list(map(_closing, aim.closing)),
        "longest": [_longest(each, names) for each in aim.longest],
    }


def _told_of(line: PageLine) -> str | None:
    """Return the id or the slug of what a line tells of; None where it only tells."""
    return None if line.about is None else str(line.about)


def _closing(row: HabitRow) -> dict[str, Any]:
    return {
        "practice": row.habit.practice,
        "habit": row.habit.name,
        "status": row.standing.status,
        "next_due": _iso(row.standing.next_due),
    }


def _longest(longest: Longest, names: Mapping[UUID, str]) -> dict[str, Any]:
    row, said = longest
    return {
        "name": names.get(row.person.id, UNKNOWN),
        "last": _iso(row.last.date if row.last else None),
        "said": {"date": _iso(said.date), "text": said.what} if said else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
