"""The kinds of cadence, compared by value and written in their canonical words.

Section 2 of the cadence spec gives the model, section 11 the canonical phrases.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import Final

from habits.errors import RefusedError
from habits.record import dataclass

MOST_LOGS: Final = 100
"""The largest number of logs a period may ask for."""


class CadenceError(RefusedError, ValueError):
    """A phrase that is no cadence.

    Attributes:
        suggestions: Phrases that say what may have been meant; each of them parses.
    """

    def __init__(self, trouble: str, suggestions: tuple[str, ...]) -> None:
        offer = " or ".join(f"'{phrase}'" for phrase in suggestions)
        super().__init__(f"{trouble}. Try {offer}.")
        self.suggestions = suggestions


class Unit(StrEnum):
    """A calendar unit in which periods are counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def adverb(self) -> str:
        """The word for once in every one of these: "weekly"."""
        return "daily" if self is Unit.DAY else f"{self}ly"

    @property
    def most(self) -> int:
        """The longest period that may be made of these."""
        return _MOST_UNITS[self]


_MOST_UNITS: Final = {
    Unit.DAY: 366,
    Unit.WEEK: 104,
    Unit.MONTH: 36,
    Unit.QUARTER: 12,
    Unit.YEAR: 10,
}


class Cadence(ABC):
    """How often a promise is to be kept. `str` gives the canonical phrase."""

    __slots__ = ()

    @abstractmethod
    def __str__(self) -> str:
        """Return the canonical phrase, which parses back to an equal cadence."""


@dataclass(frozen=True, slots=True)
class Quota(Cadence):
    """At least `count` logs in every calendar block of `every` units.

    Attributes:
        count: Logs asked for, 1 to `MOST_LOGS`.
        every: Units in a block, 1 to `unit.most`.
        unit: The calendar unit.

    Raises:
        ValueError: A number is out of its range, or one log in several days is asked for:
            that is an interval, which slides, and not a block.
    """

    count: int
    every: int
    unit: Unit

    def __post_init__(self) -> None:
        """Check the ranges."""
        _check_block(self.count, self.every, self.unit, least=1)
        if self.unit is Unit.DAY and self.every > 1 and self.count == 1:
            message = f"once in {self.every} days is an interval, not a quota"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return the canonical phrase: "weekly", "twice a week", "3 times every 2 months"."""
        if self.count > 1:
            return _times_in(self)
        return self.unit.adverb if self.every == 1 else f"every {self.every} {self.unit}s"


@dataclass(frozen=True, slots=True)
class Interval(Cadence):
    """At least one log every `days` days, counted from the last one.

    Attributes:
        days: The longest time from one log to the next, 2 to 366 days.

    Raises:
        ValueError: The number is out of its range.
    """

    days: int

    def __post_init__(self) -> None:
        """Check the range."""
        if not 2 <= self.days <= Unit.DAY.most:  # noqa: PLR2004 - every day is a quota
            message = f"no interval of {self.days} days"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return the canonical phrase: "every 3 days"."""
        return f"every {self.days} days"


@dataclass(frozen=True, slots=True)
class Limit(Cadence):
    """At most `count` slips in every calendar block of `every` units (section 13).

    Attributes:
        count: Slips allowed, 0 to `MOST_LOGS`.
        every: Units in a block, 1 to `unit.most`.
        unit: The calendar unit.

    Raises:
        ValueError: A number is out of its range.
    """

    count: int
    every: int
    unit: Unit

    def __post_init__(self) -> None:
        """Check the ranges."""
        _check_block(self.count, self.every, self.unit, least=0)

    def __str__(self) -> str:
        """Return the canonical phrase: "never", "at most once a month"."""
        never = Limit(0, 1, Unit.WEEK)
        return "never" if self == never else f"at most {_times_in(self)}"


Block = Quota | Limit
"""The kinds that are counted in calendar blocks."""


def _check_block(count: int, every: int, unit: Unit, *, least: int) -> None:
    if not (least <= count <= MOST_LOGS and 1 <= every <= unit.most):
        message = f"no cadence of {count} in {every} {unit}s"
        raise ValueError(message)


def _times_in(block: Block) -> str:
    times = {1: "once", 2: "twice"}.get(block.count, f"{block.count} times")
    unit = block.unit
    return f"{times} a {unit}" if block.every == 1 else f"{times} every {block.every} {unit}s"
