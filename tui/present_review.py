"""Weeks and days of Review to what is shown of them: signs, tones and words. Pure."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from habits.review.heat_map import DayState, level
from habits.review.practice_weeks import WeekState
from habits.words import MONTHS, WEEKDAYS, long_day_words
from tui.review_text import LEVELS, HeatText, WeekRowText, WeeksText
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from habits.practices import Eight
    from habits.review.heat_map import HeatDay, HeatMap
    from habits.review.practice_weeks import PracticeWeeks, WeekRow
    from tui.row_text import Cell

SIGNS: Final = "■ kept  □ missed  · running  ‖ paused  - nothing was asked"
"""What the signs of weeks mean."""

NOTHING: Final = "·"
_HEAT: Final = (NOTHING, "▂", "▄", "▆", "█")
KEPT: Final[Cell] = ("■", Tone.KEPT)
MISSED: Final[Cell] = ("□", Tone.MISSED)
_BLANK: Final[Cell] = (" ", Tone.QUIET)
_PAUSED: Final[Cell] = ("‖", Tone.PAUSED)
_WEEKS: Final[Mapping[WeekState, Cell]] = {
    WeekState.KEPT: KEPT,
    WeekState.MISSED: MISSED,
    WeekState.NEUTRAL: ("-", Tone.QUIET),
    WeekState.OPEN: ("·", Tone.OPEN),
    WeekState.PAUSED: _PAUSED,
    WeekState.BEFORE: _BLANK,
    WeekState.AHEAD: _BLANK,
}
_MOST_SHOWN: Final = 9
"""A larger number has no room in one cell: a sign says that it is more."""


def weeks_text(weeks: PracticeWeeks, eight: Eight, *, is_numbers: bool) -> WeeksText:
    """Return how the practices by week read.

    Args:
        weeks: The practices by week.
        eight: The practices, as they are named now.
        is_numbers: Whether each week tells how much was done in place of what it came to.
    """
    months = tuple(map(_month_beginning, weeks.weeks))
    rows = tuple(_week_row(row, eight, is_numbers=is_numbers) for row in weeks.rows)
    return WeeksText(months, rows)


def _month_beginning(first: date) -> str:
    """Return the month that begins in the week with this first day; nothing where none does."""
    last = first + timedelta(days=6)
    return MONTHS[last.month - 1] if last.day <= 7 else ""  # noqa: PLR2004 - days of a week


def _week_row(row: WeekRow, eight: Eight, *, is_numbers: bool) -> WeekRowText:
    practice = eight[row.slug]
    cells = map(_WEEKS.__getitem__, row.states)
    if is_numbers:
        cells = map(_week_number, row.acts, row.states)
    return WeekRowText(
        key=str(practice.key),
        name=practice.name,
        cells=tuple(cells),
        count=str(row.current or ""),
        streak=counted(row.current, "week") if row.current else "",
        best=f"best {row.best}" if row.best else "",
    )


def _week_number(acts: int, state: WeekState) -> Cell:
    if acts:
        return number_sign(acts), Tone.KEPT
    return _BLANK if state in {WeekState.BEFORE, WeekState.AHEAD} else (NOTHING, Tone.QUIET)


def number_sign(count: int) -> str:
    """Return a number in one cell, with a sign for what is more than nine."""
    return str(count) if count <= _MOST_SHOWN else "+"


def number_signs(unit: str) -> str:
    """Return what the numbers of days and weeks mean that count such things."""
    return f"The numbers are {unit}s; {number_sign(_MOST_SHOWN + 1)} is more than {_MOST_SHOWN}."


def counted(count: int, unit: str) -> str:
    """Return a number with its unit: "1 act", "3 weeks"."""
    return f"{count:,} {unit}{'' if count == 1 else 's'}"


def week_details(row: WeekRow, name: str) -> str:
    """Return what is told of the practice at the cursor.

    Args:
        row: Its weeks.
        name: What it is called.
    """
    kept = row.states.count(WeekState.KEPT)
    missed = row.states.count(WeekState.MISSED)
    of_these = kept_words(kept, missed) if kept or missed else ""
    acts = sum(row.acts)
    told = [name, streak_in_words(row.current, row.best, counted(row.current, "week"))]
    return " · ".join(filter(None, [*told, of_these, counted(acts, "act")]))


def kept_words(kept: int, missed: int) -> str:
    """Return how many were kept, and missed where any were: "11 kept, 1 missed"."""
    return f"{kept} kept, {missed} missed" if missed else f"{kept} kept"


def streak_in_words(current: int, best: int, now: str) -> str:
    """Return a streak with the best one: "8 weeks, best 23"; "best 23, now 0"; nothing for none.

    Args:
        current: The running streak.
        best: The best one.
        now: The running one, in words.
    """
    if not best:
        return ""
    return f"{now}, best {best}" if current else f"best {best}, now 0"


def heat_text(heat: HeatMap, *, is_numbers: bool) -> HeatText:
    """Return how the heat map of a year reads.

    Args:
        heat: The heat map.
        is_numbers: Whether each day tells how much was done in place of how dark it is.
    """
    firsts = [day.date for day in heat.days[::7]]
    weekdays = tuple(WEEKDAYS[day.date.weekday()] for day in heat.days[:7])
    cells = tuple(_day_cell(day, heat.most, is_numbers=is_numbers) for day in heat.days)
    return HeatText(tuple(map(_month_beginning, firsts)), weekdays, cells)


def _day_cell(day: HeatDay, most: int, *, is_numbers: bool) -> tuple[str, str]:
    if day.acts:
        dark = level(day.acts, most)
        return number_sign(day.acts) if is_numbers else _HEAT[dark], LEVELS[dark - 1]
    if day.state is DayState.PAUSED:
        return _PAUSED
    return (NOTHING, Tone.QUIET) if day.state is DayState.PLAIN else _BLANK


def heat_signs(most: int) -> str:
    """Return what the signs of a heat map mean whose busiest day has so many acts."""
    counts = [(dark, list(alike)) for dark, alike in _by_level(most)]
    told = [f"{_HEAT[dark]} {_range(alike)}" for dark, alike in counts]
    return "  ".join([f"{NOTHING} none", *told, "‖ paused"])


def _by_level(most: int) -> Iterator[tuple[int, Iterator[int]]]:
    return groupby(range(1, most + 1), key=lambda count: level(count, most))


def _range(counts: list[int]) -> str:
    first, last = counts[0], counts[-1]
    return str(first) if first == last else f"{first}-{last}"


def day_details(day: HeatDay, unit: str = "act") -> str:
    """Return what is told of a day.

    Args:
        day: The day.
        unit: What it counts.
    """
    states = {
        DayState.BEFORE: "not promised yet",
        DayState.AHEAD: "",
        DayState.PAUSED: "paused",
        DayState.PLAIN: f"no {unit}",
    }
    done = [counted(day.acts, unit)] if day.acts else []
    asked = states[day.state] if day.state is not DayState.PLAIN or not day.acts else ""
    return " · ".join(filter(None, [long_day_words(day.date), *done, asked]))
