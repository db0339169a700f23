"""Settings are shown with what holds, and changed one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from tests.tui.screen_text import is_shown
from tests.tui.test_practice_actions import anew, choose
from tui.dialogs.menu import MenuDialog
from tui.themes import DARK
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from pathlib import Path

    from habits.service import Workspace
    from tui.app import RapportApp

WEEK, ROLLOVER, THEME, ZONE, FOLDER = range(5)
"""Where these stand in the menu."""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config file that is named, and not there yet."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("RAPPORT_CONFIG", str(path))
    return path


def said_in(config: Path) -> str:
    """Return what a config file says; nothing where there is none."""
    return config.read_text() if config.exists() else ""


def say_in(config: Path, text: str) -> None:
    """Let a config file say something."""
    config.write_text(text)


async def test_all_settings_are_shown_with_what_holds(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("comma")
        assert is_shown(app, "Week begins on  Monday")
        assert is_shown(app, "Day turns at    midnight")
        assert is_shown(app, "Theme           rapport-dark")
        assert is_shown(app, "Zone            Europe/Berlin")
        assert is_shown(app, f"Data folder     {str(workspace.store.home.path)[:40]}")


async def test_the_day_on_which_weeks_begin_is_chosen_and_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", WEEK)
        await pilot.press("k", "enter")
        assert workspace.settings.week_start == 6
        assert is_shown(app, "Set: the week begins on Sunday (u undoes)")
        await pilot.press("u")
        assert workspace.settings.week_start == 0


async def test_the_hour_at_which_the_day_turns_is_read_back_and_set(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", ROLLOVER)
        await anew(pilot, "25")
        assert is_shown(app, "'25' is no hour from 0 to 11.")
        assert app.screen.query_one(QuickLine).text == "25"
        await anew(pilot, "4")
        assert workspace.settings.rollover_hour == 4
        assert is_shown(app, "Set: the day turns at 4:00")
        await pilot.press("u")
        assert workspace.settings.rollover_hour == 0


async def test_a_theme_is_worn_while_the_cursor_is_on_it_and_taken_off_by_escape(
    app: RapportApp, config: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", THEME)
        await pilot.press("j")
        await pilot.pause()
        assert app.theme != DARK.name
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == DARK.name
        assert said_in(config) == ""


async def test_a_theme_that_is_chosen_is_kept_beside_the_words_of_the_user(
    app: RapportApp, config: Path
) -> None:
    say_in(config, '# mine\ntheme = "rapport-dark" # quiet\n\n[keys]\nundo = "O"\n')
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", THEME)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert is_shown(app, f"The theme is {app.theme}.")
        assert app.theme != DARK.name
        assert said_in(config) == (f'# mine\ntheme = "{app.theme}" # quiet\n\n[keys]\nundo = "O"\n')


async def test_a_config_file_that_cannot_be_written_is_told_and_the_theme_is_worn_anyway(
    app: RapportApp, config: Path
) -> None:
    say_in(config, "theme = [[[")
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", THEME)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert is_shown(app, "theme holds until the app is left: the config file could not be")
        assert app.theme != DARK.name
        assert said_in(config) == "theme = [[["


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (ZONE, "The zone is this machine's; TZ names another one."),
        (FOLDER, "RAPPORT_HOME or --home names another one."),
    ],
)
async def test_what_cannot_be_set_here_says_what_sets_it(
    app: RapportApp, number: int, why: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "comma", number)
        assert is_shown(app, why)
        assert isinstance(app.screen, MenuDialog)


async def test_what_is_clicked_is_chosen(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.click(OptionList, offset=(3, ROLLOVER))
        await pilot.pause()
        assert is_shown(app, "day turns at ›")


@pytest.mark.parametrize("size", [(40, 12), (50, 14), (80, 24)])
async def test_a_long_menu_keeps_its_keys_in_sight(app: RapportApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await choose(pilot, "comma", THEME)
        assert is_shown(app, "↵ choose  esc close")
        await pilot.press("k")
        await pilot.pause()
        assert is_shown(app, "tokyo-night")
        assert is_shown(app, "↵ choose  esc close")
