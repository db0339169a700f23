"""The first run: three steps, each of which can be left out, and which come once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import OptionList

from habits import service
from habits.config import Config
from tests.hostile import each_hostile_drawn
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.dialogs.checklist import Checklist
from tui.screens.today import TodayScreen
from tui.screens.welcome import PROPOSED, WelcomeScreen
from tui.session import Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home


@pytest.fixture
def new(workspace: Workspace) -> RapportApp:
    """The app as it opens on a new home."""
    return RapportApp(lambda: Session(workspace), welcomes=True)


def star(workspace: Workspace) -> str:
    """Return the north star; nothing where none was set."""
    held = service.north_star(workspace)
    return held.text if held else ""


def on(app: RapportApp, screen: type[Screen[Any]]) -> bool:
    """Return whether a screen of this kind is shown."""
    return isinstance(app.screen, screen)


def started(workspace: Workspace) -> tuple[str, ...]:
    """Return the slugs of the practices that are started."""
    return tuple(row.practice.slug for row in service.today(workspace).rows if row.is_active)


async def test_it_says_what_to_keep_out_and_asks_three_things(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert on(new, WelcomeScreen)
        text = " ".join(line.strip() for line in shown(new))
        assert "health, family, pay, ratings, guesses at reasons" in text
        assert is_shown(new, "1 of 3")
        await type_line(pilot, "Admins are live in ten minutes")
        await pilot.press("enter")

        assert is_shown(new, "2 of 3")
        await type_line(pilot, "maya, Ana Lima,, José , Maya")
        assert is_shown(new, "Maya, Ana Lima, José")
        await pilot.press("enter")
        await pilot.pause()

        assert is_shown(new, "3 of 3")
        await pilot.press("space", "enter")
        await pilot.pause()

        assert on(new, TodayScreen)
        assert star(workspace) == "Admins are live in ten minutes"
        assert [each.name for each in service.people(workspace)] == ["Ana Lima", "José", "Maya"]
        assert started(workspace) == ("vision", *PROPOSED)
        assert is_shown(new, "★ Admins are live in ten minutes")


async def test_every_step_can_be_left_out_and_then_the_three_that_are_proposed_are_started(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await type_line(pilot, "half a")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert on(new, Checklist)
        assert "esc starts the three that are proposed" in " ".join(
            line.strip() for line in shown(new)
        )
        await pilot.press("escape")
        await pilot.pause()

        assert on(new, TodayScreen)
        assert (star(workspace), service.people(workspace)) == ("", ())
        assert started(workspace) == PROPOSED
        assert is_shown(new, "Started: Empathy, Credit, Thanks")


async def test_a_choice_that_is_not_taken_starts_the_three_that_are_proposed(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
        await pilot.press("space", "escape")
        await pilot.pause()
        assert started(workspace) == PROPOSED


async def test_who_starts_nothing_is_told_how_to_start(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.press("j", "space", *["j"] * 4, "space", "j", "j", "space", "enter")
        await pilot.pause()
        assert started(workspace) == ()
        assert is_shown(new, "No practice is started.")


async def test_an_empty_step_is_left_out_by_enter_too(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert on(new, Checklist)
        await pilot.press("enter")
        await pilot.pause()
        assert started(workspace) == PROPOSED
        assert (star(workspace), service.people(workspace)) == ("", ())


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_who_leaves_in_the_middle_is_not_asked_again(
    new: RapportApp, workspace: Workspace, home: Home, clock: FixedClock, steps: int
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*["escape"] * steps, "ctrl+q")
    workspace.close()

    again = service.open_workspace(home, clock)
    app = RapportApp(lambda: Session(again), welcomes=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert on(app, TodayScreen)
        assert len(started(again)) == 8


async def test_a_home_in_which_something_was_logged_opens_with_today(
    new: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, workspace.practices["thanks"], "the fix")
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert on(new, TodayScreen)


@pytest.mark.parametrize("names", ["Maya, [b]x", "Maya, @", "x" * 61])
async def test_a_name_that_cannot_be_is_said_while_it_is_typed_and_stays(
    new: RapportApp, workspace: Workspace, names: str
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await type_line(pilot, names)
        before = shown(new)[-4:]
        await pilot.press("enter")
        assert shown(new)[-4:] == before
        assert new.screen.query_one(QuickLine).text == names
        assert service.people(workspace) == ()


@each_hostile_drawn
async def test_any_text_is_kept_or_refused_and_breaks_nothing(
    new: RapportApp, workspace: Workspace, hostile: str
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_line(pilot, hostile)
        await pilot.press("enter")
        if is_shown(new, "1 of 3"):
            await pilot.press("escape")
        await type_line(pilot, hostile)
        await pilot.press("enter")
        await pilot.pause()
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(shown(new)))
        assert on(new, Checklist) or is_shown(new, "2 of 3")
        assert len(service.people(workspace)) <= 2 + hostile.count(",")


async def test_help_is_there_in_every_step(new: RapportApp) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        assert is_shown(new, "Keys · the line")
        await pilot.press("escape", "escape", "escape")
        await pilot.pause()
        await pilot.press("question_mark")
        assert is_shown(new, "Keys · a list")
        assert is_shown(new, "Choose what the cursor is on, or not")


async def test_a_disk_that_takes_nothing_is_told_and_the_steps_still_come(
    new: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with new.run_test(size=(80, 24), notifications=True) as pilot:
        monkeypatch.setattr("os.fdatasync", full)
        await pilot.pause()
        await type_line(pilot, "a dear sentence")
        await pilot.press("enter")
        assert is_shown(new, "No space left on device")
        assert new.screen.query_one(QuickLine).text == "a dear sentence"
        monkeypatch.undo()
        await pilot.press("enter")
        assert star(workspace) == "a dear sentence"


async def test_practices_that_cannot_be_kept_are_told_on_today(
    new: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with new.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        monkeypatch.setattr("os.fdatasync", full)
        await pilot.press("enter")
        await pilot.pause()
        assert on(new, TodayScreen)
        assert is_shown(new, "No space left on device")
        assert len(started(workspace)) == 8


async def test_all_eight_may_be_chosen(new: RapportApp, workspace: Workspace) -> None:
    async with new.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.press("space", *["j", "j", "space", "j", "space", "j", "space"])
        await pilot.press("j", "j", "space", "enter")
        await pilot.pause()
        assert on(new, TodayScreen)
        assert len(started(workspace)) == 8
        assert is_shown(new, "All eight are started.")


async def test_each_step_names_the_key_that_leaves_it_by_now(workspace: Workspace) -> None:
    config = Config(keys={"line.leave": ("f3",), "list.leave": ("f4",)})
    app = RapportApp(lambda: Session(workspace), config=config, welcomes=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for step in ("1 of 3", "2 of 3"):
            assert is_shown(app, step)
            assert "f3 leaves it for later." in " ".join(line.strip() for line in shown(app))
            await pilot.press("f3")
        await pilot.pause()
        assert "f4 starts the three that are proposed." in " ".join(
            line.strip() for line in shown(app)
        )
        await pilot.press("f4")
        await pilot.pause()
        assert on(app, TodayScreen)
    assert started(workspace) == PROPOSED


async def test_a_click_on_a_practice_chooses_it_and_enter_takes_what_is_chosen(
    new: RapportApp, workspace: Workspace
) -> None:
    async with new.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.click(OptionList, offset=(3, 0))
        assert is_shown(new, "■ 1 Vision")
        await pilot.click(OptionList, offset=(3, 1))
        assert is_shown(new, "□ 2 Empathy")
        await pilot.press("enter")
        await pilot.pause()
        assert on(new, TodayScreen)
        assert set(started(workspace)) == {"vision", "empathy"} ^ set(PROPOSED)
