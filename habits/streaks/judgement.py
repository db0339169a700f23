"""A habit's history, judged up to a day, and what one more log makes of it."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from habits.cadence import Interval, Limit, Quota, Rule
from habits.record import dataclass, replace
from habits.streaks.blocks import Blocks, LimitReckoner, QuotaReckoner
from habits.streaks.each_person import EachPersonReckoner
from habits.streaks.fold import Fold
from habits.streaks.history import days_of, segments
from habits.streaks.intervals import IntervalReckoner
from habits.streaks.rules import RuleReckoner
from habits.streaks.weeks import weeks_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from habits.streaks.history import Days, HabitHistory, Segment
    from habits.streaks.verdicts import Names, Outlook, Period, Reckoner
    from habits.streaks.weeks import Weeks


@dataclass(frozen=True)
class Past:
    """What today cannot change; it is reckoned when it is asked for.

    Attributes:
        reckoners: The reckoners of the segments; the last one is in force.
        days: What they reckon with.
    """

    reckoners: tuple[Reckoner, ...]
    days: Days

    @cached_property
    def settled(self) -> Fold:
        """What the settled periods amount to."""
        fold = Fold(self.days.today)
        for reckoner in self.reckoners:
            fold.begin_segment()
            fold.take(reckoner.settled())
        return fold

    @cached_property
    def weeks(self) -> Weeks:
        """The weeks that they kept and missed."""
        return weeks_of(self.settled, self.reckoners, self.days.week_start)

    @cached_property
    def periods(self) -> Sequence[Period]:
        """The settled periods, oldest first; most uses need only what they amount to."""
        return tuple(chain.from_iterable(reckoner.settled() for reckoner in self.reckoners))


@dataclass(frozen=True)
class Judgement:
    """A habit's history, judged up to a day.

    Attributes:
        history: What was judged, without the extra logs.
        as_of: The day that was asked for.
        days: What it was reckoned with.
        start: The day on which it begins.
        past: What judges it, and what today cannot change.
        extra: Whom each log of today names that was taken in afterwards.
    """

    history: HabitHistory
    as_of: date
    days: Days
    start: date
    past: Past
    extra: tuple[Names, ...] = ()

    @property
    def archived(self) -> bool:
        """Whether the habit is archived on the day that was asked for."""
        return self.history.archived is not None and self.as_of >= self.history.archived

    @property
    def weeks(self) -> Weeks:
        """The weeks that the settled periods kept and missed."""
        return self.past.weeks

    @property
    def has_last_day(self) -> bool:
        """Whether today is the last day on which what is promised can be kept, and it is not yet.

        Nothing of the past is looked at for it.
        """
        today, outlook = self.days.today, self.outlook
        rests = self.archived or today in self.days.paused
        return not (rests or outlook.slipped or outlook.done) and outlook.next_due == today

    @property
    def total(self) -> int:
        """How many completions there are."""
        return len(self.days.logs) + len(self.extra)

    @property
    def last_log(self) -> date | None:
        """The date of the latest completion."""
        return self.days.today if self.extra else self.days.last_log

    @cached_property
    def outlook(self) -> Outlook:
        """What lies ahead."""
        return self.past.reckoners[-1].outlook(self.extra)

    @cached_property
    def fold(self) -> Fold:
        """What all periods amount to; its days of verdicts are those of the tail alone."""
        return self.past.settled.then(self._tail)

    @property
    def periods(self) -> Sequence[Period]:
        """All periods, oldest first."""
        return (*self.past.periods, *self._tail)

    @property
    def strip(self) -> Sequence[Period]:
        """The latest periods, oldest first."""
        return tuple(self.fold.strip)

    @property
    def _tail(self) -> Sequence[Period]:
        return self.past.reckoners[-1].tail(self.extra)

    def with_log(self, day: date, names: Names = ()) -> Judgement:
        """Return the judgement after one more log.

        A log of today, the newest day, is taken in without walking the history again. Any other
        day is judged anew, for it may change everything that came after it; and so is a log before
        the history begins, which begins it.

        Args:
            day: The date of the log.
            names: Whom it names, where the habit holds for each person.
        """
        if day == self.days.today >= self.start:
            return replace(self, extra=(*self.extra, names))
        history = self.history
        logs = (*history.logs, *[self.days.today] * len(self.extra), day)
        people = (*history.log_people, *self.extra, names) if history.roster is not None else ()
        return judge(
            replace(history, logs=logs, log_people=people), self.as_of, self.days.week_start
        )


def judge(history: HabitHistory, as_of: date, week_start: int = 0) -> Judgement:
    """Return a history judged up to a day; logs dated after it are ignored.

    Args:
        history: The habit's history.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    days = days_of(history, as_of, week_start)
    parts = segments(history, days)
    reckoners = tuple(_reckoner(segment, days) for segment in parts)
    return Judgement(history, as_of, days, parts[0].first, Past(reckoners, days))


def _reckoner(segment: Segment, days: Days) -> Reckoner:
    match segment.cadence:
        case Quota() as quota if days.roster is not None:
            return EachPersonReckoner(quota, Blocks(segment, days, quota), days.roster)
        case Quota() as quota:
            return QuotaReckoner(quota, Blocks(segment, days, quota))
        case Limit() as limit:
            return LimitReckoner(limit, Blocks(segment, days, limit))
        case Interval() as interval:
            return IntervalReckoner(interval, segment, days)
        case Rule() as rule:
            return RuleReckoner(rule, segment, days)
        case other:
            message = f"{other} cannot be judged"
            raise TypeError(message)
