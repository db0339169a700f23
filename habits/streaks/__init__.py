"""Streaks: what a promise's history amounts to, as a pure function of dates."""

from habits.streaks.history import HabitHistory
from habits.streaks.practice import PracticeStreak, practice_streak
from habits.streaks.standing import Standing, Status, evaluate
from habits.streaks.verdicts import Period, Verdict, judge

__all__ = [
    "HabitHistory",
    "Period",
    "PracticeStreak",
    "Standing",
    "Status",
    "Verdict",
    "evaluate",
    "judge",
    "practice_streak",
]
