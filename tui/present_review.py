"""Figures of Review to what is shown of them: signs, tones and words. Pure."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from habits.review.heat_map import DayState, level
from habits.review.practice_weeks import WeekState
from habits.streaks import Verdict
from habits.words import MONTHS, WEEKDAYS, long_day_words, streak_words
from tui.review_text import LEVELS, BarLine, ChartPoint, HeatText, WeekRowText, WeeksText
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from habits.practices import Eight
    from habits.review.heat_map import HeatDay, HeatMap
    from habits.review.practice_weeks import PracticeWeeks, WeekRow
    from habits.review.rhythm import Beat
    from habits.review.runs import Run
    from habits.review.score_line import ScorePoint
    from habits.review.streak_review import StreakReview
    from tui.row_text import Cell

SIGNS: Final = "■ kept  □ missed  · running  ‖ paused  - nothing was asked"
"""What the signs of weeks mean."""

SCORE: Final = "100 is every period kept; the older one is, the less it counts."
"""What the score is."""

NOTHING: Final = "·"
_HEAT: Final = (NOTHING, "░", "▒", "▓", "█")
_BAR: Final = "▇"
_KEPT: Final[Cell] = ("■", Tone.KEPT)
_MISSED: Final[Cell] = ("□", Tone.MISSED)
_BLANK: Final[Cell] = (" ", Tone.QUIET)
_PAUSED: Final[Cell] = ("‖", Tone.PAUSED)
_WEEKS: Final[Mapping[WeekState, Cell]] = {
    WeekState.KEPT: _KEPT,
    WeekState.MISSED: _MISSED,
    WeekState.NEUTRAL: ("-", Tone.QUIET),
    WeekState.OPEN: ("·", Tone.OPEN),
    WeekState.PAUSED: _PAUSED,
    WeekState.BEFORE: _BLANK,
    WeekState.AHEAD: _BLANK,
}
_VERDICTS: Final[Mapping[Verdict, Cell]] = {Verdict.KEPT: _KEPT, Verdict.MISSED: _MISSED}
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
    of_these = f"{counted(kept, 'week')} kept, {missed} missed" if kept or missed else ""
    acts = sum(row.acts)
    told = [name, streak_in_words(row.current, row.best, counted(row.current, "week"))]
    return " · ".join(filter(None, [*told, of_these, counted(acts, "act")]))


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


def day_details(day: HeatDay) -> str:
    """Return what is told of a day."""
    states = {
        DayState.BEFORE: "before it was promised",
        DayState.AHEAD: "",
        DayState.PAUSED: "paused",
        DayState.PLAIN: "nothing was logged",
    }
    done = [counted(day.acts, "act")] if day.acts else []
    asked = states[day.state] if day.state is not DayState.PLAIN or not day.acts else ""
    return " · ".join(filter(None, [long_day_words(day.date), *done, asked]))


def run_lines(review: StreakReview, *, is_numbers: bool) -> tuple[BarLine, ...]:
    """Return the runs of a review, a line each, the newest first."""
    return tuple(
        BarLine(
            label=_dates(run),
            bar=() if is_numbers else ((run.length, _KEPT),),
            words=_run_words(run, review),
        )
        for run in review.runs
    )


def _run_words(run: Run, review: StreakReview) -> str:
    best = "best" if run.is_best else ""
    return " · ".join(filter(None, [length_words(run.length, review), run_mark(run), best]))


def run_mark(run: Run) -> str:
    """Return whether a run goes on."""
    return "now" if run.is_current else ""


def length_words(length: int, review: StreakReview) -> str:
    """Return so many kept periods in words: weeks for a practice as a whole."""
    if review.habit is None:
        return counted(length, "week")
    last = review.heat.last
    return streak_words(length, review.habit.cadence(last), changed=review.habit.was_changed(last))


def _dates(run: Run) -> str:
    """Return the days of a run: "5 Oct - 29 Nov 2026"."""
    first, last = short_day(run.first), short_day(run.last)
    if run.first == run.last:
        return last
    year = str(run.first.year)
    return f"{first.removesuffix(f' {year}') if run.last.year == run.first.year else first} - {last}"


def short_day(day: date) -> str:
    """Return a date with its year: "5 Oct 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def chart_points(scores: Iterable[ScorePoint]) -> tuple[ChartPoint, ...]:
    """Return the score over time, as it is drawn."""
    return tuple(ChartPoint(point.score, _VERDICTS[point.verdict]) for point in scores)


def score_details(point: ScorePoint) -> str:
    """Return what is told of a period in the chart."""
    return f"{long_day_words(point.date)} · {point.verdict} · score {percent(point.score)}"


def percent(score: float) -> int:
    """Return a score as it is told, 0 to 100."""
    return round(100 * score)


def score_lines(scores: tuple[ScorePoint, ...]) -> tuple[BarLine, ...]:
    """Return the score over time in numbers, a line for each period, the newest first."""
    return tuple(
        BarLine(short_day(point.date), (), f"{percent(point.score):>3} · {point.verdict}")
        for point in reversed(scores)
    )


def rhythm_lines(review: StreakReview, *, is_numbers: bool) -> tuple[BarLine, ...]:
    """Return a year by weekday and by month, a line each."""
    year = review.heat.year
    judged = review.judged_by_day
    return (
        BarLine(f"{year} by weekday", is_heading=True),
        *(
            _beat_line(WEEKDAYS[key], beat, is_judged=judged, is_numbers=is_numbers)
            for beat in review.weekdays
            if isinstance(key := beat.key, int)
        ),
        BarLine(f"{year} by month", is_heading=True),
        *(
            _beat_line(MONTHS[key[1] - 1], beat, is_judged=True, is_numbers=is_numbers)
            for beat in review.months
            if isinstance(key := beat.key, tuple)
        ),
    )


def _beat_line(label: str, beat: Beat, *, is_judged: bool, is_numbers: bool) -> BarLine:
    acts = counted(beat.acts, "act")
    verdicts = f"{beat.kept} kept, {beat.missed} missed"
    is_told = is_judged and (beat.kept or beat.missed)
    bar = ((beat.kept, _KEPT), (beat.missed, _MISSED)) if is_judged else ((beat.acts, (_BAR, Tone.KEPT)),)
    words = f"{verdicts} · {acts}" if is_told else acts if beat.acts else "-"
    return BarLine(label, () if is_numbers else bar, words)
