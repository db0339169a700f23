"""Rules, judged: each date is a period of one day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from habits.cadence import Schedule
from habits.streaks.blocks import verdict
from habits.streaks.verdicts import Outlook, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.cadence import Rule
    from habits.streaks.history import Days, Segment
    from habits.streaks.verdicts import Names

_DAY = timedelta(days=1)


class RuleReckoner:
    """Judges a rule: a log on each of its dates, and on no other day (section 2)."""

    marks: Sequence[date] = ()

    def __init__(self, rule: Rule, segment: Segment, days: Days) -> None:
        self._days = days
        self._schedule = Schedule(rule, segment.effective_from, days.week_start)
        self._is_running = segment.last is None
        self._first = segment.first
        until = segment.last or days.today
        since = self._schedule.since(segment.first)
        self._dates = list(takewhile(lambda day: day <= until, since))
        self._is_due = self._is_running and self._dates[-1:] == [days.today]

    def settled(self) -> Iterable[Period]:
        """Return the verdicts on the dates before today."""
        dates = self._dates[:-1] if self._is_due else self._dates
        before = self._schedule.before(dates[0]) if dates else None
        for day in dates:
            yield self._judged(day, before, self._count(day))
            before = day

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the verdict on today, if it is one of the dates."""
        if not self._is_due:
            return ()
        today = self._days.today
        count = self._count(today) + len(extra)
        return [self._judged(today, self._schedule.before(today), count)]

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return the next date, and whether it is today.

        Days are left up to the next date: on a day between two of them no period runs, and what a
        user wants to know is how far away the next one is.
        """
        today = self._days.today
        logged = self._count(today) + len(extra)
        due = self._next_due(max(today + _DAY if logged else today, self._first))
        return Outlook(
            completions=logged,
            target=1 if self._is_due else 0,
            days_left=self._days.paused.active_between(today, due) if due else 0,
            next_due=due,
            done=self._is_due and logged > 0,
            due_today=self._is_due,
        )

    def _next_due(self, day: date) -> date | None:
        while True:
            found = next(self._schedule.since(day), None)
            rests_until = found and self._days.paused.resting_until(found)
            if not rests_until:
                return found
            if rests_until == date.max:
                return None
            day = rests_until + _DAY

    def _judged(self, day: date, before: date | None, count: int) -> Period:
        paused = day in self._days.paused
        judged = verdict(kept=count > 0, over=day < self._days.today, required=not paused)
        length = (day - before).days if before else 1
        return Period(day, day, length, 1, float(count > 0), judged, paused)

    def _count(self, day: date) -> int:
        logs = self._days.logs
        return bisect_right(logs, day) - bisect_left(logs, day)
