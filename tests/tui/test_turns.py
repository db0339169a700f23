"""Keys that are typed ahead reach what those before them open, in the order in which they came."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from habits import service
from habits.practices import BY_SLUG, PRACTICES
from tests.tui.test_today import cursor
from tui import turns
from tui.dialogs.help import HelpDialog
from tui.screens.today import TodayScreen
from tui.widgets.practice_grid import PracticeGrid
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from habits.service import Workspace
    from tui.app import RapportApp


def send(app: RapportApp, *keys: str) -> None:
    """Let keys arrive at once, as those of somebody do who does not wait for the screen."""
    for key in keys:
        printed = " " if key == "space" else key
        app.post_message(Key(key, printed if len(printed) == 1 else None))


async def until_quiet(pilot: Pilot[None]) -> None:
    """Wait until everything that was typed has been taken."""
    for _ in range(4):
        await pilot.pause()


async def test_keys_behind_the_one_that_opens_a_menu_are_for_the_menu(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "j", "a", "j", "enter", "j")
        await until_quiet(pilot)

        (row,) = service.rows(workspace, [BY_SLUG["empathy"]])
        assert [each.habit.name for each in row.habits][1:] == [
            "Each engineer in a customer conversation"
        ]
        assert isinstance(app.screen, TodayScreen)
        assert cursor(app) == 3


async def test_a_whole_way_through_menu_and_line_may_be_typed_at_once(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "e", "enter", "ctrl+u", *"Why", "enter", "space", "e", "escape", "1", *"so")
        await until_quiet(pilot)

        (row,) = service.rows(workspace, [BY_SLUG["vision"]])
        assert row.leading.habit.name == "Why"
        assert len(service.entries(workspace)) == 1
        assert app.screen.query_one(QuickLine).text == "so"


async def test_two_enters_at_once_close_a_menu_once(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "a", "enter", "enter")
        await until_quiet(pilot)

        assert isinstance(app.screen, TodayScreen)
        (row,) = service.rows(workspace, [BY_SLUG["vision"]])
        assert len(row.habits) == 2
        assert app.screen.query_one(PracticeGrid).lines == len(PRACTICES) + 1


async def test_help_closes_for_the_keys_behind_it(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "question_mark", "j", "q", "space", "question_mark")
        await until_quiet(pilot)
        assert isinstance(app.screen, HelpDialog)
        assert len(service.entries(workspace)) == 1


async def test_a_paste_keeps_its_place_among_keys(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "8", *"ab")
        app.post_message(Paste("cd"))
        send(app, *"ef")
        await until_quiet(pilot)
        assert app.screen.query_one(QuickLine).text == "abcdef"


async def test_a_key_of_a_place_behind_the_one_that_leaves_it_is_for_the_next_place(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "l", "d", "t", "j")
        await until_quiet(pilot)
        assert service.entries(workspace) == ()
        assert isinstance(app.screen, TodayScreen)
        assert cursor(app) == 2


async def test_a_key_that_is_never_done_does_not_block_those_behind_it_for_ever(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = asyncio.Event()

    def lose(_: object, __: object) -> None:
        lost.set()

    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(turns.Turns, "_follow", lose)
            send(app, "j")
            await lost.wait()
        send(app, "space")
        await until_quiet(pilot)
        assert service.entries(workspace) == ()

        monkeypatch.setattr(turns, "_PATIENCE", 0.0)
        send(app, "space")
        await until_quiet(pilot)
        assert len(service.entries(workspace)) == 2


async def test_a_key_whose_widget_is_gone_when_it_is_done_lets_the_next_one_come(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(turns, "_PATIENCE", 1e9)
        for _ in range(5):
            send(app, "a", "escape", "comma", "enter", "escape", "question_mark", "escape")
        send(app, "j")
        await until_quiet(pilot)
        await until_quiet(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert cursor(app) == 2
