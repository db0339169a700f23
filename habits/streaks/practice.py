"""The streak of a practice: the weeks in which its promises held (cadence spec, section 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import dataclass
from habits.streaks.judgement import judge
from habits.streaks.weeks import Weeks, week_of, weeks_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.streaks.history import HabitHistory
    from habits.streaks.judgement import Judgement


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
    holds a kept period is kept; every other week is neutral. An interval marks the week of each
    of its logs.

    Args:
        histories: The histories of the practice's habits.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    judgements = [judge(history, as_of, week_start) for history in histories]
    return streak_of_weeks(judgements, as_of)


def streak_of_weeks(judgements: Iterable[Judgement], as_of: date) -> PracticeStreak:
    """Return the streak that judged histories of one practice amount to."""
    weeks = judged_weeks(judgements, as_of)
    current = best = 0
    for number in sorted(weeks.missed | weeks.kept):
        current = 0 if number in weeks.missed else current + 1
        best = max(best, current)
    return PracticeStreak(current, best)


def judged_weeks(judgements: Iterable[Judgement], as_of: date) -> Weeks:
    """Return the weeks that a practice kept and missed, by the judged histories of its habits.

    A week is one of both at the most, and the running one is not kept yet.
    """
    kept: set[int] = set()
    missed: set[int] = set()
    running = 0
    for judgement in judgements:
        week_start = judgement.days.week_start
        running = week_of(as_of, week_start)
        for weeks in (judgement.weeks, weeks_of(judgement.fold, (), week_start)):
            kept |= weeks.kept
            missed |= weeks.missed
    return Weeks(frozenset(n for n in kept - missed if n < running), frozenset(missed))
