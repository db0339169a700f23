"""The palette offers every action with its keys, and does the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from habits import service
from habits.config import Config
from habits.practices import BY_SLUG
from habits.service import PracticeEdit
from tests.tui.screen_text import is_like, is_shown, shown
from tui.actions import TODAY
from tui.app import RapportApp
from tui.dialogs.palette import NOT_OFFERED
from tui.session import Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace

REMAPPED = {"undo": ("O",), "habit.skip": ("S",), "practice.start": ("f5",), "menu.leave": ("f6",)}
"""Keys that a config file may ask for."""


@pytest.fixture
def remapped(workspace: Workspace) -> RapportApp:
    """The app with keys that a config file asks for."""
    return RapportApp(lambda: Session(workspace), config=Config(keys=REMAPPED))


async def ask(pilot: Pilot[None], words: str) -> list[str]:
    """Open the palette, write some words, and return what it offers."""
    await pilot.press("ctrl+p", *words)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    found = pilot.app.screen.query_one(OptionList).options
    return [str(option.prompt) for option in found]


async def test_it_offers_every_action_with_its_keys(app: RapportApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        offered = "\n".join(await ask(pilot, ""))
        for action in TODAY:
            is_here = action.id == "place.today"
            assert (action.tooltip in offered) == (action.id not in NOT_OFFERED and not is_here)
        assert "Take back the newest act  u" in offered
        assert "Find entries  /" in offered


@pytest.mark.parametrize(("word", "action"), [("pause", "habit.pause"), ("skip", "habit.skip")])
async def test_an_action_is_found_by_its_word_too(app: RapportApp, word: str, action: str) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        tooltip = next(each.tooltip for each in TODAY if each.id == action)
        assert tooltip in (await ask(pilot, word))[0]


async def test_it_calls_practices_as_the_user_does_and_behind_the_mask_as_everybody(
    app: RapportApp, workspace: Workspace
) -> None:
    service.edit_practice(workspace, BY_SLUG["thanks"], PracticeEdit(name="Gratitude [/x]"))
    async with app.run_test(size=(80, 40)) as pilot:
        offered = "\n".join(await ask(pilot, ""))
        assert "Open the line for Gratitude [/x]  8" in offered
        assert "Open the line for Thanks" not in offered
        await pilot.press("escape", "m")
        offered = "\n".join(await ask(pilot, ""))
        assert "Open the line for Thanks  8" in offered
        assert "Gratitude" not in offered


async def test_what_is_chosen_by_its_name_is_done(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        assert "Log a bare entry" in (await ask(pilot, "bare"))[0]
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, CommandPalette)
        assert len(service.entries(workspace)) == 1


async def test_what_cannot_be_done_now_says_why(app: RapportApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await ask(pilot, "another day")
        await pilot.press("enter")
        await pilot.pause()
        assert is_shown(app, "There is no follow-up here.")


async def test_keys_that_the_config_file_asks_for_are_told_everywhere(
    remapped: RapportApp, workspace: Workspace
) -> None:
    app = remapped
    async with app.run_test(size=(80, 60)) as pilot:
        assert is_shown(app, "1-8 log  space bare  O undo")
        assert "Take back the newest act  O" in await ask(pilot, "take back")
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        assert is_like(app, r"O +Take back the newest act")
        await pilot.press("escape", "space")
        assert is_shown(app, "(O undoes)")
        await pilot.press("O")
        assert service.entries(workspace) == ()
        await pilot.press("f5")
        assert is_shown(app, "Vision is archived")


async def test_a_menu_tells_the_keys_that_it_has_now(remapped: RapportApp) -> None:
    app = remapped
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert is_shown(app, "↵ choose  f6 close  ? help")
        await pilot.press("question_mark")
        assert is_like(app, r"f6 +Choose nothing")
        await pilot.press("escape", "f6")
        await pilot.pause()
        assert not is_shown(app, "f6 close")


async def test_keys_that_clash_are_named_in_a_message(workspace: Workspace) -> None:
    config = Config(keys={"undo": ("j",), "habit.ad": ("z",)})
    app = RapportApp(lambda: Session(workspace), config=config)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.pause()
        told = " ".join(line.strip() for line in shown(app))
        assert "'row.next' and 'undo' would both be j" in told
        assert "no action 'habit.ad'. Did you mean habit.add?" in told
        await pilot.press("1", "enter", "u")
        assert service.entries(workspace) == ()


async def test_the_palette_is_not_opened_over_a_line_that_is_written(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "ctrl+p")
        assert not isinstance(app.screen, CommandPalette)
        assert app.screen.query_one(QuickLine).is_open


async def test_what_a_word_may_become_is_told_with_the_key_that_completes_it(
    workspace: Workspace,
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    config = Config(keys={"line.complete": ("f4",), "log.vision": ("O",)})
    app = RapportApp(lambda: Session(workspace), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "at", "m")
        assert is_shown(app, "f4 @maya Maya")
        await pilot.press("f4")
        assert is_shown(app, "thanks › @maya")
