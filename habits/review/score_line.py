"""The score over time, and the latest verdicts summed in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from habits.streaks import Verdict
from habits.streaks.fold import Fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from habits.streaks import Period

LAST: Final = 6
"""How many of the latest verdicts are summed in words."""


class ScorePoint(NamedTuple):
    """What the score was after a verdict.

    Attributes:
        date: The day of the verdict; today where its period is kept and not over.
        score: The strength of the habit from then on, 0 to 1.
        verdict: Whether the period was kept or missed.
    """

    date: date
    score: float
    verdict: Verdict


def score_line(periods: Iterable[Period], today: date) -> Iterator[ScorePoint]:
    """Yield the score after each verdict, oldest first.

    Args:
        periods: All periods of a history, oldest first.
        today: The local today.
    """
    fold = Fold(today)
    for period in periods:
        if period.verdict in {Verdict.KEPT, Verdict.MISSED}:
            fold.take((period,))
            yield ScorePoint(min(period.last, today), fold.score, period.verdict)


def score_words(points: Sequence[ScorePoint]) -> str:
    """Return how many of the latest verdicts were kept, in words."""
    if not points:
        return "nothing judged yet"
    last = points[-LAST:]
    kept = sum(point.verdict is Verdict.KEPT for point in last)
    of_the_last = "of" if len(points) <= LAST else "of the last"
    return f"{kept} {of_the_last} {len(last)} kept"
