"""Today: the eight practices as they stand, each with its habits and its last words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits.counting import history_of, is_archived
from habits.practices import PRACTICES, Practice
from habits.streaks import Status, judge
from habits.streaks.practice import streak_of_weeks
from habits.streaks.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, Habit, Pause
    from habits.streaks import Member, Period, PracticeStreak, Standing


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


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice as it stands.

    Attributes:
        practice: The practice.
        streak: Its streak over all its habits.
        habits: Its habits, the one that leads the row first; never empty.
        last: Its latest entry that says something, if it has one.
    """

    practice: Practice
    streak: PracticeStreak
    habits: tuple[HabitRow, ...]
    last: Entry | None

    @property
    def live(self) -> tuple[HabitRow, ...]:
        """Its habits that are not laid down; where all are, the one that leads it."""
        live = [row for row in self.habits if row.standing.status is not Status.ARCHIVED]
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


@dataclass(frozen=True, slots=True)
class Records:
    """What is kept, as far as Today needs it.

    Attributes:
        habits: All habits.
        entries: The entries by practice, of those that are asked for.
        pauses: All pauses.
        roster: The engineers; may be empty where no habit holds for each person.
    """

    habits: Sequence[Habit]
    entries: Mapping[str, Sequence[Entry]]
    pauses: Sequence[Pause]
    roster: Mapping[UUID, Member]


def today_of(records: Records, as_of: date) -> Today:
    """Return the eight practices as they stand on a day."""
    return Today(as_of, tuple(row_of(practice, records, as_of) for practice in PRACTICES))


def row_of(practice: Practice, records: Records, as_of: date) -> PracticeRow:
    """Return one practice as it stands on a day."""
    entries = records.entries.get(practice.slug, ())
    habits = [habit for habit in records.habits if habit.practice == practice.slug]
    leading_first = sorted(
        habits, key=lambda habit: (is_archived(habit, as_of), not habit.flagship)
    )
    judged = [
        (habit, judge(history_of(habit, entries, records.pauses, records.roster), as_of))
        for habit in leading_first
    ]
    return PracticeRow(
        practice,
        streak_of_weeks([judgement for _, judgement in judged], as_of),
        tuple(HabitRow(habit, standing(judgement), judgement.strip) for habit, judgement in judged),
        _latest(entry for entry in reversed(entries) if entry.date <= as_of),
    )


def _latest(entries: Iterable[Entry]) -> Entry | None:
    """Return the latest of the entries that say something; of equal ones the first."""
    saying = (entry for entry in entries if entry.what or entry.people)
    return max(saying, key=lambda entry: (entry.date, entry.logged_at), default=None)
