"""What is looked back on: a habit, or a practice as a whole, in one shape."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from habits.streaks import Period, Verdict
from habits.streaks.practice import judged_weeks
from habits.streaks.weeks import days_of_week

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from habits.model import Habit
    from habits.streaks import Judgement
    from habits.today import PracticeRow


class Reviewed(NamedTuple):
    """A habit, or a practice as a whole.

    Attributes:
        slug: The slug of the practice.
        habit: The habit; None for the practice as a whole, whose periods are weeks.
        periods: Its periods, oldest first, those of a practice that were kept or missed.
        acts: How much was done on each day up to today.
        start: The day from which on it is judged; None where it was never switched on.
        today: The local today, or the day of archiving where that is earlier.
        judged: The judged histories it is made of.
    """

    slug: str
    habit: Habit | None
    periods: Sequence[Period]
    acts: Mapping[date, int]
    start: date | None
    today: date
    judged: Sequence[Judgement]

    def rests_on(self, day: date) -> bool:
        """Return whether all that was promised on a day rests."""
        return rests_on(self.judged, day)


def rests_on(judged: Iterable[Judgement], day: date) -> bool:
    """Return whether all that was promised on a day rests; where nothing was, nothing does."""
    promised = [each for each in judged if each.start <= day <= (each.history.archived or day)]
    return bool(promised) and all(day in each.days.paused for each in promised)


def reviewed_habit(habit: Habit, judgement: Judgement) -> Reviewed:
    """Return a habit to look back on; its acts are what it counts, for a limit the slips."""
    today = judgement.days.today
    acts = Counter(judgement.days.logs)
    if judgement.extra:
        acts[today] += len(judgement.extra)
    return Reviewed(
        slug=habit.practice,
        habit=habit,
        periods=judgement.periods,
        acts=acts,
        start=_start(habit, judgement),
        today=today,
        judged=(judgement,),
    )


def reviewed_practice(row: PracticeRow, acts: Mapping[date, int], as_of: date) -> Reviewed:
    """Return a practice as a whole to look back on.

    Args:
        row: How it stands.
        acts: How much was done on each day.
        as_of: The local today.
    """
    return Reviewed(
        slug=row.practice.slug,
        habit=None,
        periods=_week_periods(row.judged, as_of),
        acts={day: count for day, count in acts.items() if day <= as_of},
        start=start_of(row),
        today=as_of,
        judged=row.judged,
    )


def start_of(row: PracticeRow) -> date | None:
    """Return the day from which on a practice is judged; None where none of its habits began."""
    starts = (_start(each.habit, by) for each, by in zip(row.habits, row.judged, strict=True))
    return min(filter(None, starts), default=None)


def _start(habit: Habit, judgement: Judgement) -> date | None:
    """Return the day from which on a habit is judged; None where it was never switched on."""
    laid_down = habit.archived
    return None if laid_down and laid_down <= judgement.start else judgement.start


def _week_periods(judged: Sequence[Judgement], as_of: date) -> list[Period]:
    """Return the weeks that a practice kept and missed as periods, oldest first."""
    week_start = judged[0].days.week_start
    weeks = judged_weeks(judged, as_of)
    return [
        _week_period(days_of_week(number, week_start), is_kept=number in weeks.kept)
        for number in sorted(weeks.kept | weeks.missed)
    ]


def _week_period(days: Sequence[date], *, is_kept: bool) -> Period:
    verdict = Verdict.KEPT if is_kept else Verdict.MISSED
    return Period(days[0], days[-1], 7, 1, float(is_kept), verdict)
