"""A pause is seen before it begins, and withdrawn from where it was made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.service import Scope
from tests.tui.screen_text import is_shown
from tests.tui.test_practice_actions import choose
from tests.tui.test_today import type_line

if TYPE_CHECKING:
    from habits.service import Workspace
    from tui.app import RapportApp

MONDAY, FRIDAY, CHRISTMAS = date(2026, 11, 30), date(2026, 12, 4), date(2026, 12, 24)


async def test_a_pause_to_come_is_told_with_the_promise_of_each_row_that_it_covers(
    app: RapportApp, workspace: Workspace
) -> None:
    service.pause(workspace, MONDAY, FRIDAY, Scope(practice="vision"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert is_shown(
            app,
            "1  pause from Mon 30 Nov to Fri 4 Dec · Tie the work to the north star",
        )
        await pilot.press("j")
        assert not is_shown(app, "pause from")


async def test_a_pause_is_told_as_soon_as_it_is_planned(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "z", 0)
        await type_line(pilot, "24 dec")
        await pilot.press("enter")
        assert is_shown(app, "1  pause from Thu 24 Dec on · Tie the work to the north star")
        await pilot.press("u")
        assert not is_shown(app, "pause from Thu 24 Dec on")


@pytest.mark.parametrize(("scope", "at"), [(Scope(), 1), (Scope(practice="vision"), 2)])
async def test_a_pause_to_come_is_withdrawn_and_others_stay(
    app: RapportApp, workspace: Workspace, scope: Scope, at: int
) -> None:
    service.pause(workspace, MONDAY, FRIDAY, scope)
    service.pause(workspace, CHRISTMAS, None, scope)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z")
        assert is_shown(app, "from Mon 30 Nov to Fri 4 Dec: withdraw it")
        await pilot.press(*["j"] * at, "enter")
        assert is_shown(app, "Withdrawn: ")
        assert [each.first for each in service.pauses(workspace)] == [CHRISTMAS]
        assert is_shown(app, "pause from Thu 24 Dec on")
        await pilot.press("u")
        assert len(service.pauses(workspace)) == 2


@pytest.mark.parametrize(("at", "stays"), [(1, [None]), (2, [FRIDAY])])
async def test_of_two_pauses_that_begin_alike_one_is_withdrawn(
    app: RapportApp, workspace: Workspace, at: int, stays: list[date | None]
) -> None:
    service.pause(workspace, MONDAY, FRIDAY)
    service.pause(workspace, MONDAY, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "z", at)
        assert [each.last for each in service.pauses(workspace)] == stays
