"""Exposure: how long somebody was with customers, as entries carry it.

An entry of Empathy that carries `#45min`, `#1h` or `#1h30min` says that those whom it names were
there for so long. It does so whatever its move is: who writes the minutes down means time with a
customer, and a story that was only retold has none to write down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

PRACTICE: Final = "empathy"
"""The slug of the practice whose entries are time with customers."""

WEEKS: Final = 6
"""How many weeks are looked back."""

_MOST: Final = 24 * 60
_LONG: Final = re.compile(r"(?:([0-9]{1,2})h)?(?:([0-9]{1,4})min)?")
_SHORT: Final = re.compile(r"([0-9]{1,2})h([0-9]{1,4})")


def minutes_in(tags: Iterable[str]) -> int:
    """Return how many minutes some tags say, together; what is longer than a day says none."""
    return sum(minutes for minutes in map(_minutes, tags) if minutes <= _MOST)


def _minutes(tag: str) -> int:
    match = _LONG.fullmatch(tag) or _SHORT.fullmatch(tag)
    hours, minutes = match.groups(default="0") if match else ("0", "0")
    return 60 * int(hours) + int(minutes)
