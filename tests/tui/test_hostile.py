"""Hostile names and notes on every part of the screen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from habits import service
from habits.errors import RefusedError
from habits.practices import BY_SLUG, PRACTICES
from tests.hostile import each_hostile
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session

if TYPE_CHECKING:
    from habits.service import Workspace


@each_hostile
async def test_it_breaks_no_row_no_reading_and_no_message(
    workspace: Workspace, hostile: str
) -> None:
    with contextlib.suppress(RefusedError):
        service.log(workspace, BY_SLUG["vision"], hostile)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("8")
        await type_line(pilot, hostile)
        await pilot.press("enter")
        await pilot.pause()

        lines = shown(app)
        assert [line[5:17].strip() for line in lines[2:10]] == [p.name for p in PRACTICES]
        assert max(cell_len(line) for line in lines) <= 80
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(lines))
        assert is_shown(app, "Logged: Thanks") or is_shown(app, "thanks ›")


@pytest.mark.parametrize("name", ["bad[/oops]", "[b]x", "x\x07y", "\u202eevil"])
async def test_a_person_of_any_name_is_named(workspace: Workspace, name: str) -> None:
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("8")
        await type_line(pilot, f"@{name} the fix")
        await pilot.press("enter")

        assert is_shown(app, "Logged: Thanks")
        assert len(service.entries(workspace)) == 1
