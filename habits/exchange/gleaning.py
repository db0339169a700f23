"""What importers have in common: days, numbers, keys, and the count of what is left out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from habits.exchange.foreign import LeftOut

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

NOT_DONE: Final = "days marked as not done"
"""Why a day is not carried: there is nothing here that says that something was not done."""

NOTE_ALONE: Final = "days with a note that were not done"
"""Why a day is not carried: an entry would say that it was done. The report has the note."""

NO_DAY: Final = "rows without a day of the calendar"
"""Why a row is not carried: what it says of its day is none."""

SAID_AGAIN: Final = "rows whose day is said again further on"
"""Why a row is not carried: a day of a habit is kept once there, and the last row holds."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date | None:
    """Return the day that a text says as 2026-11-22, None if it says none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def number_in_words(number: float, unit: str = "") -> str:
    """Return a number without needless noughts, with its unit if there is one: "1.5 km"."""
    return f"{number:.12g} {unit.strip()}".rstrip()


def told_apart(names: Iterable[str]) -> list[str]:
    """Return names with a number behind each that was there before: "Run", "Run 2"."""
    taken: set[str] = set()
    apart = []
    for name in names:
        number, own = 1, name
        while own in taken:
            number += 1
            own = f"{name} {number}"
        taken.add(own)
        apart.append(own)
    return apart


def left_out(reasons: Counter[str]) -> tuple[LeftOut, ...]:
    """Return what is not carried, the reason for most of it first."""
    most_first = sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    return tuple(LeftOut(why, count) for why, count in most_first if count)
