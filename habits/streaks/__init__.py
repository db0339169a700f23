"""Streaks: what a promise's history amounts to, as a pure function of dates."""

from habits.streaks.history import HabitHistory, Member
from habits.streaks.judgement import Judgement, judge
from habits.streaks.practice import PracticeStreak, practice_streak
from habits.streaks.standing import Standing, Status, evaluate
from habits.streaks.verdicts import Period, Verdict

__all__ = [
    "HabitHistory",
    "Judgement",
    "Member",
    "Period",
    "PracticeStreak",
    "Standing",
    "Status",
    "Verdict",
    "evaluate",
    "judge",
    "practice_streak",
]
