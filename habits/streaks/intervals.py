"""Intervals, judged: chains of logs that are never further apart than so many days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from habits.streaks.verdicts import Outlook, Period, Verdict, warning_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.cadence import Interval
    from habits.streaks.history import Days, Segment
    from habits.streaks.pauses import PausedDays
    from habits.streaks.verdicts import Names


class _Chains:
    """The chains of logs so far, and the periods that they and the lapses between them came to.

    Logs on distinct days form a chain while no more than `n` days that count lie from one to the
    next. From its first day on a chain falls into blocks of `n` days, and each block with a log is
    one kept period, dated by its latest log. A lapse of g days holds (g - 1) // n missed ones, the
    kth dated on the day on which g reaches k * n + 1 (cadence spec, section 3).
    """

    def __init__(self, n: int, paused: PausedDays, start: date) -> None:
        self.previous = start - timedelta(days=1)
        self.periods: list[Period] = []
        self._n = n
        self._paused = paused
        self._chain: date | None = None
        self._block = 0
        self._earliest = start
        self._latest: date | None = None

    def continued(self) -> _Chains:
        """Return chains that go on from here, with the periods that are still to come."""
        further = copy(self)
        further.periods = []
        return further

    def take(self, day: date) -> None:
        """Take in a log on a day after all others."""
        gap = self._paused.active_after(self.previous, day)
        if self._chain is not None and gap <= self._n:
            block = self._paused.active_after(self._chain, day) // self._n
            if block != self._block:
                self._keep()
                self._earliest = day
        else:
            self._lapse(day)
            self._chain = self._earliest = day
            block = 0
        self._block, self._latest, self.previous = block, day, day

    def close(self, last: date) -> None:
        """Take in that there is no further log up to a day."""
        self._lapse(last)

    def _keep(self) -> None:
        if self._latest is not None:
            self.periods.append(Period(self._earliest, self._latest, self._n, 1, 1.0, Verdict.KEPT))
            self._latest = None

    def _lapse(self, until: date) -> None:
        self._keep()
        missed = (self._paused.active_after(self.previous, until) - 1) // self._n
        first = self.previous + timedelta(days=1)
        for k in range(1, missed + 1):
            day = self._paused.nth_active_after(self.previous, k * self._n + 1) or until
            self.periods.append(Period(first, day, self._n, 1, 0.0, Verdict.MISSED))
            first = day


class IntervalReckoner:
    """Judges an interval: no more than so many days from one log to the next."""

    def __init__(self, interval: Interval, segment: Segment, days: Days) -> None:
        self._days = days
        self._n = interval.days
        begin = bisect_left(days.logs, segment.first)
        end = bisect_right(days.logs, segment.last or days.today)
        self.marks = [day for day, _ in groupby(days.logs[begin:end])]
        today = bisect_left(days.logs, days.today, begin, end) if segment.last is None else end
        self._logged_today = end - today
        self._chains = _Chains(self._n, days.paused, segment.first)
        for day in self.marks[: -1 if self._logged_today else None]:
            self._chains.take(day)
        if segment.last is not None:
            self._chains.close(segment.last)

    def settled(self) -> Sequence[Period]:
        """Return the periods before the one that a log today would add to."""
        return self._chains.periods

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the latest kept period, or those missed since."""
        further = self._chains.continued()
        if self._logged_today or extra:
            further.take(self._days.today)
        further.close(self._days.today)
        return further.periods

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return when the next log is due; that is in the past where it is late."""
        today, paused = self._days.today, self._days.paused
        logged = self._logged_today + len(extra)
        due = paused.nth_active_after(today if logged else self._chains.previous, self._n)
        days_left = paused.active_between(today, due or date.max)
        return Outlook(
            completions=logged,
            target=1,
            days_left=days_left,
            next_due=due,
            done=logged > 0,
            due_today=due == today,
            at_risk=due is not None and days_left <= warning_days(self._n),
        )
