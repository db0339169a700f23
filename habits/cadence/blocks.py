"""Calendar blocks: the fixed stretches of days in which logs are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from habits.cadence.kinds import Unit

if TYPE_CHECKING:
    from habits.cadence.kinds import Block

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

    def number(self, day: date) -> int:
        """Return the number of the block that holds a day."""
        return (self._unit_number(day) - self._unit_number(self.anchor)) // self.cadence.every

    def first(self, number: int) -> date:
        """Return the first day of a block; the ends of the calendar stand for all beyond them."""
        try:
            return self._begin(number)
        except (ValueError, OverflowError):
            return _end_towards(number)

    def last(self, number: int) -> date:
        """Return the last day of a block; the ends of the calendar stand for all beyond them."""
        try:
            return self._begin(number + 1) - timedelta(days=1)
        except (ValueError, OverflowError):
            return _end_towards(number + 1)

    def _begin(self, number: int) -> date:
        return self._unit_first(self._unit_number(self.anchor) + number * self.cadence.every)

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
