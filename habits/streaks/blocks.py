"""Calendar blocks, judged: quotas, limits and quotas for each person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from habits.cadence import BlockCalendar, Limit, Quota
from habits.record import dataclass
from habits.streaks.verdicts import Outlook, Period, Verdict, is_required, warning_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.streaks.history import Days, Segment
    from habits.streaks.verdicts import Names


class Block(NamedTuple):
    """A calendar block, cut to its segment.

    Attributes:
        first: Its first day after the cut.
        last: Its last day after the cut.
        length: How many days it has by nature.
        begin: Where in the sorted logs its own begin.
        end: Where they end.
    """

    first: date
    last: date
    length: int
    begin: int
    end: int


class Blocks:
    """The blocks of one segment, in order, with the logs that lie in each."""

    def __init__(self, segment: Segment, days: Days, cadence: Quota | Limit) -> None:
        self.days = days
        self.calendar = BlockCalendar(cadence, segment.effective_from, days.week_start)
        self._segment = segment
        self._running = segment.last is None

    @cached_property
    def all(self) -> list[Block]:
        """All blocks, those that are over and the running one."""
        return list(self._cut(self.calendar.number(min(self._segment.first, self.days.today))))

    @property
    def settled(self) -> list[Block]:
        """The blocks that are over."""
        return self.all[:-1] if self._running else self.all

    @cached_property
    def running(self) -> list[Block]:
        """The block that holds today, if the segment does; no other is looked at for it."""
        return list(self._cut(self.calendar.number(self.days.today))) if self._running else []

    def active(self, block: Block) -> int:
        """Return how many days of a block count."""
        return self.days.paused.active_between(block.first, block.last)

    def logs(self, block: Block) -> Sequence[date]:
        """Return the dates of the logs in a block."""
        return self.days.logs[block.begin : block.end]

    def ahead(self) -> Iterator[Block]:
        """Yield the blocks after the running one, leaving out those that rest whole."""
        number = self.calendar.number(self.days.today) + 1
        while (first := self.calendar.first(number)) < date.max:
            last = self.calendar.last(number)
            yield Block(first, last, (last - first).days + 1, 0, 0)
            rests_until = self.days.paused.resting_until(last) or last
            number = max(number + 1, self.calendar.number(rests_until))

    def _cut(self, begin: int) -> Iterator[Block]:
        """Yield the blocks from that of a number on."""
        calendar, segment, logs = self.calendar, self._segment, self.days.logs
        end = calendar.number(segment.last or self.days.today)
        place = bisect_left(logs, max(calendar.first(begin), segment.first))
        for first, last in calendar.spans(begin, end):
            cut_last = min(last, segment.last or last)
            until = bisect_right(logs, cut_last, place)
            length = (last - first).days + 1
            yield Block(max(first, segment.first), cut_last, length, place, until)
            place = until


@dataclass(frozen=True)
class QuotaReckoner:
    """Judges a quota: so many logs in each block."""

    quota: Quota
    blocks: Blocks
    marks: tuple[date, ...] = ()

    def settled(self) -> Iterable[Period]:
        """Return the verdicts on the blocks that are over."""
        return (self._judged(block, block.end - block.begin) for block in self.blocks.settled)

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the verdict on the running block."""
        return [self._judged(block, self._count(block, extra)) for block in self.blocks.running]

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return what the running block still asks for."""
        (block,) = self.blocks.running
        today = self.blocks.days.today
        count = self._count(block, extra)
        days_left = self.blocks.days.paused.active_between(today, block.last)
        required = is_required(self.blocks.active(block), block.length)
        missing = self.quota.count - count
        due = self.blocks.days.paused.last_active(today, block.last)
        return Outlook(
            completions=count,
            target=self.quota.count,
            days_left=days_left,
            next_due=due if missing > 0 and required and due else self._due_ahead,
            done=missing <= 0,
            due_today=required and days_left == 1,
            at_risk=required and days_left <= max(warning_days(block.length), missing),
            counts=required,
        )

    @cached_property
    def _due_ahead(self) -> date | None:
        for block in self.blocks.ahead():
            due = self.blocks.days.paused.last_active(block.first, block.last)
            if due and is_required(self.blocks.active(block), block.length):
                return due
        return None

    def _count(self, block: Block, extra: Sequence[Names]) -> int:
        return block.end - block.begin + len(extra)

    def _judged(self, block: Block, count: int) -> Period:
        active = self.blocks.active(block)
        judged = verdict(
            kept=count >= self.quota.count,
            over=block.last < self.blocks.days.today,
            required=is_required(active, block.length),
        )
        share = min(1.0, count / self.quota.count)
        is_paused = active <= (block.last - block.first).days
        return Period(
            block.first, block.last, block.length, self.quota.count, share, judged, is_paused
        )


@dataclass(frozen=True)
class LimitReckoner:
    """Judges a limit: at most so many slips in each block (section 13)."""

    limit: Limit
    blocks: Blocks
    marks: tuple[date, ...] = ()

    def settled(self) -> Iterable[Period]:
        """Return the verdicts on the blocks that are over."""
        return (self._judged(block, ()) for block in self.blocks.settled)

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the verdict on the running block."""
        return [self._judged(block, extra) for block in self.blocks.running]

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return how near the limit is."""
        (block,) = self.blocks.running
        count = block.end - block.begin + len(extra)
        return Outlook(
            completions=count,
            target=self.limit.count,
            days_left=self.blocks.days.paused.active_between(self.blocks.days.today, block.last),
            next_due=None,
            slipped=count > self.limit.count,
            can_be_overdue=False,
        )

    def _judged(self, block: Block, extra: Sequence[Names]) -> Period:
        today = self.blocks.days.today
        slips = [*self.blocks.logs(block), *[today] * len(extra)]
        passed = slips[self.limit.count] if len(slips) > self.limit.count else None
        active = self.blocks.active(block)
        judged = verdict(
            kept=block.last < today and is_required(active, block.length),
            over=block.last < today,
            required=False,
        )
        return Period(
            first=block.first,
            last=passed or block.last,
            length=block.length,
            weight=max(self.limit.count, 1),
            share=0.0 if passed else 1.0,
            verdict=Verdict.MISSED if passed else judged,
            paused=active <= (block.last - block.first).days,
        )


def verdict(*, kept: bool, over: bool, required: bool) -> Verdict:
    """Return what a period came to."""
    if kept:
        return Verdict.KEPT
    if not over:
        return Verdict.OPEN
    return Verdict.MISSED if required else Verdict.EXCUSED
