"""Verdicts: every period of a habit's history, judged (cadence spec, sections 3 to 6)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from habits.cadence import BlockCalendar, Quota
from habits.streaks.history import segments
from habits.streaks.pauses import PausedDays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from habits.streaks.history import HabitHistory, Segment

_DAY = timedelta(days=1)


class Verdict(StrEnum):
    """What a period did to the streak."""

    KEPT = "kept"
    """The target was reached: the streak grows."""
    MISSED = "missed"
    """Over, required and not reached: the streak breaks."""
    EXCUSED = "excused"
    """Over and not reached, but not required: neither."""
    OPEN = "open"
    """Not over and not reached yet: neither."""


class Period(NamedTuple):
    """A range of days judged as one.

    Attributes:
        first: Its first day, cut to its segment and to the start of the history.
        last: Its last day, cut to its segment.
        length: How many days the whole block has, before any cut.
        logs: Completions dated in it.
        target: Completions asked for.
        active: Its days that are not paused.
        required: Whether it is judged at all: the half rule of section 4.
        verdict: What it came to.
    """

    first: date
    last: date
    length: int
    logs: int
    target: int
    active: int
    required: bool
    verdict: Verdict

    @property
    def paused(self) -> bool:
        """Whether some of its days are paused."""
        return self.active <= (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Judgement:
    """A habit's history, judged up to a day.

    Attributes:
        as_of: The local today, or the day of archiving where that is earlier.
        archived: Whether the habit is archived on the day asked for.
        periods: Every period from the start to the running one, oldest first.
        current_from: Where in `periods` those of the current segment begin.
        last_log: The date of the latest completion up to `as_of`.
        total: How many completions there are up to `as_of`.
        paused_days: The days that do not count.
        calendar: The blocks of the current segment.
    """

    as_of: date
    archived: bool
    periods: tuple[Period, ...]
    current_from: int
    last_log: date | None
    total: int
    paused_days: PausedDays
    calendar: BlockCalendar

    @property
    def running(self) -> Period:
        """The period that holds `as_of`."""
        return self.periods[-1]


def judge(history: HabitHistory, as_of: date, week_start: int = 0) -> Judgement:
    """Return the verdict on every period of a history.

    A period is over when its last day is before `as_of`. It is required when at least half of its
    block's natural length are days of its segment, from the start of the history on, that are not
    paused; a target is never made smaller for a shorter period (section 4).

    Args:
        history: The habit's history; logs dated after `as_of` are ignored.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    archived = history.archived is not None and as_of >= history.archived
    today = min(as_of, history.archived or as_of)
    logs = sorted(day for day in history.logs if day <= today)
    start = min([history.created, *logs[:1]])
    paused_days = PausedDays(history.pauses)
    periods: list[Period] = []
    current_from = 0
    for segment in segments(history, start, today):
        calendar = _calendar(segment, week_start)
        current_from = len(periods)
        periods += _judged(segment, calendar, logs, paused_days, today)
    return Judgement(
        today,
        archived,
        tuple(periods),
        current_from,
        logs[-1] if logs else None,
        len(logs),
        paused_days,
        calendar,
    )


def is_required(active: int, length: int) -> bool:
    """Return whether a block counts: the half rule, with `length` the block's natural length."""
    return 2 * active >= length


def _calendar(segment: Segment, week_start: int) -> BlockCalendar:
    if not isinstance(segment.cadence, Quota):
        message = f"{segment.cadence} has no blocks"
        raise TypeError(message)
    return BlockCalendar(segment.cadence, segment.effective_from, week_start)


def _judged(
    segment: Segment,
    calendar: BlockCalendar,
    logs: Sequence[date],
    paused_days: PausedDays,
    today: date,
) -> Iterator[Period]:
    target = calendar.quota.count
    begin = calendar.number(min(segment.first, today))
    end = calendar.number(segment.last or today)
    for number in range(begin, end + 1):
        block_first, block_last = calendar.first(number), calendar.last(number)
        first, last = max(block_first, segment.first), min(block_last, segment.last or block_last)
        count = bisect_right(logs, last) - bisect_left(logs, first)
        length = (block_last - block_first).days + 1
        active = paused_days.active_between(first, last)
        required = is_required(active, length)
        verdict = _verdict(kept=count >= target, over=last < today, required=required)
        yield Period(first, last, length, count, target, active, required, verdict)


def _verdict(*, kept: bool, over: bool, required: bool) -> Verdict:
    if kept:
        return Verdict.KEPT
    if not over:
        return Verdict.OPEN
    return Verdict.MISSED if required else Verdict.EXCUSED
