"""Terminals of every size, and one that changes its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits import service
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line

if TYPE_CHECKING:
    from habits.service import Workspace
    from tui.app import RapportApp

SIZES = ((40, 12), (60, 18), (80, 24), (120, 40), (240, 70))
TOO_SMALL = ((39, 24), (80, 11), (5, 3))


@pytest.mark.parametrize("size", SIZES)
async def test_the_rows_the_promise_the_line_and_the_keys_are_all_visible(
    year: RapportApp, size: tuple[int, int]
) -> None:
    async with year.run_test(size=size) as pilot:
        assert [key for key in range(1, 9) if row(year, key)] == list(range(1, 9))
        assert is_shown(year, "1  Tie the work") or is_shown(year, "done · next by Sun 29")
        assert "1-8 log" in shown(year)[-1]

        await pilot.press("8")
        await type_line(pilot, "x")
        assert is_shown(year, "thanks › x")
        assert is_shown(year, "Thanks · x · today")
        assert [key for key in range(1, 9) if row(year, key)] == list(range(1, 9))


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_terminal(year: RapportApp, size: tuple[int, int]) -> None:
    async with year.run_test(size=size):
        assert max(len(line) for line in shown(year)) <= size[0]


async def test_a_narrow_terminal_tells_the_status_of_the_row_at_the_cursor(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(60, 18)) as pilot:
        await pilot.press("j", "j")

        assert "due today" not in row(year, 3)
        assert is_shown(year, "     due today")
        assert is_shown(year, "3  Hand over the how · weekly")


@pytest.mark.parametrize("size", TOO_SMALL)
async def test_a_terminal_that_became_too_small_says_so_and_logs_nothing(
    app: RapportApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert " rapport needs 40 x 12".startswith(shown(app)[0][:22])

        await pilot.press("1", "x", "enter", "space", "u", "j")
        assert service.entries(workspace) == ()

        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert row(app, 1).startswith(" ▸ 1 Vision")


async def test_a_terminal_made_small_while_typing_keeps_the_text(app: RapportApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await type_line(pilot, "a rescue")
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert is_shown(app, "respect › a rescue")


async def test_a_small_terminal_says_what_was_done_in_place_of_the_keys_until_the_next_one(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("2")
        await type_line(pilot, "half a story of a customer")
        await pilot.press("enter")
        assert is_shown(app, "Logged: Empathy · half a story of a")
        assert is_shown(app, "customer · today (u undoes)")
        assert not is_shown(app, "1-8 log")

        await pilot.press("j")
        assert is_shown(app, "1-8 log")
        assert not is_shown(app, "Logged")
