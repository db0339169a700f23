"""The figures that Review shows are those that the engine reckons and a count of entries gives."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.counting import counts
from habits.practices import BY_SLUG, PRACTICES
from tests.tui.logbooks import the_year
from tests.tui.reviews import app_of, streaks, weeks_of
from tests.tui.screen_text import is_like, is_shown, shown
from tui.present_streaks import length_words
from tui.review_look import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.model import Entry
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow
    from tui.app import RapportApp

FIRST, LAST = date(2025, 12, 29), date(2027, 1, 3)
"""The days that the year 2026 has as whole weeks."""

FIRST_OF_WEEKS = date(2025, 11, 17)
"""The Monday 52 weeks before that of the week in which the tests live."""

SIZE = (120, 40)


@pytest.fixture
def demo(workspace: Workspace) -> Workspace:
    """A home that holds the made-up year."""
    service.fill(workspace, the_year())
    return workspace


def row_of(workspace: Workspace, slug: str) -> PracticeRow:
    """Return how a practice stands, as the engine reckons it."""
    return next(row for row in service.today(workspace).rows if row.practice.slug == slug)


def is_act(entry: Entry, slug: str) -> bool:
    """Return whether an entry is an act of a practice, and no slip."""
    move = BY_SLUG[slug].move(entry.move) if entry.move else None
    return entry.practice == slug and not (move and move.slip)


def drawn(entries: Iterable[Entry]) -> list[Entry]:
    """Return those of the weeks that hold the year."""
    return [entry for entry in entries if FIRST <= entry.date <= LAST]


def acts_drawn(app: RapportApp) -> int:
    """Return the sum of all numbers in the heat map; none of the made-up year has two digits."""
    lines = [line for line in shown(app) if re.match(r" [▸ ](Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", line)]
    assert len(lines) == 7
    return sum(int(sign) for line in lines for sign in line[6:] if sign.isdigit())


async def test_each_row_tells_the_streak_and_the_acts_of_its_practice(demo: Workspace) -> None:
    app = app_of(demo)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "w")
        for practice in PRACTICES:
            streak = row_of(demo, practice.slug).streak
            (line,) = [each for each in shown(app)[2:11] if each[3:5] == f"{practice.key} "]
            now = re.search(r" (\d+) weeks? ", line)
            assert int(now[1] if now else 0) == streak.current
            assert line.endswith(f"best {streak.best}")
            assert len(weeks_of(app, practice.name)) == 53
            acts = [e for e in demo.ledger.entries() if is_act(e, practice.slug)]
            await pilot.press(*["k"] * 8, *["j"] * (practice.key - 1))
            assert is_like(app, rf" · {sum(e.date >= FIRST_OF_WEEKS for e in acts)} acts?$")


async def test_a_practice_has_the_streak_and_the_acts_that_the_engine_gives(
    demo: Workspace,
) -> None:
    app = app_of(demo)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "number_sign")
        for practice in PRACTICES:
            streak = row_of(demo, practice.slug).streak
            await pilot.press("enter")
            review = streaks(app).review
            assert (review.current, review.best) == (streak.current, streak.best)
            told = f"best {streak.best}, now 0" if not streak.current else f", best {streak.best} "
            assert is_shown(app, told)
            acts = [entry for entry in demo.ledger.entries() if is_act(entry, practice.slug)]
            assert acts_drawn(app) == len(drawn(acts))
            await pilot.press("escape", "j")


async def test_a_habit_has_the_figures_that_the_engine_gives(demo: Workspace) -> None:
    app = app_of(demo)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "number_sign")
        for practice in PRACTICES:
            await pilot.press("enter")
            for each in row_of(demo, practice.slug).habits:
                await pilot.press("b")
                require_figures(app, demo, each)
                await pilot.press(*["tab"] * VIEWS.index("score"))
                score = round(100 * each.standing.score)
                told = rf" ▸ .* {score} · (kept|missed)"
                assert is_like(app, told if streaks(app).review.scores else "No period was judged")
                await pilot.press(*["shift+tab"] * VIEWS.index("score"))
            await pilot.press("escape", "j")


def require_figures(app: RapportApp, workspace: Workspace, row: HabitRow) -> None:
    """Require that a habit's year is told as the engine judges it and the entries count."""
    habit, standing = row.habit, row.standing
    assert streaks(app).look.habit == habit.id
    told = length_words(standing.current, streaks(app).review)
    best = f"best {standing.best}"
    assert is_shown(app, f"{told}, {best}" if standing.current else f"{best}, now 0") or (
        not standing.best and not is_shown(app, "best ")
    )
    practice = workspace.practices[habit.practice]
    counted = [each for each in workspace.ledger.entries() if counts(habit, each, practice)]
    assert acts_drawn(app) == len(drawn(counted))
