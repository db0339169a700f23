"""Today: the eight practices as they stand, each with its habits and its last words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import dataclass, field
from habits.streaks import Status
from habits.streaks.practice import streak_of_weeks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from habits.model import Entry, Habit
    from habits.practices import Practice
    from habits.streaks import Judgement, Period, PracticeStreak, Standing


@dataclass(frozen=True, slots=True)
class HabitRow:
    """A habit as it stands.

    Attributes:
        habit: The habit.
        standing: Its figures.
        strip: Its latest periods, the running one last; fewer where its history is shorter.
    """

    habit: Habit
    standing: Standing
    strip: Sequence[Period]

    @property
    def is_archived(self) -> bool:
        """Whether it is archived."""
        return self.standing.status is Status.ARCHIVED

    @property
    def never_began(self) -> bool:
        """Whether it was archived before it counted anything, or on its first day."""
        laid_down = self.habit.archived
        return laid_down is not None and (
            not self.standing.total or laid_down <= self.habit.created
        )


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice as it stands.

    Attributes:
        practice: The practice.
        habits: Its habits, the one that leads the row first; never empty.
        last: Its latest entry that says something, if it has one.
        judged: What its habits were judged by; the same figures may be come by otherwise.
    """

    practice: Practice
    habits: tuple[HabitRow, ...]
    last: Entry | None
    judged: tuple[Judgement, ...] = field(compare=False, repr=False)

    @property
    def streak(self) -> PracticeStreak:
        """Its streak over all its habits, reckoned when it is asked for: no row shows it."""
        return streak_of_weeks(self.judged, self.judged[0].as_of)

    @property
    def is_active(self) -> bool:
        """Whether any of its habits is not archived."""
        return not all(row.is_archived for row in self.habits)

    @property
    def live(self) -> tuple[HabitRow, ...]:
        """Its habits that are not archived; where all are, the one that leads it."""
        live = [row for row in self.habits if not row.is_archived]
        return tuple(live) or self.habits[:1]

    @property
    def leading(self) -> HabitRow:
        """The habit whose streak and status the row shows."""
        return self.habits[0]


@dataclass(frozen=True, slots=True)
class Today:
    """The eight practices on a day, in the order of their keys."""

    as_of: date
    rows: tuple[PracticeRow, ...]

    @property
    def streaks(self) -> tuple[PracticeStreak, ...]:
        """The streaks of the practices."""
        return tuple(row.streak for row in self.rows)
