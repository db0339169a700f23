"""Practices are started, archived and taught from the app, each with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.practices import BY_SLUG
from tests.hostile import each_hostile_drawn
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace
    from tui.app import RapportApp

TITLE, TEACH, DROP = 5, 6, 7
"""Where these stand in the menu that `e` opens, behind what is changed of the habit."""


async def choose(pilot: Pilot[None], key: str, number: int) -> None:
    """Open a menu by its key and choose what stands at a number, counted from 0."""
    await pilot.press(key, *["j"] * number, "enter")
    await pilot.pause()


async def anew(pilot: Pilot[None], text: str) -> None:
    """Write a text in place of what stands in the line, and take it."""
    await pilot.press("ctrl+u")
    await type_line(pilot, text)
    await pilot.press("enter")


async def test_a_practice_is_archived_and_started_again_each_with_a_way_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "S")
        assert is_shown(app, "Empathy is archived; its entries stay (u undoes)")
        assert "not started" in row(app, 2)
        assert not workspace.standings().row(BY_SLUG["empathy"]).is_active

        await pilot.press("S")
        assert is_shown(app, "Empathy is started (u undoes)")
        assert "on track" in row(app, 2)
        await pilot.press("u", "u")
        assert "on track" in row(app, 2)


async def test_the_number_of_a_practice_that_is_not_started_logs_and_offers_to_start_it_once(
    app: RapportApp, workspace: Workspace
) -> None:
    service.archive_practice(workspace, BY_SLUG["trust"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await type_line(pilot, "left the index to Dev")
        await pilot.press("enter")
        assert "Trust is not started: S on its row starts it" in " ".join(
            line.strip() for line in shown(app)
        )
        assert [entry.practice for entry in service.entries(workspace)] == ["trust"]
        assert "not started" in row(app, 3)

        await pilot.press("3", "enter")
        assert not is_shown(app, "starts it")
        await pilot.press("S")
        assert "done" in row(app, 3)


async def test_a_title_is_changed_shown_everywhere_and_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", TITLE)
        assert is_shown(app, "title › Vision")
        assert is_shown(app, "Vision, as it is called")
        await anew(pilot, "North [b]")

        assert workspace.practices["vision"].name == "North [b]"
        assert row(app, 1).startswith(" ▸ 1 North [b]")
        assert is_shown(app, "Changed: Vision is now North [b] (u undoes)")
        await pilot.press("u")
        assert row(app, 1).startswith(" ▸ 1 Vision")


async def test_a_title_that_cannot_be_is_refused_and_stays_in_the_line(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", TITLE)
        await anew(pilot, "Thanks")
        assert app.screen.query_one(QuickLine).text == "Thanks"
        assert workspace.practices["vision"].name == "Vision"


@each_hostile_drawn
async def test_any_title_is_refused_or_shown_in_its_row(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", TITLE)
        await anew(pilot, hostile)
        await pilot.press("escape", "ctrl+p")
        await pilot.pause()

        name = workspace.practices["vision"].name
        assert name == "Vision" or is_shown(app, " ".join(name.split())[:6])
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(shown(app)))


async def test_a_move_is_taught_used_and_dropped_again(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", TEACH)
        assert is_shown(app, "Vision knows /tie /retell")
        await anew(pilot, "/demo show the goal in the demo")
        move = workspace.practices["vision"].move("demo")
        assert move is not None
        assert move.meaning == "show the goal in the demo"

        await pilot.press("1")
        await type_line(pilot, "/demo the import")
        await pilot.press("enter")
        assert [entry.move for entry in service.entries(workspace)] == ["demo"]

        await choose(pilot, "e", DROP)
        await pilot.press("G", "enter")
        assert workspace.practices["vision"].move("demo") is None
        assert [entry.move for entry in service.entries(workspace)] == ["demo"]
        await pilot.press("u")
        assert workspace.practices["vision"].move("demo") == move


@pytest.mark.parametrize("text", ["/demo", "demo", "/"])
async def test_a_move_without_its_meaning_is_asked_for_it(
    app: RapportApp, workspace: Workspace, text: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", TEACH)
        await anew(pilot, text)
        assert is_shown(app, "Write the word first and then what is done")
        assert app.screen.query_one(QuickLine).text == text
        assert workspace.practices["vision"].moves == BY_SLUG["vision"].moves


async def test_what_is_on_no_row_says_so(app: RapportApp, workspace: Workspace) -> None:
    service.add_follow_up(workspace, "back to support", workspace.today)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["j"] * 8)
        for key in ("a", "S", "s", "A", "x", "enter"):
            await pilot.press(key)
            assert is_shown(app, "That is no practice and no habit. Go up to a row."), key
            await pilot.press("j")
