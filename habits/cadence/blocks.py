"""Calendar blocks: the fixed stretches of days in which logs are counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from habits.cadence.kinds import Unit
from habits.record import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.cadence.kinds import Block

_DAY = timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class BlockCalendar:
    """The blocks of a quota or limit, numbered; block 0 holds the anchor.

    Week units begin on `week_start`, the larger ones on the first of a month, quarters in
    January, April, July and October. A block of several units begins with the unit that holds
    the anchor, and the others repeat from there in both directions (cadence spec, section 2).

    Attributes:
        cadence: Whose blocks these are.
        anchor: The date from which it is in force.
        week_start: The first day of the week, counted from Monday = 0.
    """

    cadence: Block
    anchor: date
    week_start: int = 0
    _origin: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Number the unit that holds the anchor; all blocks are counted from it."""
        object.__setattr__(self, "_origin", self._unit_number(self.anchor))

    def number(self, day: date) -> int:
        """Return the number of the block that holds a day."""
        return (self._unit_number(day) - self._origin) // self.cadence.every

    def first(self, number: int) -> date:
        """Return the first day of a block; the ends of the calendar stand for all beyond them."""
        try:
            return self._begin(number)
        except (ValueError, OverflowError):
            return _end_towards(number)

    def last(self, number: int) -> date:
        """Return the last day of a block; the ends of the calendar stand for all beyond them."""
        try:
            return self._begin(number + 1) - _DAY
        except (ValueError, OverflowError):
            return _end_towards(number + 1)

    def spans(self, begin: int, end: int) -> Iterator[tuple[date, date]]:
        """Yield the first and the last day of each block from one number to another."""
        first = self.first(begin)
        for number in range(begin, end + 1):
            following = self.first(number + 1)
            yield first, following - _DAY if following < date.max else self.last(number)
            first = following

    def _begin(self, number: int) -> date:
        return self._unit_first(self._origin + number * self.cadence.every)

    def _unit_number(self, day: date) -> int:
        match self.cadence.unit:
            case Unit.DAY:
                return day.toordinal()
            case Unit.WEEK:
                return (day.toordinal() - 1 - self.week_start) // 7
            case unit:
                return (day.year * 12 + day.month - 1) // _MONTHS[unit]

    def _unit_first(self, number: int) -> date:
        match self.cadence.unit:
            case Unit.DAY:
                return date.fromordinal(number)
            case Unit.WEEK:
                return date.fromordinal(number * 7 + 1 + self.week_start)
            case unit:
                year, month = divmod(number * _MONTHS[unit], 12)
                return date(year, month + 1, 1)


def _end_towards(number: int) -> date:
    """Return the end of the calendar that a block which begins beyond it lies towards."""
    return date.max if number > 0 else date.min
