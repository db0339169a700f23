"""The Monday aim in the app: what the week has before it, and what is intended for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.clock import fixed_clock
from habits.practices import BY_SLUG
from tests.hostile import each_hostile_drawn
from tests.records import promised
from tests.tui.reviews import app_of
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.screens.review import ReviewScreen
from tui.screens.week_aim import WeekAimScreen

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

MONDAY = date(2026, 11, 16)


@pytest.fixture
def begun(home: Home) -> Workspace:
    """A home on a Monday, with two people, a follow-up and eight promises."""
    workspace = service.open_workspace(home, fixed_clock("2026-11-16T09:00"))
    service.log(workspace, BY_SLUG["vision"], "@maya the plan (2026-10-03)")
    service.log(workspace, BY_SLUG["thanks"], "@ana the runbook (2026-11-12)")
    promised(workspace, "ask Dev", MONDAY)
    return workspace


@pytest.fixture
def app(begun: Workspace) -> RapportApp:
    """The app on it."""
    return app_of(begun)


async def test_a_monday_shows_what_the_week_has_before_it(app: RapportApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("r")
        assert is_shown(app, "This week: W says what is intended for it")
        await pilot.press("W")
        assert shown(app)[0].endswith("Mon 16 to Sun 22 Nov 2026")
        told = [line for line in shown(app) if line.startswith(" ") and line[1:2].isalpha()]
        parts = ["Follow-ups", "Closing this week", "Longest without contact", "Intended"]
        assert [line[1:] for line in told if line[1:] in parts] == parts
        assert is_shown(app, " ▸ ask Dev · today")
        assert is_shown(app, "Hand over the how · on track · by Sun 22")
        assert is_shown(app, "Maya · last contact more than 4 weeks ago · the plan · 3 Oct")
        assert is_shown(app, "nothing yet")
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_up_to_three_things_are_intended_changed_and_taken_out(
    app: RapportApp, begun: Workspace
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W", "G", "enter")
        await type_line(pilot, "Thank Maya")
        assert is_shown(app, "Intended this week: Thank Maya")
        await pilot.press("enter")
        for text in ("Ask Dev back", "Write the why"):
            await pilot.press("a")
            await type_line(pilot, text)
            await pilot.press("enter")
        assert service.intentions(begun) == ("Thank Maya", "Ask Dev back", "Write the why")
        await pilot.press("a")
        assert is_shown(app, "A week has up to 3 intentions.")

        await pilot.press("G", "k", "enter", *["backspace"] * 4)
        await type_line(pilot, "today")
        await pilot.press("enter")
        assert service.intentions(begun)[1] == "Ask Dev today"
        await pilot.press("k", "x")
        assert service.intentions(begun) == ("Ask Dev today", "Write the why")
        await pilot.press("G", "enter", "ctrl+u")
        assert is_shown(app, "It is taken out.")
        await pilot.press("enter")
        assert service.intentions(begun) == ("Ask Dev today",)
        await pilot.press("u")
        assert service.intentions(begun) == ("Ask Dev today", "Write the why")
        await pilot.press("t")
        assert is_shown(app, "aim  Ask Dev today")


async def test_only_what_is_intended_is_taken_out_and_no_words_intend_nothing(
    app: RapportApp, begun: Workspace
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W", "x")
        assert is_shown(app, "That is no intention. What is intended stands last.")
        await pilot.press("G", "x")
        assert is_shown(app, "That is no intention.")
        await pilot.press("enter", "enter")
        assert is_shown(app, "There are no words in it.")
        assert service.intentions(begun) == ()


async def test_what_others_intended_meanwhile_stays(app: RapportApp, begun: Workspace) -> None:
    other = service.open_workspace(begun.store.home, begun.clock)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W", "a")
        await type_line(pilot, "Thank Maya")
        service.set_intentions(other, ["Ask Dev back"])
        app.lookout.look()
        await pilot.press("enter")
        assert service.intentions(begun) == ("Ask Dev back", "Thank Maya")


async def test_each_line_is_acted_on_from_there(app: RapportApp, begun: Workspace) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W")
        assert is_shown(app, "↵ done  +")
        await pilot.press("enter")
        assert service.follow_ups(begun) == ()
        assert is_shown(app, " ▸ Tie the work to the north star") or is_shown(app, " ▸ Hand over")
        assert is_shown(app, "↵ log it  +")
        await pilot.press("j", "enter")
        assert is_shown(app, "productivity ›") or is_shown(app, "trust ›")
        await pilot.press("escape", "G", "k")
        assert is_shown(app, " ▸ Maya")
        await pilot.press("f")
        assert is_shown(app, "follow up · Maya ›")
        await pilot.press("escape", "enter", "enter")
        assert is_shown(app, "vision › @maya")
        await pilot.press("escape", "8")
        assert is_shown(app, "thanks › @maya")
        await pilot.press("escape", "G")
        assert is_shown(app, "↵ write  +")


async def test_older_contacts_are_looked_for_between_keys(begun: Workspace) -> None:
    for number in range(3):
        service.log(begun, BY_SLUG["trust"], f"@zoe {number} (2024-0{number + 1}-03)")
    app = app_of(begun)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W")
        while not is_shown(app, "Zoe · last contact more than 4 weeks ago · 2 · 3 Mar 2024"):
            await pilot.pause(0.01)
        assert is_shown(app, "Maya · ")


async def test_behind_the_mask_nothing_is_told_and_what_is_intended_is_not_changed(
    app: RapportApp, begun: Workspace
) -> None:
    service.set_intentions(begun, ["Thank Maya"])
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("W", "m", "G")
        for word in ("maya", "dev", "plan"):
            assert word not in "\n".join(shown(app)).casefold()
        assert is_shown(app, " ▸ intention 1")
        await pilot.press("enter")
        assert is_shown(app, "The mask hides what would be changed.")
        await pilot.press("a")
        await type_line(pilot, "more")
        await pilot.press("enter")
        assert service.intentions(begun) == ("Thank Maya", "more")


async def test_review_says_nothing_of_it_once_something_is_intended_or_the_week_runs(
    app: RapportApp, begun: Workspace
) -> None:
    service.set_intentions(begun, ["Thank Maya"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert not is_shown(app, "This week:")


@each_hostile_drawn
async def test_hostile_intentions_and_names_break_nothing(begun: Workspace, hostile: str) -> None:
    service.set_intentions(begun, [f"x{hostile}"[:9000], "plain"])
    promised(begun, f"x{hostile}"[:200], MONDAY + timedelta(days=1))
    app = app_of(begun)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("W")
        assert isinstance(app.screen, WeekAimScreen)
        await pilot.press("G")
        assert is_shown(app, " ▸ plain")
        await pilot.press("k", "k", "k", "g")
        assert is_shown(app, "Follow-ups")
