"""Review: which weeks each practice kept, over a quarter or a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from habits import service
from habits.practices import BY_SLUG, PRACTICES
from habits.service import PracticeEdit
from tests.tui.reviews import app_of, small_history, streaks, table, weeks_of
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.screens.review import ReviewScreen
from tui.screens.today import TodayScreen
from tui.widgets.week_table import WeekTable

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

SIZES = [(40, 12), (60, 18), (80, 24), (120, 40), (240, 70)]


async def test_r_shows_which_of_the_last_thirteen_weeks_each_practice_kept(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert weeks_of(app, "Vision") == "■■□□□■·"
        assert shown(app)[0].endswith("13 weeks · from Mon 24 Aug 2026")
        assert [line[3:4] for line in shown(app)[3:11]] == [str(each.key) for each in PRACTICES]
        assert is_shown(app, "1 week     best 2")
        assert is_shown(app, " Vision · 1 week, best 2 · 3 kept, 3 missed · 3 acts")
        assert is_shown(app, "■ kept  □ missed  · running  ‖ paused  - nothing was asked")


async def test_months_stand_over_the_weeks_in_which_they_begin(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        months = shown(year)[2]
        # Of the weeks from 24 August on the second one holds 1 September, the sixth 1 October.
        assert [months.index(month) for month in ("Sep", "Oct", "Nov")] == [21, 33, 45]


async def test_w_turns_to_a_year_and_back(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "w")
        assert shown(year)[0].endswith("53 weeks · from Mon 17 Nov 2025")
        assert len(weeks_of(year, "Growth")) == 53
        await pilot.press("w")
        assert len(weeks_of(year, "Growth")) == 13


async def test_brackets_go_back_by_as_many_weeks_as_are_shown_and_on_again(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "left_square_bracket")
        assert shown(year)[0].endswith("from Mon 25 May 2026")
        await pilot.press("right_square_bracket")
        assert shown(year)[0].endswith("from Mon 24 Aug 2026")
        await pilot.press("right_square_bracket")
        assert is_shown(year, "These are the latest weeks.")
        await pilot.press(*["left_square_bracket"] * 9)
        assert is_shown(year, "Nothing was logged before these weeks.")
        assert table(year).look.back == 4


async def test_a_number_sign_shows_how_much_was_done_in_each_week(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "number_sign")
        line = next(line for line in shown(app) if "1 Vision" in line)
        assert line[18:57].split() == ["1", "1", "·", "·", "·", "1", "·"]
        assert is_shown(app, "The numbers are acts; + is more than 9.")
        await pilot.press("number_sign")
        assert weeks_of(app, "Vision") == "■■□□□■·"


async def test_more_than_nine_acts_of_a_week_are_a_plus(
    app: RapportApp, workspace: Workspace
) -> None:
    for number in range(10):
        service.log(workspace, BY_SLUG["trust"], f"handed over {number}")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "number_sign")
        line = next(line for line in shown(app) if "3 Trust" in line)
        assert line.split()[2:3] == ["+"]


async def test_an_act_logged_here_is_counted_at_once_and_its_week_is_kept_once_it_is_over(
    home: Home,
) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "1")
        await type_line(pilot, "the SSO ticket")
        await pilot.press("enter")
        assert is_shown(app, "3 kept, 3 missed · 4 acts")
        assert weeks_of(app, "Vision") == "■■□□□■·"
        await pilot.press("u")
        assert is_shown(app, "3 kept, 3 missed · 3 acts")


async def test_the_cursor_goes_from_practice_to_practice_and_stops_at_the_ends(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "k")
        assert table(year).look.practice == "vision"
        await pilot.press("j", "down")
        assert table(year).look.practice == "trust"
        await pilot.press("G", "j")
        assert table(year).look.practice == "thanks"
        assert is_shown(year, " ▸ 8 Thanks")
        await pilot.press("g")
        assert table(year).look.practice == "vision"
        await pilot.click(WeekTable, offset=(8, 4))
        assert table(year).look.practice == "respect"
        await pilot.click(WeekTable, offset=(8, 0))
        assert table(year).look.practice == "respect"


async def test_enter_opens_the_streaks_of_the_practice_and_escape_leads_back_to_it(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "w", "j", "j", "enter")
        assert streaks(year).look.practice == "trust"
        await pilot.press("escape")
        assert table(year).look.practice == "trust"
        assert table(year).look.weeks == 53
        await pilot.press("escape")
        assert isinstance(year.screen, TodayScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("span", [(), ("w",)])
async def test_every_size_shows_the_latest_week_of_all_eight_and_no_line_is_too_wide(
    year: RapportApp, size: tuple[int, int], span: tuple[str, ...]
) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press("r", *span)
        lines = shown(year)
        assert len(lines) == size[1]
        assert max(map(cell_len, lines)) <= size[0]
        for practice in PRACTICES:
            row = next(line for line in lines if line[3:5] == f"{practice.key} ")
            assert "·" in row


async def test_what_does_not_fit_is_told(year: RapportApp) -> None:
    async with year.run_test(size=(60, 24)) as pilot:
        await pilot.press("r", "w")
        assert is_shown(year, "Only the latest 42 of 53 weeks fit here.")


async def test_behind_the_mask_a_practice_has_its_first_name(
    app: RapportApp, workspace: Workspace
) -> None:
    service.edit_practice(workspace, BY_SLUG["trust"], PracticeEdit(name="Zebra"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert is_shown(app, "3 Zebra")
        await pilot.press("m")
        assert is_shown(app, "3 Trust")
        assert not is_shown(app, "Zebra")


async def test_r_in_review_changes_nothing_and_is_not_told_there(year: RapportApp) -> None:
    async with year.run_test(size=(120, 40)) as pilot:
        await pilot.press("r", "j")
        before = year.screen
        await pilot.press("r")
        assert year.screen is before
        assert isinstance(before, ReviewScreen)
        assert not is_shown(year, "r review")
        assert is_shown(year, "p people")
