"""What a key changed is drawn before all else that it brings with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.screen_text import row, shown
from tui.screens.today import TodayScreen
from tui.widgets.practice_grid import PracticeGrid

if TYPE_CHECKING:
    import pytest

    from tui.app import RapportApp


async def test_the_row_of_a_log_is_drawn_before_the_message_is_told(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    show, tell = PracticeGrid.render_line, TodayScreen.tell

    def render_line(grid: PracticeGrid, y: int) -> object:
        drawn.append(f"line {y}")
        return show(grid, y)

    def told(screen: TodayScreen, *words: object) -> None:
        drawn.append("message")
        tell(screen, *words)  # type: ignore[arg-type]

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        monkeypatch.setattr(PracticeGrid, "render_line", render_line)
        monkeypatch.setattr(TodayScreen, "tell", told)
        drawn.clear()
        await pilot.press("space")

        assert drawn.index("line 1") < drawn.index("message")
        assert "Logged" in shown(app)[22]


async def test_where_textual_cannot_draw_at_once_the_row_is_drawn_in_its_turn(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.painting._DISPLAY", "_is_not_there")
    async with app.run_test(size=(80, 24)) as pilot:
        before = row(app, 4)
        await pilot.press("4", "enter")

        assert row(app, 4) != before


async def test_a_row_that_has_no_place_on_the_screen_waits_for_one(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        grid = app.screen.query_one(PracticeGrid)
        before = row(app, 1)
        grid.display = False
        await pilot.pause()
        await pilot.press("space")
        grid.display = True
        await pilot.pause()

        assert row(app, 1) != before
