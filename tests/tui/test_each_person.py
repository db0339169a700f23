"""Whom a promise to each person has still to reach stands on Today, by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.service import Promise, Scope
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.service import Workspace
    from tui.app import RapportApp

QUARTER = date(2026, 10, 1)
GROWTH, THANKS = BY_SLUG["growth"], BY_SLUG["thanks"]


@pytest.fixture
def team(workspace: Workspace) -> Workspace:
    """A home with three engineers, and a career talk that is promised to each of them."""
    promise = Promise("Career talk", parse_cadence("quarterly"), ("talk",), each_person=True)
    service.add_habit(workspace, GROWTH, promise, since=QUARTER)
    service.log(workspace, THANKS, "@maya @tom @ana the launch (2026-10-01)")
    return workspace


async def test_a_talk_takes_its_people_from_those_who_are_left(
    app: RapportApp, team: Workspace
) -> None:
    async with app.run_test(size=(140, 30)) as pilot:
        assert is_shown(app, "Career talk · on track · by 31 Dec · Ana, Maya and Tom left")
        await pilot.press("7")
        await type_line(pilot, "/talk @maya @tom staff by autumn")
        await pilot.press("enter")
        assert is_shown(app, "Career talk · 2 of 3 · by 31 Dec · Ana left")

        await pilot.press("u")
        assert is_shown(app, "Ana, Maya and Tom left")
        await pilot.press("enter")
        assert sum("Career talk · Ana, Maya and Tom left" in line for line in shown(app)) == 1
    assert len(service.entries(team)) == 1


@pytest.mark.parametrize(
    "go",
    [
        lambda home, ana: service.edit_person(home, ana, left=date(2026, 11, 14)),
        lambda home, ana: service.edit_person(home, ana, joined=date(2026, 11, 17)),
        lambda home, ana: service.pause(home, date(2026, 11, 15), None, Scope(person=ana)),
    ],
    ids=["left", "joined late", "away"],
)
async def test_who_is_not_there_for_half_of_the_quarter_is_not_among_those_who_are_left(
    app: RapportApp, team: Workspace, go: Callable[[Workspace, UUID], object]
) -> None:
    (ana,) = (each.id for each in service.people(team) if each.handle == "ana")
    go(team, ana)
    async with app.run_test(size=(100, 30)):
        assert is_shown(app, "Career talk · on track · by 31 Dec · Maya and Tom left")


async def test_whoever_is_first_named_late_in_the_quarter_is_not_among_them_yet(
    app: RapportApp, team: Workspace
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@dev the review")
        await pilot.press("enter")
        assert is_shown(app, "by 31 Dec · Ana, Maya and Tom left")
        await pilot.press("8")
        await type_line(pilot, "@dev the test (2026-11-16)")
        await pilot.press("enter")
        assert is_shown(app, "by 31 Dec · Ana, Dev and others left")
    assert len(service.people(team)) == 4
