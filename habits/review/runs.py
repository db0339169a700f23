"""Runs: the kept periods that followed each other without a miss, with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.streaks import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.streaks import Period


class Run(NamedTuple):
    """Kept periods with no miss between them.

    Attributes:
        first: The first day of the first one.
        last: The last day of the last one; today where that is not over.
        length: How many were kept; those that were excused add nothing.
        is_current: Whether it is the running streak.
        is_best: Whether there is none longer.
    """

    first: date
    last: date
    length: int
    is_current: bool
    is_best: bool


def runs_of(periods: Iterable[Period], today: date) -> tuple[Run, ...]:
    """Return the runs in a history, the newest first.

    Args:
        periods: All its periods, oldest first.
        today: The local today.
    """
    kept: list[list[Period]] = [[]]
    for period in periods:
        if period.verdict is Verdict.KEPT:
            kept[-1].append(period)
        elif period.verdict is Verdict.MISSED:
            kept.append([])
    best = max(map(len, kept))
    running = kept[-1]
    return tuple(
        Run(run[0].first, min(run[-1].last, today), len(run), run is running, len(run) == best)
        for run in reversed(kept)
        if run
    )
