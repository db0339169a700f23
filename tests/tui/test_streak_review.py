"""The streaks of a practice or a habit: each of the views, and the ways between them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown, MouseScrollUp

from habits import service
from habits.practices import BY_SLUG
from tests.hostile import each_hostile_drawn
from tests.tui.reviews import app_of, small_history, streaks, table
from tests.tui.screen_text import is_like, is_shown, shown
from tests.tui.test_hostile import if_let_in, name_everything, require_harmless, write_past_the_door
from tui.review_look import VIEWS
from tui.screens.logbook import LogbookScreen
from tui.screens.reviewed_entries import ReviewedEntries
from tui.screens.today import TodayScreen
from tui.widgets.bar_list import BarList
from tui.widgets.heat_grid import HeatGrid
from tui.widgets.reading_list import ReadingList
from tui.widgets.score_chart import ScoreChart

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

SLOW_SIZES = [(60, 18), (80, 24), (240, 70)]
SIZES = [(40, 12), (120, 40), *(pytest.param(s, marks=pytest.mark.faults) for s in SLOW_SIZES)]


def day(app: RapportApp) -> date | None:
    """Return the day that is looked at; None for today."""
    return streaks(app).look.day


async def turn_to(pilot: Pilot[None], view: str) -> None:
    """Open the streaks of the first practice in one of the views."""
    await pilot.press("r", "enter", *["tab"] * VIEWS.index(view))
    await pilot.pause()


async def test_the_year_shows_acts_by_day_with_the_cursor_on_today(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        assert shown(app)[0].startswith(" rapport · Review · Vision  ")
        assert shown(app)[0].endswith("  2026 · 1 week, best 2 · 3 of 6 kept")
        assert is_shown(app, "▸year  runs  score")
        monday = next(line for line in shown(app) if line[2:5] == "Mon")
        assert monday.count("▂") == 3
        assert is_shown(app, " ▸Sun ")
        assert is_shown(app, " Sun 22 Nov 2026 · no act")
        assert is_shown(app, "· none  ▂ 1  ‖ paused")


async def test_a_day_says_what_was_logged_on_it_for_the_practice(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.press("left", *["k"] * 6)
        assert day(app) == date(2026, 11, 9)
        assert is_shown(app, " Mon 9 Nov 2026 · 1 act")
        assert is_shown(app, " the one-liner because it was asked for")


async def test_the_cursor_goes_by_days_weeks_months_and_to_the_ends_of_the_year(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        for keys, reached in (
            (["up"], date(2026, 11, 21)),
            (["left"], date(2026, 11, 14)),
            (["right", "j"], date(2026, 11, 22)),
            (["j"], date(2026, 11, 22)),
            (["pageup"], date(2026, 10, 25)),
            (["g"], date(2026, 1, 1)),
            (["k"], date(2025, 12, 31)),
            (["pagedown"], date(2026, 1, 28)),
            (["G"], date(2026, 11, 22)),
        ):
            await pilot.press(*keys)
            assert day(year) == reached


async def test_brackets_turn_the_years_that_have_entries(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.press("left_square_bracket")
        assert day(year) == date(2025, 11, 22)
        assert is_shown(year, "2025 · ")
        await pilot.press("left_square_bracket")
        assert is_shown(year, "Nothing was logged before 2025.")
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert is_shown(year, "The next year is still to come.")
        assert day(year) == date(2026, 11, 22)


async def test_a_number_sign_shows_the_acts_of_each_day(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.press("number_sign")
        monday = next(line for line in shown(app) if line[2:5] == "Mon")
        assert monday.count("1") == 3
        assert not is_shown(app, "▂")
        assert is_shown(app, "The numbers are acts; + is more than 9.")


async def test_enter_lists_the_entries_of_the_day_and_escape_leads_back_to_it(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.press("left", *["k"] * 6, "enter")
        assert isinstance(app.screen, ReviewedEntries)
        assert is_shown(app, "1 of 3 · Vision · Mon 9")
        await pilot.press("enter")
        assert app.screen.is_writing
        assert is_shown(app, "the one-liner because it was asked for")
        await pilot.press("escape", "escape")
        assert day(app) == date(2026, 11, 9)
        await pilot.press("enter", "l")
        assert type(app.screen) is LogbookScreen


async def test_a_click_chooses_a_day_and_the_wheel_goes_by_weeks(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.click(HeatGrid, offset=(6, 4))
        assert day(year) == date(2026, 1, 1)
        await pilot.click(HeatGrid, offset=(2, 4))
        assert day(year) == date(2026, 1, 1)
        for turn, reached in ((MouseScrollDown, 8), (MouseScrollUp, 1)):
            await pilot._post_mouse_events([turn], HeatGrid)  # noqa: SLF001 - no other way
            assert day(year) == date(2026, 1, reached)


async def test_runs_stand_with_their_dates_the_newest_first(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "runs")
        assert is_like(app, r"▸ 9 Nov - 15 Nov 2026 +■ +1 week · now")
        assert is_like(app, r"  5 Oct - 18 Oct 2026 +■■ +2 weeks · best")
        await pilot.press("number_sign")
        assert not is_like(app, "2026 +■")
        await pilot.press("j", "enter")
        assert streaks(app).look.view == "year"
        assert day(app) == date(2026, 10, 18)


async def test_the_score_is_a_chart_with_a_cursor_and_its_sum_in_words(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "score")
        assert is_like(app, r"^ +100 ")
        assert is_like(app, r"^ +50\b")
        assert is_like(app, r"^ +■  ■  □  □  □  ■$")
        assert is_like(app, r" Sun 15 Nov 2026 · kept · score \d+")
        assert is_shown(app, " 3 of 6 kept")
        await pilot.press("left")
        assert is_like(app, r" Sun 8 Nov 2026 · missed · score \d+")
        await pilot.press("number_sign")
        assert is_like(app, r"▸ 8 Nov 2026 +\d+ · missed")
        await pilot.press("k")
        assert is_like(app, r"▸ 15 Nov 2026 +\d+ · kept")
        await pilot.press("number_sign", "g")
        assert is_like(app, r" Sun 11 Oct 2026 · kept · score")
        await pilot.click(ScoreChart, offset=(13, 2))
        assert is_like(app, r" Sun 25 Oct 2026 · missed")
        await pilot.press("enter")
        assert day(app) == date(2026, 10, 25)


async def test_weekdays_tell_what_was_done_and_months_what_was_kept(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 40)) as pilot:
        await turn_to(pilot, "rhythm")
        assert is_like(app, r"▸ Mon ▇▇▇ +3 acts")
        assert is_like(app, r"  Sun +0 acts")
        assert is_like(app, r"  Oct ■■□ +2 kept, 1 missed · 2 acts")
        assert is_like(app, r"  Nov ■□□ +1 kept, 2 missed · 1 act$")
        await pilot.press("enter")
        assert is_shown(app, "A weekday has no days of its own to show. A month has.")
        await pilot.press("G", "enter")
        assert is_shown(app, "That month is still to come.")
        await pilot.press("k", "enter")
        assert day(app) == date(2026, 11, 1)


async def test_balance_tells_how_many_acts_of_the_year_were_of_which_kind(
    app: RapportApp, workspace: Workspace
) -> None:
    for line in ("/story a call #good", "/story another #good", "/story a third (2025-12-30)"):
        service.log(workspace, BY_SLUG["empathy"], line)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "j", "enter", *["tab"] * VIEWS.index("balance"))
        assert is_shown(app, " 2026 · stories")
        assert is_like(app, r"▸ good +▇▇ +2 acts")
        assert is_like(app, r"  not said +0 acts")
        await pilot.press("enter")
        assert is_shown(app, "A kind has no days of its own to show.")
        await pilot.press("left_square_bracket")
        assert is_like(app, r"  not said +▇ +1 act$")


async def test_entries_are_text_to_be_read_the_newest_first(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "entries")
        assert is_shown(app, " ▸ Mon 9 Nov 2026")
        assert is_shown(app, "   the one-liner because it was asked for")
        await pilot.press("j", "enter")
        screen = app.screen
        assert isinstance(screen, ReviewedEntries)
        assert screen.entry is not None
        assert screen.entry.date == date(2026, 10, 12)
        await pilot.press("escape")
        assert is_shown(app, " ▸ Mon 12 Oct 2026")


async def test_all_that_an_entry_at_the_cursor_says_is_in_sight(year: RapportApp) -> None:
    async with year.run_test(size=(40, 12)) as pilot:
        await turn_to(pilot, "entries")
        for _ in range(12):
            await pilot.press("j")
            assert is_shown(year, " ▸ ")
        await pilot.press("G")
        assert is_shown(year, " ▸ ")
        reading = year.screen.query_one(ReadingList)
        assert reading.cursor == reading.count - 1
        await pilot.click(ReadingList, offset=(4, 1))
        assert reading.cursor < reading.count - 1


async def test_tab_turns_through_the_views_and_shift_tab_back(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "enter")
        seen = []
        for _ in VIEWS:
            seen.append(streaks(year).look.view)
            assert is_shown(year, f"▸{seen[-1]}")
            await pilot.press("tab")
        assert tuple(seen) == VIEWS
        await pilot.press("shift+tab", "shift+tab")
        assert streaks(year).look.view == VIEWS[-2]


async def test_b_turns_through_the_practice_and_its_habits(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["vision"], "the plan")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "enter", "b")
        assert is_shown(app, "Review · Vision · Tie the work to the north star")
        await pilot.press("b")
        assert streaks(app).look.habit is None


async def test_a_practice_of_which_nothing_is_known_says_so(app: RapportApp) -> None:
    said = {
        "year": "not promised yet",
        "runs": "No period was kept yet.",
        "score": "No period was judged yet.",
        "rhythm": "0 acts",
        "balance": "Vision has no kinds of acts to hold against each other.",
        "entries": "Nothing is logged here yet.",
    }
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, VIEWS[0])
        for view in VIEWS:
            await pilot.press("j", "k", "left", "right", "pagedown", "G", "g", "number_sign", "b")
            assert is_shown(app, said[view])
            if view in {"runs", "score", "balance", "entries"}:
                await pilot.press("enter")
                assert streaks(app).look.view == view
            await pilot.press("b", "number_sign", "tab")


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_of_any_view_is_too_wide_and_the_cursor_is_in_sight(
    year: RapportApp, size: tuple[int, int]
) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press("r", "enter")
        for view in VIEWS:
            assert is_shown(year, f"▸{view}")
            for keys in ("", "number_sign", "G", "g", "pagedown", "pageup"):
                await pilot.press(*filter(None, [keys]))
                lines = shown(year)
                assert len(lines) == size[1]
                assert max(map(cell_len, lines)) <= size[0]
                assert sum(line.count("▸") for line in lines) == 2 or view in {"score", "balance"}
                assert lines[-1].endswith("? help  q quit")
            await pilot.press("number_sign", "tab")


async def test_the_mask_covers_the_names_of_habits_and_what_was_said(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "entries")
        assert is_shown(app, "one-liner")
        await pilot.press("m")
        assert not is_shown(app, "one-liner")
        assert not is_shown(app, "Maya")
        await pilot.press("tab")
        await pilot.press("left", *["k"] * 6)
        assert is_shown(app, " Mon 9 Nov 2026 · 1 act")
        assert not is_shown(app, "one-liner")


async def test_what_is_deleted_from_the_day_is_gone_from_the_year(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        await pilot.press("left", *["k"] * 6, "enter", "d", "escape")
        assert is_shown(app, " Mon 9 Nov 2026 · no act")
        await pilot.press("u")
        assert is_shown(app, " Mon 9 Nov 2026 · 1 act")


@each_hostile_drawn
async def test_hostile_texts_are_shown_as_text(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    name_everything(workspace, hostile)
    with if_let_in():
        service.log(workspace, BY_SLUG["vision"], hostile)
    write_past_the_door(workspace, hostile)
    async with app.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "year")
        for _ in VIEWS:
            for key in ("b", "number_sign", "m", "enter", "escape", "m", "b"):
                await pilot.press(key)
                require_harmless(app)
            await pilot.press("tab")


async def test_t_leads_to_today_and_r_to_all_practices(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "j", "enter", "r")
        assert table(year).look.practice == "empathy"
        await pilot.press("enter", "t")
        assert isinstance(year.screen, TodayScreen)


async def test_a_line_is_chosen_with_the_mouse_but_no_heading(year: RapportApp) -> None:
    async with year.run_test(size=(80, 40)) as pilot:
        await turn_to(pilot, "rhythm")
        bars = next(each for each in year.screen.query(BarList) if each.display)
        await pilot.click(bars, offset=(8, 3))
        assert bars.cursor == 2
        await pilot.click(bars, offset=(8, 8))
        assert bars.cursor == 2
