"""Of a habit Review shows what it counts, in each of its views."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.service import Promise
from tests.tui.reviews import streaks
from tests.tui.screen_text import is_like, is_shown
from tui.review_look import VIEWS
from tui.screens import looking_view
from tui.screens.reviewed_entries import ReviewedEntries

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from habits.service import Workspace
    from tui.app import RapportApp

START = date(2026, 11, 1)


@pytest.fixture
def stories(workspace: Workspace) -> Workspace:
    """A home with a habit that counts stories alone, and with acts of other moves."""
    weekly = Promise("Tell a story", parse_cadence("weekly"), moves=("story",))
    service.add_habit(workspace, BY_SLUG["empathy"], weekly, START)
    for line in (
        "/story a nurse gave up #bad",
        "/need the export is slow #good",
        "/story a template fit #good (2026-11-20)",
    ):
        service.log(workspace, BY_SLUG["empathy"], line)
    return workspace


async def turn_to(pilot: Pilot[None], key: str, habit: str, view: str) -> None:
    """Open one of the views of a habit."""
    await pilot.press("r", *["j"] * (int(key) - 1), "enter", *["tab"] * VIEWS.index(view), "b")
    while not is_shown(pilot.app, habit):
        await pilot.press("b")
    await pilot.pause()


async def test_the_entries_are_those_that_it_counts(app: RapportApp, stories: Workspace) -> None:
    del stories
    async with app.run_test(size=(120, 40)) as pilot:
        await turn_to(pilot, "2", "Tell a story", "entries")
        assert is_shown(app, "a nurse gave up")
        assert is_shown(app, "a template fit")
        assert not is_shown(app, "the export is slow")
        while streaks(app).look.habit is not None:
            await pilot.press("b")
        assert is_shown(app, "the export is slow")


async def test_a_day_says_and_lists_what_it_counts(app: RapportApp, stories: Workspace) -> None:
    del stories
    async with app.run_test(size=(120, 40)) as pilot:
        await turn_to(pilot, "2", "Tell a story", "year")
        assert is_shown(app, "Sun 22 Nov 2026 · 1 act")
        assert is_shown(app, "a nurse gave up")
        assert not is_shown(app, "the export is slow")
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewedEntries)
        assert is_shown(app, "1 of 3 · Empathy · today · Tell a story")
        assert not is_shown(app, "the export is slow")


async def test_the_entries_of_another_practice_can_be_shown_from_there(
    app: RapportApp, stories: Workspace
) -> None:
    service.log(stories, BY_SLUG["thanks"], "the fix")
    async with app.run_test(size=(120, 40)) as pilot:
        await turn_to(pilot, "2", "Tell a story", "year")
        await pilot.press("enter", "b", *["j"] * 7, "enter")
        assert is_shown(app, "1 of 4 · Thanks · today")
        assert is_shown(app, "the fix")


async def test_the_balance_is_that_of_what_it_counts(app: RapportApp, stories: Workspace) -> None:
    del stories
    async with app.run_test(size=(120, 40)) as pilot:
        await turn_to(pilot, "2", "Tell a story", "balance")
        assert is_like(app, r"good +▇ +1 act$")
        assert is_like(app, r"bad +▇ +1 act$")


async def test_what_a_promise_not_to_do_something_counts_are_slips(
    app: RapportApp, workspace: Workspace
) -> None:
    never = Promise("Leave the how to them", parse_cadence("never"))
    service.add_habit(workspace, BY_SLUG["trust"], never, START)
    service.log(workspace, BY_SLUG["trust"], "/dictated the schema")
    service.log(workspace, BY_SLUG["trust"], "/context the what (2026-11-20)")
    async with app.run_test(size=(120, 40)) as pilot:
        await turn_to(pilot, "3", "Leave the how", "year")
        assert is_shown(app, "Sun 22 Nov 2026 · 1 slip")
        assert is_shown(app, "the schema")
        await pilot.press("up")
        assert is_shown(app, "Sat 21 Nov 2026 · no slip")
        while streaks(app).look.view != "rhythm":
            await pilot.press("tab")
        assert is_like(app, r"Nov .*1 slip$")
        assert not is_like(app, r"\bacts?$")
        while streaks(app).look.view != "entries":
            await pilot.press("tab")
        assert is_shown(app, "the schema")
        assert not is_shown(app, "the what")


async def test_a_day_of_the_practice_as_a_whole_says_its_acts_and_not_its_slips(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["trust"], "/dictated the schema")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r", "j", "j", "enter")
        assert is_shown(app, "Sun 22 Nov 2026 · no act")
        assert not is_shown(app, "the schema")


@pytest.mark.parametrize(
    ("keys", "found"), [(["shift+tab"], "the oldest"), (["tab"] * 4, " 1 act")]
)
async def test_a_large_home_is_looked_through_between_keys(
    app: RapportApp,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    keys: list[str],
    found: str,
) -> None:
    service.log(workspace, BY_SLUG["empathy"], "/story the oldest #bad (2026-01-05)")
    for number in range(120):
        service.log(workspace, BY_SLUG["thanks"], f"act {number}")
    monkeypatch.setattr(looking_view, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "j", "enter")
        later: list[Callable[[], None]] = []
        streaks(app).do_later = later.append  # type: ignore[method-assign, assignment]
        await pilot.press(*keys)
        assert later
        while later:
            assert is_shown(app, "Looking …")
            later.pop()()
            await pilot.pause()
        assert is_shown(app, found)
        assert not is_shown(app, "Looking …")


async def test_why_there_is_no_balance_is_said(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "enter", *["tab"] * VIEWS.index("balance"))
        assert is_shown(app, "Vision has no kinds of acts to hold against each other.")
        await pilot.press("escape", "j", "enter")
        assert is_shown(app, "No act was logged in 2026.")
