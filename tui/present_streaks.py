"""Runs, score and rhythm to what is shown of them: bars, points and words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.streaks import Verdict
from habits.words import MONTHS, WEEKDAYS, long_day_words, streak_words
from tui.present_review import KEPT, MISSED, counted, kept_words, streak_in_words
from tui.review_text import BarLine, ChartPoint
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from habits.review.balance import Balance
    from habits.review.rhythm import Beat
    from habits.review.runs import Run
    from habits.review.score_line import ScorePoint
    from habits.review.streak_review import StreakReview
    from tui.row_text import Cell

SCORE: Final = "100 is every period kept; the older one is, the less it counts."
"""What the score is."""

_DONE: Final[Cell] = ("▇", Tone.KEPT)
_VERDICTS: Final[Mapping[Verdict, Cell]] = {Verdict.KEPT: KEPT, Verdict.MISSED: MISSED}


def run_lines(review: StreakReview, *, is_numbers: bool) -> tuple[BarLine, ...]:
    """Return the runs of a review, a line each, the newest first."""
    return tuple(
        BarLine(
            label=_dates(run),
            bar=() if is_numbers else ((run.length, KEPT),),
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


def act_word(review: StreakReview) -> str:
    """Return what a review counts: a promise not to do something counts the slips."""
    return "slip" if review.habit is not None and review.habit.is_limit else "act"


def length_words(length: int, review: StreakReview) -> str:
    """Return so many kept periods in words: weeks for a practice as a whole."""
    if review.habit is None:
        return counted(length, "week")
    last = review.heat.last
    return streak_words(length, review.habit.cadence(last), changed=review.habit.was_changed(last))


def _dates(run: Run) -> str:
    """Return the days of a run: "5 Oct - 29 Nov 2026"."""
    first, last = short_day(run.first), short_day(run.last)
    if first == last:
        return last
    if run.first.year == run.last.year:
        first = first.rpartition(" ")[0]
    return f"{first} - {last}"


def short_day(day: date) -> str:
    """Return a date with its year: "5 Oct 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def chart_points(scores: Sequence[ScorePoint]) -> tuple[ChartPoint, ...]:
    """Return the score over time, as it is drawn."""
    before = (None, *(point.date for point in scores))
    return tuple(
        ChartPoint(point.score, _VERDICTS[point.verdict], _beginning(point.date, last))
        for point, last in zip(scores, before, strict=False)
    )


def _beginning(day: date, before: date | None) -> str:
    """Return the month that began since a day before, of January its year."""
    if before is not None and (day.year, day.month) == (before.year, before.month):
        return ""
    is_new_year = before is not None and before.year < day.year
    return str(day.year) if is_new_year else MONTHS[day.month - 1]


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
    judged, unit = review.judged_by_day, act_word(review)
    return (
        BarLine(f"{year} by weekday", is_heading=True),
        *(
            _beat_line(WEEKDAYS[key], beat, unit, is_judged=judged, is_numbers=is_numbers)
            for beat in review.weekdays
            if isinstance(key := beat.key, int)
        ),
        BarLine(f"{year} by month", is_heading=True),
        *(
            _beat_line(MONTHS[key[1] - 1], beat, unit, is_judged=True, is_numbers=is_numbers)
            for beat in review.months
            if isinstance(key := beat.key, tuple)
        ),
    )


def _beat_line(label: str, beat: Beat, unit: str, *, is_judged: bool, is_numbers: bool) -> BarLine:
    told = [kept_words(beat.kept, beat.missed)] if is_judged and (beat.kept or beat.missed) else []
    if beat.acts or not told:
        told.append(counted(beat.acts, unit))
    done, kept, missed = (beat.acts, _DONE), (beat.kept, KEPT), (beat.missed, MISSED)
    bar = (kept, missed) if is_judged else (done,)
    return BarLine(label, () if is_numbers else bar, " · ".join(told))


def balance_lines(
    balances: Iterable[Balance], year: int, *, is_numbers: bool
) -> tuple[BarLine, ...]:
    """Return how many acts of a year were of which kind, a line each."""
    return tuple(
        line
        for balance in balances
        for line in (
            BarLine(f"{year} · {balance.name}", is_heading=True),
            *(
                BarLine(
                    part.label,
                    () if is_numbers else ((part.acts, _DONE),),
                    counted(part.acts, "act"),
                )
                for part in balance.parts
            ),
        )
    )


def streak_details(review: StreakReview) -> tuple[str, ...]:
    """Return what is told of a practice or a habit as a whole: its streak, and its latest."""
    now = length_words(review.current, review)
    streak = streak_in_words(review.current, review.best, now)
    return (" · ".join(filter(None, [streak, review.score_words])),)
