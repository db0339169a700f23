"""The fold: periods taken in one by one, and what they amount to so far."""

from __future__ import annotations

from collections import deque
from copy import copy
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from habits.streaks.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.streaks.verdicts import Period

RATE_DAYS: Final = 90
"""How many days the recent rate looks back, today included."""

STRIP_PERIODS: Final = 12
"""How many of the latest periods a strip shows."""

_SCORE_HALF_LIFE: Final = 13
"""The score of a daily habit halves in this many days missed: Loop's `Score.kt`."""


class Fold:
    """What the periods of a habit amount to, in the order of their verdicts.

    Attributes:
        current: The running streak.
        best: The longest streak so far.
        kept: How many periods were kept, missed: how many were missed.
        recent_kept: The same over the last `RATE_DAYS` days, recent_missed too.
        score: The strength so far, 0 to 1.
        latest: The latest kept or missed period of the segment.
        strip: The latest `STRIP_PERIODS` periods.
        kept_days: The days of the kept verdicts, missed_days: those of the missed ones.
    """

    def __init__(self, today: date) -> None:
        self.current = self.best = 0
        self.kept = self.missed = self.recent_kept = self.recent_missed = 0
        self.score = 0.0
        self.latest: Period | None = None
        self.strip: deque[Period] = deque(maxlen=STRIP_PERIODS)
        self.kept_days: list[date] = []
        self.missed_days: list[date] = []
        self._recent_from = today - timedelta(days=RATE_DAYS - 1)

    def then(self, periods: Iterable[Period]) -> Fold:
        """Return the fold after further periods; this one stays as it is.

        The days of the verdicts are only those of the further periods.
        """
        further = copy(self)
        further.strip = self.strip.copy()
        further.kept_days, further.missed_days = [], []
        further.take(periods)
        return further

    def begin_segment(self) -> None:
        """Forget the latest verdict: only those of its own segment make a habit overdue."""
        self.latest = None

    def take(self, periods: Iterable[Period]) -> None:
        """Take further periods in."""
        for period in periods:
            self.strip.append(period)
            if period.verdict is Verdict.KEPT:
                self._keep(period)
            elif period.verdict is Verdict.MISSED:
                self._miss(period)

    def _keep(self, period: Period) -> None:
        self.current += 1
        self.best = max(self.best, self.current)
        self.kept += 1
        self.recent_kept += period.last >= self._recent_from
        self.kept_days.append(period.last)
        self._weigh(period)

    def _miss(self, period: Period) -> None:
        self.current = 0
        self.missed += 1
        self.recent_missed += period.last >= self._recent_from
        self.missed_days.append(period.last)
        self._weigh(period)

    def _weigh(self, period: Period) -> None:
        self.latest = period
        memory = _memory(period.weight, period.length)
        self.score = self.score * memory + period.share * (1 - memory)

    @property
    def rate(self) -> float | None:
        """The share of the judged periods that were kept; None before the first."""
        return self.kept / (self.kept + self.missed) if self.kept + self.missed else None

    @property
    def recent_rate(self) -> float | None:
        """The same over the last `RATE_DAYS` days."""
        judged = self.recent_kept + self.recent_missed
        return self.recent_kept / judged if judged else None


@lru_cache(maxsize=1024)
def _memory(weight: int, length: int) -> float:
    """Return how much of the score a period leaves: 0.5 ** (sqrt(n * L) / 13).

    That is the daily factor of Loop's `Score.kt`, 0.5 ** (sqrt(n / L) / 13), raised to the L days.
    """
    return float(0.5 ** ((weight * length) ** 0.5 / _SCORE_HALF_LIFE))
