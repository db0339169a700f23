"""Paused days: which days count, and how many of them lie between two dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.streaks.history import Span

_DAY = timedelta(days=1)


class PausedDays:
    """The days on which a habit rests, from pauses that may overlap and may be open."""

    def __init__(self, pauses: Iterable[Span]) -> None:
        self._spans = merged_spans(pauses)

    def __contains__(self, day: date) -> bool:
        """Return whether a day is paused."""
        return self.resting_until(day) is not None

    @property
    def last_end(self) -> date:
        """The last day of the latest pause that ends, `date.min` where there is none."""
        return max((last for _, last in self._spans if last < date.max), default=date.min)

    def resting_until(self, day: date) -> date | None:
        """Return the last day of the pause that holds `day`, None if it is not paused."""
        return next((last for first, last in self._spans if first <= day <= last), None)

    def active_after(self, day: date, last: date) -> int:
        """Return how many days after `day`, up to `last`, are not paused: g of section 1."""
        if not self._spans:
            return max((last - day).days, 0)
        return self.active_between(day + _DAY, last) if last > day else 0

    def nth_active_after(self, day: date, nth: int) -> date | None:
        """Return the day x after `day` with g(day, x) = nth, None if none comes.

        Where it falls just before a pause it is the last day that counts, not one that is paused.
        """
        left, before = nth, day
        for first, last in self._spans:
            if last <= before:
                continue
            free = max((first - before).days - 1, 0)
            if left <= free:
                break
            left, before = left - free, max(last, before)
            if before == date.max:
                return None
        return before + timedelta(days=left) if (date.max - before).days >= left else None

    def active_between(self, first: date, last: date) -> int:
        """Return how many of the days from `first` to `last`, both included, are not paused."""
        days = (last - first).days + 1
        if not self._spans:
            return max(days, 0)
        overlaps = ((min(last, b) - max(first, a)).days + 1 for a, b in self._spans)
        return max(days - sum(overlap for overlap in overlaps if overlap > 0), 0)

    def last_active(self, first: date, last: date) -> date | None:
        """Return the latest day from `first` to `last` that is not paused, if there is one."""
        for start, end in reversed(self._spans):
            if start <= last <= end:
                last = start - _DAY
        return last if last >= first else None


def merged_spans(pauses: Iterable[Span]) -> list[tuple[date, date]]:
    """Return sorted spans with active days between them; an open end becomes `date.max`."""
    spans: list[tuple[date, date]] = []
    for first, last in sorted((first, last or date.max) for first, last in pauses):
        if last < first:
            continue
        if spans and (first - spans[-1][1]).days <= 1:
            spans[-1] = spans[-1][0], max(spans[-1][1], last)
        else:
            spans.append((first, last))
    return spans
