"""How long looking back on streaks takes, in milliseconds: `python -m tests.bench.review`.

A home of ten years and 30,000 entries, with two promises more that are judged by the day. What is
asked for first in a session looks once at every entry; what is asked for after an act does not.
"""

from __future__ import annotations

import gc
import tempfile
from datetime import timedelta
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cadence import parse_cadence
from habits.clock import SystemClock
from habits.practices import BY_SLUG
from habits.service import Promise
from habits.service.ahead import ahead, ahead_of_look_backs
from habits.store.home import Home
from tests.bench.standings import seconds, tell
from tests.bench.years import YEARS, make_years

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.service import Workspace

ENTRIES: Final = 30_000
ROUNDS: Final = 9
MUST, AIM = 10, 5


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        make_years(home, ENTRIES)
        workspace = service.open_workspace(home, SystemClock(), device="bench")
        for phrase in ("daily", "every weekday"):
            promise = Promise(phrase, parse_cadence(phrase))
            service.add_habit(workspace, BY_SLUG["thanks"], promise, workspace.today - YEARS)
        tell_all(workspace)
        workspace.checkpoint()
        tell_ahead(service.open_workspace(home, SystemClock(), device="bench"))


def tell_ahead(workspace: Workspace) -> None:
    """Print the figures of a home that is opened, once quiet moments were used."""
    service.today(workspace)
    begun, taken = perf_counter(), []
    for _ in chain(ahead(workspace), ahead_of_look_backs(workspace)):
        taken.append(1000 * (perf_counter() - begun))
        begun = perf_counter()
    gc.collect()
    gc.freeze()
    tell("looked at ahead: the longest piece", max(taken), 60, 40)
    tell("looked at ahead: all pieces", sum(taken), 400, 250)
    today, year = workspace.today, timedelta(weeks=52)
    whole = seconds(lambda: service.practice_weeks(workspace, today - year, today))
    tell("practices by week, first, looked at ahead", 1000 * whole, MUST, AIM)
    for kind in (service.Kind.QUARTER, service.Kind.YEAR):

        def back(kind: service.Kind = kind) -> object:
            return service.look_back_on(workspace, kind, today)

        tell(f"look back on a {kind}, first, looked at ahead", 1000 * seconds(back), 20, 12)


def tell_all(workspace: Workspace) -> None:
    """Print the figures of a home."""
    today, year = workspace.today, timedelta(weeks=52)
    service.today(workspace)

    def whole() -> object:
        return service.practice_weeks(workspace, today - year, today)

    tell("practices by week, first", 1000 * seconds(whole), 100, 50)
    tell("practices by week, after an act", after_acts(workspace, whole), MUST, AIM)
    for kind in (service.Kind.QUARTER, service.Kind.YEAR):

        def back(kind: service.Kind = kind) -> object:
            return service.look_back_on(workspace, kind, today)

        tell(f"look back on a {kind}, first", 1000 * seconds(back), 250, 120)
        tell(f"look back on a {kind}, again", 1000 * seconds(back), 15, 10)
        tell(f"look back on a {kind}, after an act", after_acts(workspace, back), 15, 10)
    for habit in (None, *(h for h in workspace.ledger.habits() if h.practice == "thanks")):
        key = habit.id if habit else None
        name = habit.cadence(today) if habit else "as a whole"

        def one(key: UUID | None = key) -> object:
            return service.streak_review(workspace, "thanks", key, today.year)

        tell(f"one practice, {name}, after an act", after_acts(workspace, one), MUST, AIM)


def after_acts(workspace: Workspace, look: Callable[[], object]) -> float:
    """Return how many milliseconds a look takes when something was logged before each."""
    taken = []
    for _ in range(ROUNDS):
        service.log(workspace, BY_SLUG["thanks"], "the fix")
        service.today(workspace)
        taken.append(1000 * seconds(look))
    return median(taken)


if __name__ == "__main__":
    main()
