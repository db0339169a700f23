"""Slips: how a limit tells them, and what its user wrote to do in their place. Never with blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cadence import Unit
from habits.counting import counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.cadence import Limit
    from habits.model import Entry, Habit
    from habits.practices import Practice
    from habits.today import PracticeRow


def slip_words(count: int, limit: Limit) -> str:
    """Return how many slips the running period has: "1 slip this week", "3 slips today · limit 2".

    Args:
        count: How many, one or more.
        limit: What was promised.
    """
    words = f"{count} slip{'' if count == 1 else 's'} {_period_words(limit)}"
    return f"{words} · limit {limit.count}" if limit.count else words


def plan_words(habit: Habit) -> list[str]:
    """Return what is done in place of a slip, where its user said so."""
    return [f"instead: {habit.plan}"] if habit.plan else []


def next_time(entry: Entry, habits: Iterable[Habit], practice: Practice) -> str:
    """Return what a slip is answered with: the plans of those who count it; nothing for others.

    Args:
        entry: What was logged.
        habits: The live habits of its practice.
        practice: The practice, which says what is a slip.
    """
    plans = dict.fromkeys(
        each.plan
        for each in habits
        if each.plan and each.is_limit and counts(each, entry, practice)
    )
    return f"next time: {'; '.join(plans)}" if plans else ""


def answers(entries: Iterable[Entry], rows: Iterable[PracticeRow]) -> list[str]:
    """Return what entries are answered with, where they are slips that a limit counts.

    Args:
        entries: What was logged.
        rows: Their practices as they stand.
    """
    logged = list(entries)
    told = (
        next_time(entry, [each.habit for each in row.live], row.practice)
        for row in rows
        for entry in logged
    )
    return list(filter(None, told))


def _period_words(limit: Limit) -> str:
    if limit.every > 1:
        return f"in these {limit.every} {limit.unit}s"
    return "today" if limit.unit is Unit.DAY else f"this {limit.unit}"
