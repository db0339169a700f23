"""Verdicts: what a period did to the streak."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


class Verdict(StrEnum):
    """What a period did to the streak (cadence spec, section 1)."""

    KEPT = "kept"
    """The target was reached: the streak grows."""
    MISSED = "missed"
    """Over, required and not reached: the streak breaks."""
    EXCUSED = "excused"
    """Over and not reached, but not required: neither."""
    OPEN = "open"
    """Not over and not reached yet: neither."""


class Period(NamedTuple):
    """A range of days judged as one.

    Attributes:
        first: Its first day, cut to its segment; for an interval the first log of the block, or the
            day from which on a log was lacking.
        last: The day of its verdict: its last day, cut to its segment; for an interval the latest
            log of the block or the day of the lapse; for a limit the day that went too far.
        length: How many days it has by nature, before any cut.
        weight: How many logs it asks for, as the score weighs it.
        share: How much of that was reached, 0 to 1.
        verdict: What it came to.
        paused: Whether some of its days are paused.
    """

    first: date
    last: date
    length: int
    weight: int
    share: float
    verdict: Verdict
    paused: bool = False


class Outlook(NamedTuple):
    """What lies ahead of a habit on a day.

    Attributes:
        completions: Completions in the running period.
        target: Completions that it asks for.
        days_left: Days that count from today to its end, both included.
        next_due: The last day on which the next unmet promise can be kept, if there is one.
        done: Whether nothing is left to do in it.
        due_today: Whether today is the last chance.
        at_risk: Whether the last chance is near.
        slipped: Whether a limit is passed.
        can_be_overdue: Whether a miss before it is still to be made good; a slip cannot be.
        left: Names of those who are still to be reached.
        counts: Whether the running period is judged; one that is too short is free.
    """

    completions: int
    target: int
    days_left: int
    next_due: date | None
    done: bool = False
    due_today: bool = False
    at_risk: bool = False
    slipped: bool = False
    can_be_overdue: bool = True
    left: tuple[str, ...] = ()
    counts: bool = True


Names = tuple[str, ...]
"""Whom one log names."""


class Reckoner(Protocol):
    """Judges the days of one segment, each kind of cadence in its own way.

    What more logs dated today can still change is the tail; the rest is settled.
    """

    @property
    def marks(self) -> Sequence[date]:
        """Further days that make their weeks kept for the practice (section 10)."""

    def settled(self) -> Iterable[Period]:
        """Return the periods that a log dated today cannot change, oldest first."""

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the periods after the settled ones, with extra logs dated today."""

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return what lies ahead, with extra logs dated today."""


def is_required(active: int, length: int) -> bool:
    """Return whether a block counts: the half rule of section 4, by its natural length."""
    return 2 * active >= length


def warning_days(length: int) -> int:
    """Return from how many days before its end on a period is at risk (section 8)."""
    return min(14, length // 7 + 1)
