"""Skips: the days that have to rest so that the running period of a habit does not count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.cadence import BlockCalendar, Interval, Limit, Quota, Rule
from habits.errors import RefusedError
from habits.streaks import Status, judge
from habits.streaks.standing import standing
from habits.text import quoted

if TYPE_CHECKING:
    from datetime import date

    from habits.model import Habit
    from habits.promises import Span
    from habits.streaks import HabitHistory, Judgement

_DAY: Final = timedelta(days=1)


def skipped_days(habit: Habit, history: HabitHistory, today: date, week_start: int = 0) -> Span:
    """Return the days that a skip pauses (cadence spec, section 5).

    They are the running period of a quota, the next date of a rule, and the time from the day
    after the last log to the due day of an interval, which so moves by its own length.

    Args:
        habit: The habit.
        history: Its history.
        today: The local today.
        week_start: The first day of the week, counted from Monday = 0.

    Raises:
        RefusedError: Nothing is open, or it is too late: a skip holds a streak, and revives none.
    """
    judgement = judge(history, today, week_start)
    stands = standing(judgement)
    name = quoted(habit.name)
    if stands.status in {Status.ARCHIVED, Status.PAUSED}:
        message = f"{name} is {stands.status} already; there is nothing to skip."
        raise RefusedError(message)
    match habit.cadence(today):
        case Limit():
            message = f"{name} asks for nothing to be done. To pause days, use 'rapport pause'."
        case Rule() if stands.next_due is not None:
            return stands.next_due, stands.next_due
        case Interval() if stands.next_due is not None:
            since = habit.in_force_since(today) if habit.was_changed(today) else judgement.start
            return _interval_skip(name, judgement, since, stands.next_due)
        case Quota() as quota if stands.status is not Status.DONE:
            return running_block(habit, quota, today, week_start)
        case _:
            message = f"{name} asks for nothing now; there is nothing to skip."
    raise RefusedError(message)


def _interval_skip(name: str, judgement: Judgement, since: date, due: date) -> Span:
    today, last_log = judgement.days.today, judgement.last_log
    if due < today:
        message = (
            f"{name} was due on {due.isoformat()}, and a skip revives no streak. Log it now, or "
            "pause the days on which it could not be done."
        )
        raise RefusedError(message)
    if last_log == today:
        message = f"{name} is done today; there is nothing to skip."
        raise RefusedError(message)
    return (since if last_log is None else max(last_log + _DAY, since)), due


def running_block(habit: Habit, quota: Quota, today: date, week_start: int = 0) -> Span:
    """Return the days of the block that holds today, without those before the cadence holds."""
    since = habit.in_force_since(today)
    calendar = BlockCalendar(quota, since, week_start)
    number = calendar.number(today)
    return max(calendar.first(number), since), calendar.last(number)
