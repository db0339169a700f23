"""How long the figures of a long history take, as ratios: `python -m tests.bench.standings`.

All eight flagship habits over 30 years and 100,000 entries, beside `collections.Counter` over the
same dates; then one more log of today beside the whole. Both sides of a ratio are timed in turn,
in one run, and their medians compared.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from habits.cadence import parse_cadence
from habits.practices import PRACTICES
from habits.streaks import HabitHistory, evaluate, judge
from habits.streaks.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 22)
START = date(1996, 11, 25)
ENTRIES = 100_000
ROUNDS = 15


def histories() -> list[HabitHistory]:
    """Return the eight flagship habits with their share of the entries each."""
    chance = random.Random(8)  # noqa: S311 - made-up dates
    span = (TODAY - START).days
    return [
        HabitHistory(
            START,
            ((START, parse_cadence(practice.flagship.cadence)),),
            tuple(
                sorted(
                    START + timedelta(days=chance.randrange(span))
                    for _ in range(ENTRIES // len(PRACTICES))
                )
            ),
        )
        for practice in PRACTICES
    ]


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    begin = perf_counter()
    act()
    return perf_counter() - begin


def tell(what: str, figure: float, must: float, aim: float) -> None:
    """Print a figure beside what it must be and should be."""
    sys.stdout.write(f"{what:58} {figure:10.5f}   must {must:<8g} aim {aim:g}\n")


def main() -> None:
    """Print the ratios."""
    eight = histories()
    dates = [day for history in eight for day in history.logs]
    judgements = [judge(history, TODAY) for history in eight]
    for judgement in judgements:
        standing(judgement)
    floor, whole, one_more = [], [], []
    for _ in range(ROUNDS):
        floor.append(seconds(lambda: Counter(dates)))
        whole.append(seconds(lambda: [evaluate(history, TODAY) for history in eight]))
        one_more.append(seconds(lambda: standing(judgements[0].with_log(TODAY))))
    tell("all eight standings / Counter over the same dates", median(whole) / median(floor), 10, 3)
    tell("one more log / the full computation", median(one_more) / median(whole), 1 / 50, 1 / 1000)


if __name__ == "__main__":
    main()
