"""Help lists the keys of the place one is in, as the registry has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from habits import service
from tests.tui.screen_text import is_shown, shown
from tui.actions import LINE, TODAY
from tui.dialogs.help import HelpDialog

if TYPE_CHECKING:
    from habits.service import Workspace
    from tui.app import RapportApp


async def test_a_question_mark_lists_what_the_keys_of_today_do(app: RapportApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("question_mark")
        lines = "\n".join(shown(app))
        assert re.search(r"1-8 +Open the line for a practice", lines)
        for action in TODAY[8:]:
            assert action.tooltip in lines


async def test_in_the_line_a_question_mark_is_text_and_f1_is_help(app: RapportApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("8", "question_mark", "f1")
        for action in LINE:
            assert is_shown(app, action.tooltip)
        await pilot.press("escape")
        assert is_shown(app, "thanks › ?")


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_it_is_closed_and_what_is_under_it_goes_on(
    app: RapportApp, workspace: Workspace, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "space", "8", key, "space")
        assert not isinstance(app.screen, HelpDialog)
        assert len(service.entries(workspace)) == 1


async def test_what_does_not_fit_is_scrolled_by_keys(app: RapportApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("question_mark")
        assert is_shown(app, "Open the line for a practice")
        assert not is_shown(app, "Close this")
        await pilot.press(*["j"] * 60)
        assert is_shown(app, "Close this")
        await pilot.press(*["k"] * 60)
        assert is_shown(app, "Open the line for a practice")
        await pilot.press("down")
        assert not is_shown(app, "Open the line for a practice")
        await pilot.press("up")
        assert is_shown(app, "Open the line for a practice")
