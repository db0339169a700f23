"""Words for pauses: what is paused, and on which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.words import UNKNOWN, day_words, long_day_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Pause
    from habits.practices import Eight


def pause_words(pause: Pause, names: Mapping[UUID, str], today: date, eight: Eight) -> str:
    """Return a pause on one line: what is paused, and its days."""
    first = day_words(pause.first, today)
    if pause.last is None:
        days = f"from {first} on"
    else:
        days = first if pause.first == pause.last else f"{first} to {day_words(pause.last, today)}"
    return f"{scope_words(pause, names, eight)} · {days}"


def planned_words(pause: Pause, today: date) -> str:
    """Return the days of a pause that is to come: "from Mon 30 Nov to Fri 4 Dec"."""
    first = _dated(pause.first, today)
    if pause.last is None:
        return f"from {first} on"
    if pause.first == pause.last:
        return f"on {first}"
    return f"from {first} to {_dated(pause.last, today)}"


def _dated(day: date, today: date) -> str:
    return long_day_words(day).removesuffix(f" {today.year}")


def scope_words(pause: Pause, names: Mapping[UUID, str], eight: Eight) -> str:
    """Return what is paused in a pause, in words."""
    if pause.person is not None:
        return f"{names.get(pause.person, UNKNOWN)} is away"
    if pause.habit is not None:
        return names.get(pause.habit, "a habit that is gone")
    return eight[pause.practice].name if pause.practice else "everything"
