"""The pictures of Review use the room there is, and nothing of them is drawn twice or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.words import MONTHS, WEEKDAYS
from tests.tui.screen_text import is_like, is_shown, shown
from tests.tui.test_streak_review import SIZES, turn_to
from tui.widgets.bar_list import BarList

if TYPE_CHECKING:
    from tui.app import RapportApp


async def test_all_weekdays_and_months_are_in_sight_in_a_usual_terminal(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "rhythm")
        for name in (*WEEKDAYS, *MONTHS):
            assert is_like(year, rf"\b{name} ")
        assert is_shown(year, "2026 by weekday")
        assert is_shown(year, "2026 by month")


async def test_right_and_left_lead_to_what_stands_beside(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "rhythm")
        for key, label in (
            ("down", "Tue"),
            ("right", "Feb"),
            ("right", "Feb"),
            ("left", "Tue"),
            ("left", "Tue"),
            ("up", "Mon"),
            ("up", "Mon"),
            ("G", "Dec"),
            ("left", "Sun"),
        ):
            await pilot.press(key)
            assert is_shown(year, f"▸ {label} ")


async def test_where_they_stand_one_under_the_other_right_leads_to_the_next(
    year: RapportApp,
) -> None:
    async with year.run_test(size=(60, 24)) as pilot:
        await turn_to(pilot, "rhythm")
        await pilot.press("right", "right", "left")
        assert is_shown(year, " ▸ Tue ")


async def test_a_month_beside_the_weekdays_is_chosen_with_the_mouse(year: RapportApp) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await turn_to(pilot, "rhythm")
        bars = next(each for each in year.screen.query(BarList) if each.display)
        for x, y, label in ((48, 3, "Mar"), (48, 0, "Mar"), (8, 9, "Mar"), (8, 2, "Tue")):
            await pilot.click(bars, offset=(x, y))
            assert is_shown(year, f"▸ {label} ")


@pytest.mark.parametrize("size", SIZES)
async def test_one_sign_alone_points_to_the_period_at_the_cursor(
    year: RapportApp, size: tuple[int, int]
) -> None:
    async with year.run_test(size=size) as pilot:
        await turn_to(pilot, "score")
        assert sum(line.count("▴") for line in shown(year)) == 1
        assert is_like(year, r"^ .*\b(Aug|Sep|Oct)\b")


@pytest.mark.parametrize("width", [40, 57, 60, 113])
async def test_no_month_over_the_weeks_is_cut(year: RapportApp, width: int) -> None:
    async with year.run_test(size=(width, 24)) as pilot:
        for keys in (("r",), ("w",), ("enter",)):
            await pilot.press(*keys)
            await pilot.pause()
            months = next(line for line in shown(year)[1:] if "Sep" in line)
            assert set(months.split()) <= {*MONTHS, "weeks"}


async def test_a_list_without_details_uses_every_line(year: RapportApp) -> None:
    async with year.run_test(size=(40, 12)) as pilot:
        await turn_to(pilot, "rhythm")
        await pilot.press("G")
        assert is_shown(year, " ▸ Dec ")
        assert is_shown(year, " of the last 6")
