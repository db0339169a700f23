"""The streak of a practice: the weeks in which its promises held (cadence spec, section 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from habits.day import first_of_week
from habits.streaks.standing import streaks
from habits.streaks.verdicts import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.streaks.history import HabitHistory
    from habits.streaks.verdicts import Judgement


@dataclass(frozen=True, slots=True)
class PracticeStreak:
    """The streak of a practice over all its habits, in calendar weeks."""

    current: int
    best: int


def practice_streak(
    histories: Iterable[HabitHistory], as_of: date, week_start: int = 0
) -> PracticeStreak:
    """Return the streak of the practice that these habits belong to.

    A week with a miss of any habit is missed, at once even while it runs; a week that is over and
    holds a kept period is kept; every other week is neutral.

    Args:
        histories: The histories of the practice's habits.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    judgements = [judge(history, as_of, week_start) for history in histories]
    return streak_of_weeks(judgements, as_of, week_start)


def streak_of_weeks(
    judgements: Iterable[Judgement], as_of: date, week_start: int = 0
) -> PracticeStreak:
    """Return the streak that judged histories of one practice amount to."""
    weeks: dict[date, Verdict] = {}
    for judgement in judgements:
        for period in judgement.periods:
            week = first_of_week(period.last, week_start)
            over = week + timedelta(days=6) < as_of
            if period.verdict is Verdict.MISSED:
                weeks[week] = Verdict.MISSED
            elif period.verdict is Verdict.KEPT and over:
                weeks.setdefault(week, Verdict.KEPT)
    return PracticeStreak(*streaks([weeks[week] for week in sorted(weeks)]))
