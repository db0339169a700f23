"""Pictures of acts by day; on no day anything is missed in them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.review.document import Cell, Heat, HeatRow, Mark
from habits.review.heat_map import level
from habits.review.review_sections import counted, months_over
from habits.words import WEEKDAYS, long_day_words

if TYPE_CHECKING:
    from datetime import date

    from habits.review.look_back import Look, LookBack

_LEVELS: Final = (Mark.OPEN, Mark.FEW, Mark.SOME, Mark.MANY, Mark.MOST)
_LEGEND: Final = (
    (Mark.OPEN, "none"),
    (Mark.FEW, "few"),
    (Mark.SOME, "some"),
    (Mark.MANY, "many"),
    (Mark.MOST, "most acts of a day"),
)
_DAYS: Final = range(7)


def day_by_day(back: LookBack) -> Heat:
    """Return how many acts there were on each day: a row for each day of the week."""
    acts = Counter(act.date for act in back.acts)
    most, weeks = max(acts.values(), default=0), back.weeks.weeks
    rows = []
    for number in _DAYS:
        days = [week + timedelta(days=number) for week in weeks]
        cells = tuple(_cell(day, acts[day], most, back.look) for day in days)
        rows.append(HeatRow(WEEKDAYS[days[0].weekday()], cells))
    return Heat("Acts by day", tuple(months_over(weeks)), tuple(rows), _LEGEND)


def practice_by_day(back: LookBack) -> Heat:
    """Return how many acts of each practice there were on each day of a week."""
    acts = Counter((act.practice, act.date) for act in back.acts)
    most = max(acts.values(), default=0)
    days = [back.look.first + timedelta(days=number) for number in _DAYS]
    rows = tuple(
        HeatRow(
            practice.name,
            tuple(_cell(day, acts[slug, day], most, back.look) for day in days),
        )
        for slug, practice in back.eight.items()
    )
    initials = tuple(WEEKDAYS[day.weekday()][0] for day in days)
    return Heat("Practice by day", initials, rows, _LEGEND)


def _cell(day: date, acts: int, most: int, look: Look) -> Cell:
    mark = _LEVELS[level(acts, most)] if look.holds(day) else Mark.NOTHING
    return Cell(mark, f"{long_day_words(day)}: {counted(acts, 'act')}")
