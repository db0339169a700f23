"""Terminals of every size, and one that changes its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from habits import service
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.dialogs.menu import MenuDialog
from tui.session import Session

if TYPE_CHECKING:
    from habits.service import Workspace

SIZES = ((40, 12), (60, 18), (80, 24), (120, 40), (240, 70))
OPENED = (
    (), ("8",), ("l",), ("l", "slash"), ("question_mark",), ("ctrl+p",), ("e",), ("comma",),
    ("p",), ("p", "slash"), ("p", "e"), ("p", "enter"), ("p", "enter", "c"), ("p", "enter", "8"),
    ("C",), ("C", "tab", "tab"), ("C", "tab", "tab", "tab", "enter"), ("W",),
)  # fmt: skip
TOO_SMALL = ((39, 24), (80, 11), (5, 3))


@pytest.mark.parametrize("size", SIZES)
async def test_the_rows_the_promise_the_line_and_the_keys_are_all_visible(
    year: RapportApp, size: tuple[int, int]
) -> None:
    async with year.run_test(size=size) as pilot:
        assert [key for key in range(1, 9) if row(year, key)] == list(range(1, 9))
        assert is_shown(year, "1  Tie the work") or is_shown(year, "done · next by Sun 29")
        keys = shown(year)[-1]
        assert keys.startswith(" 1-8 log  space bare")
        assert keys.endswith("? help  q quit")

        await pilot.press("8")
        await type_line(pilot, "x")
        assert is_shown(year, "thanks › x")
        assert is_shown(year, "Thanks · x · today")
        assert [key for key in range(1, 9) if row(year, key)] == list(range(1, 9))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", OPENED, ids="-".join)
async def test_no_line_is_wider_than_the_terminal(
    year: RapportApp, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        lines = shown(year)
        assert len(lines) == size[1]
        assert max(map(cell_len, lines)) <= size[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", ["t", "l", "p", "r"])
async def test_keys_that_do_not_fit_are_left_out_whole_but_never_help_and_quit(
    year: RapportApp, size: tuple[int, int], place: str
) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press(place)
        await pilot.pause()
        keys = shown(year)[-1]
        assert keys.startswith(" 1-8 log")
        assert keys.endswith("? help  q quit")
        assert "…" not in keys
        assert ("ctrl+p palette" in keys) == (size[0] >= 120)


@pytest.mark.parametrize("size", SIZES)
async def test_each_step_of_the_first_run_is_told_and_what_not_to_write_down(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    app = RapportApp(lambda: Session(workspace), welcomes=True)
    async with app.run_test(size=size) as pilot:
        for step, prompt in (("1 of 3", "north star ›"), ("2 of 3", "engineers ›")):
            await pilot.pause()
            lines = "\n".join(shown(app))
            assert step in lines
            assert prompt in lines
            assert "Keep out what" in lines
            assert "reasons." in lines
            await pilot.press("escape")
        await pilot.pause()
        assert is_shown(app, "Start with")
        assert is_shown(app, "■ 2 Empathy")
        assert is_shown(app, "esc")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys", [("e",), ("a",), ("8", "down"), ("comma",), ("p", "e")], ids="-".join
)
async def test_the_last_choice_of_a_menu_can_be_reached_and_read(
    year: RapportApp, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        menu = year.screen
        assert isinstance(menu, MenuDialog)
        await pilot.press(*["j"] * (menu.list_.option_count - 1))
        await pilot.pause()
        last = menu.list_.get_option_at_index(menu.list_.option_count - 1)
        assert is_shown(year, str(last.prompt).split("  ")[0][:20])


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
