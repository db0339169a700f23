"""Loop Habit Tracker: what its days mean, in whichever of its files they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cadence import Quota, Unit
from habits.exchange.foreign import ForeignHabit, Mark, Note, Skip
from habits.exchange.frequency import Nearest, times_in_days
from habits.exchange.gleaning import NOT_DONE, NOTE_ALONE, SAID_AGAIN, number_in_words
from habits.record import dataclass

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable
    from datetime import date

UNKNOWN: Final = -1
NO: Final = 0
AUTO: Final = 1
YES: Final = 2
SKIPPED: Final = 3
"""The values of days. A number is kept in thousandths, but these mean the same there."""

RECKONED: Final = "days that Loop only filled in from the frequency"
NOTHING: Final = "days of which nothing is known"
NOUGHT: Final = "days with the number 0"

_THOUSAND: Final = 1000
_MONTHS: Final = (30, 31)
"""Loop takes as many days for a month of the calendar."""


@dataclass(frozen=True, slots=True)
class LoopHabit:
    """What Loop says of a habit, beside its days.

    Attributes:
        key: What tells it from all others.
        name: What it is called.
        question: What it asks each day.
        description: What is said of it.
        count: On how many days it is to be done.
        days: Among how many days in a row.
        numeric: Whether its days hold numbers.
        unit: What the numbers count.
        at_most: Whether the number is not to be passed.
        target: The number asked for.
        archived: Whether it is put away.
    """

    key: str
    name: str
    question: str = ""
    description: str = ""
    count: int = 1
    days: int = 1
    numeric: bool = False
    unit: str = ""
    at_most: bool = False
    target: float = 0
    archived: bool = False


@dataclass(frozen=True, slots=True)
class LoopDay:
    """One row of a habit: a day, its value and its note."""

    date: date
    value: int
    note: str = ""


def foreign_habit(habit: LoopHabit, days: Iterable[LoopDay], left: Counter[str]) -> ForeignHabit:
    """Return a habit with its days; those that are not carried are counted.

    Args:
        habit: The habit.
        days: Its days; of two rows of one day the last holds.
        left: How many rows are left out so far, by the reason; it is added to.
    """
    by_date: dict[date, LoopDay] = {}
    for day in days:
        left[SAID_AGAIN] += day.date in by_date
        by_date[day.date] = day
    marks, skips, notes = [], [], []
    for day in by_date.values():
        why = _why_not(habit, day)
        if why:
            left[why] += 1
            notes += [Note(day.date, day.note)] if why == NOTE_ALONE else []
        elif _is_skip(day):
            skips.append(Skip(day.date, day.note))
        else:
            amount = number_in_words(day.value / _THOUSAND, habit.unit) if habit.numeric else ""
            marks.append(Mark(day.date, amount, day.note))
    cadence, cadence_note = _nearest(habit)
    return ForeignHabit(
        key=habit.key,
        name=habit.name,
        description="\n".join(filter(None, (habit.question, habit.description))),
        cadence=cadence,
        cadence_note=cadence_note,
        marks=tuple(marks),
        skips=tuple(skips),
        notes=tuple(notes),
        archived=habit.archived,
    )


def _is_skip(day: LoopDay) -> bool:
    return day.value == SKIPPED


def _why_not(habit: LoopHabit, day: LoopDay) -> str:
    """Return why a day is not carried, nothing if it is."""
    if day.value >= YES or (habit.numeric and day.value > NO):
        return ""
    if day.note.strip():
        return NOTE_ALONE
    if day.value == AUTO:
        return RECKONED
    if day.value == NO:
        return NOUGHT if habit.numeric else NOT_DONE
    return NOTHING


def _nearest(habit: LoopHabit) -> Nearest:
    asked = number_in_words(habit.target, habit.unit)
    if habit.numeric and habit.at_most:
        # What is not to be passed is no promise to do something.
        return None, f"there at most {asked} was allowed, and numbers are not added up here"
    cadence, note = times_in_days(habit.count, habit.days)
    if habit.count == 1 and habit.days in _MONTHS:
        cadence = Quota(1, 1, Unit.MONTH)
        note = "there within a month of the last time, here in each calendar month"
    target = f"there {asked} was asked for, here any number counts" if habit.numeric else ""
    return cadence, "; ".join(filter(None, (note, target)))
