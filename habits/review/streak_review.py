"""The streak review: what a habit, or a practice as a whole, has come to, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import dataclass
from habits.review.heat_map import heat_map
from habits.review.rhythm import by_month, by_weekday, is_by_day
from habits.review.runs import runs_of
from habits.review.score_line import score_line, score_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.model import Habit
    from habits.review.heat_map import HeatMap
    from habits.review.reviewed import Reviewed
    from habits.review.rhythm import Beat
    from habits.review.runs import Run
    from habits.review.score_line import ScorePoint
    from habits.streaks import Period


@dataclass(frozen=True, slots=True)
class StreakReview:
    """A habit, or a practice as a whole, looked back on.

    The runs and the scores are those of its whole history, the rest is of one year.

    Attributes:
        slug: The slug of the practice.
        habit: The habit; None for the practice as a whole, whose periods are weeks.
        heat: What was done on each day of the year.
        runs: The kept periods that followed each other, the newest first.
        scores: The score after each verdict, oldest first; that of a practice is reckoned as that
            of a weekly habit is.
        score_words: How many of the latest verdicts were kept, in words.
        weekdays: The year by weekday.
        months: The year by month.
        judged_by_day: Whether the weekdays tell what was kept and missed: only where a period of
            the year is a day. Else they tell what was done.
        current: The running streak, in periods.
        best: The longest streak ever, in periods.
    """

    slug: str
    habit: Habit | None
    heat: HeatMap
    runs: tuple[Run, ...]
    scores: tuple[ScorePoint, ...]
    score_words: str
    weekdays: tuple[Beat, ...]
    months: tuple[Beat, ...]
    judged_by_day: bool
    current: int
    best: int


def review_of(reviewed: Reviewed, year: int, week_start: int) -> StreakReview:
    """Return a streak review.

    Args:
        reviewed: What is looked back on.
        year: The calendar year that is looked at.
        week_start: The first day of the week, counted from Monday = 0.
    """
    runs = runs_of(reviewed.periods, reviewed.today)
    scores = tuple(score_line(reviewed.periods, reviewed.today))
    acts = {day: count for day, count in reviewed.acts.items() if day.year == year}
    judged = [
        period._replace(last=day)
        for period in reviewed.periods
        if (day := min(period.last, reviewed.today)).year == year
    ]
    days = _days(reviewed.habit, judged)
    return StreakReview(
        slug=reviewed.slug,
        habit=reviewed.habit,
        heat=heat_map(reviewed, year, week_start),
        runs=runs,
        scores=scores,
        score_words=score_words(scores),
        weekdays=by_weekday(days, acts, week_start),
        months=by_month(judged, acts, year),
        judged_by_day=bool(days),
        current=sum(run.length for run in runs if run.is_current),
        best=max((run.length for run in runs), default=0),
    )


def _days(habit: Habit | None, periods: Sequence[Period]) -> list[Period]:
    """Return the periods that are days, by the cadence that was in force on each."""
    if habit is None:
        return []
    return [period for period in periods if is_by_day(habit.cadence(period.last))]
