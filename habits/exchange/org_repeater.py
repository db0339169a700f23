"""Org mode: repeaters of a time stamp, as the nearest cadence and what differs."""

from __future__ import annotations

import re
from typing import Final

from habits.cadence import Quota, Unit
from habits.exchange.frequency import Nearest, every_days

_REPEATER: Final = re.compile(
    r"(\.\+|\+\+|\+)([0-9]{1,6})([hdwmy])(?:/([0-9]{1,6})([hdwmy]))?(?![0-9A-Za-z])"
)
_DAYS: Final = {"h": 1 / 24, "d": 1, "w": 7, "m": 30.4, "y": 365.25}
"""How org-habit turns units into days, before it drops what is left of one."""

_UNITS: Final = {"w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_FROM_LAST: Final = ".+"


def nearest(scheduled: str) -> Nearest:
    """Return the cadence nearest to the repeater of a SCHEDULED time stamp.

    Args:
        scheduled: What stands between the brackets of the stamp; empty where there is none.
    """
    match = _REPEATER.search(scheduled)
    if match is None:
        return None, ""
    kind, number, letter, *deadline = match.groups()
    first, last = _in_days(number, letter), _in_days(*deadline) if deadline[0] else 0
    if first < 1 or (deadline[0] and last <= first):
        return None, f"there {match[0]}, which is no habit to org-habit"
    if last:
        return _late_after(first, last, kind)
    if kind == _FROM_LAST or first == 1:
        return every_days(first)
    return _on_fixed_days(int(number), letter, first)


def _in_days(number: str, letter: str) -> int:
    return int(int(number) * _DAYS[letter])


def _late_after(first: int, last: int, kind: str) -> Nearest:
    """Return the cadence of a repeater with a deadline: what is late there is missed here."""
    cadence, note = every_days(last)
    due = f"there due after {first} days and late after {last}, here late after {last}"
    fixed = "" if kind == _FROM_LAST else "there on fixed days"
    return cadence, "; ".join(filter(None, (due, fixed, note)))


def _on_fixed_days(number: int, letter: str, days: int) -> Nearest:
    unit = _UNITS.get(letter)
    if unit is None or number > unit.most:
        cadence, note = every_days(days)
        fixed = "there counted from a fixed day, here from the last time"
        return cadence, "; ".join(filter(None, (fixed, note)))
    note = "there due on a fixed day each time, here once in each block of the calendar"
    return Quota(1, number, unit), note
