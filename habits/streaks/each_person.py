"""Quotas that hold for each person separately (cadence spec, section 14)."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from habits.record import dataclass
from habits.streaks.blocks import verdict
from habits.streaks.verdicts import Outlook, Period, is_required, warning_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from habits.cadence import Quota
    from habits.streaks.blocks import Block, Blocks
    from habits.streaks.history import Member
    from habits.streaks.pauses import PausedDays
    from habits.streaks.verdicts import Names


@dataclass(frozen=True)
class EachPersonReckoner:
    """Judges a quota that every required member of a roster is to reach.

    A member is required in a block when at least half of its natural length are days on which
    they are there: joined, not left (the last day counts), not away, and not paused.
    """

    quota: Quota
    blocks: Blocks
    roster: Sequence[tuple[Member, PausedDays]]
    marks: tuple[date, ...] = ()

    def settled(self) -> Iterable[Period]:
        """Return the verdicts on the blocks that are over."""
        return (self._judged(block, ()) for block in self.blocks.settled)

    def tail(self, extra: Sequence[Names]) -> Sequence[Period]:
        """Return the verdict on the running block."""
        return [self._judged(block, extra) for block in self.blocks.running]

    def outlook(self, extra: Sequence[Names]) -> Outlook:
        """Return who is still to be reached in the running block."""
        (block,) = self.blocks.running
        missing = self._missing(block, extra)
        left = tuple(name for name, count in missing.items() if count > 0)
        today, paused = self.blocks.days.today, self.blocks.days.paused
        days_left = paused.active_between(today, block.last)
        due = paused.last_active(today, block.last)
        most = max(missing.values(), default=0)
        return Outlook(
            completions=len(missing) - len(left),
            target=len(missing),
            days_left=days_left,
            next_due=due if left and due else self._due_ahead,
            done=bool(missing) and not left,
            due_today=bool(left) and days_left == 1,
            at_risk=bool(left) and days_left <= max(warning_days(block.length), most),
            can_be_overdue=bool(missing),
            left=left,
        )

    @cached_property
    def _due_ahead(self) -> date | None:
        paused = self.blocks.days.paused
        for block in self.blocks.ahead():
            due = paused.last_active(block.first, block.last)
            if due and self._missing(block, ()):
                return due
            if block.first > self._last_turn:
                return None
        return None

    @cached_property
    def _last_turn(self) -> date:
        """The last day on which somebody comes, goes or returns; after it nothing changes."""
        turns = [self.blocks.days.today]
        for member, paused in self.roster:
            turns += [member.joined, member.left or member.joined, paused.last_end]
        return max(turns)

    def _missing(self, block: Block, extra: Sequence[Names]) -> dict[str, int]:
        """Return how many logs each required member still lacks, by name; 0 for none."""
        named = Counter(
            name
            for names in (*self.blocks.days.people[block.begin : block.end], *extra)
            for name in set(names)
        )
        return {
            member.name: max(self.quota.count - named[member.name], 0)
            for member, paused in self.roster
            if self._is_required(member, paused, block)
        }

    def _is_required(self, member: Member, paused: PausedDays, block: Block) -> bool:
        first = max(block.first, member.joined)
        last = block.last if member.left is None else min(block.last, member.left)
        return first <= last and is_required(paused.active_between(first, last), block.length)

    def _judged(self, block: Block, extra: Sequence[Names]) -> Period:
        missing = self._missing(block, extra)
        reached = sum(count == 0 for count in missing.values())
        return Period(
            first=block.first,
            last=block.last,
            length=block.length,
            weight=self.quota.count,
            share=reached / len(missing) if missing else 0.0,
            verdict=verdict(
                kept=bool(missing) and reached == len(missing),
                over=block.last < self.blocks.days.today,
                required=bool(missing),
            ),
            paused=self.blocks.active(block) <= (block.last - block.first).days,
        )
