"""A promise to each person, and one of not doing: how both stand on Today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.service import Promise, Scope
from tests.tui.screen_text import is_like, is_shown, shown
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


async def test_one_talk_with_all_three_reaches_each_of_them_and_undo_none(
    app: RapportApp, team: Workspace
) -> None:
    del team
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("7")
        await type_line(pilot, "/talk @maya @tom @ana the next year")
        await pilot.press("enter", "enter")
        assert is_like(app, r"    Career talk +.* 1 quarter +done")
        await pilot.press("u")
        assert is_like(app, r"    Career talk +.* on track")
        assert is_shown(app, "Ana, Maya and Tom left")


async def test_another_act_of_growth_reaches_nobody_of_a_talk(
    app: RapportApp, team: Workspace
) -> None:
    del team
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("7")
        await type_line(pilot, "/spark @maya protocols")
        await pilot.press("enter")
        assert is_shown(app, "Ana, Maya and Tom left")


async def test_where_nobody_is_to_be_reached_it_says_that_there_is_no_one_yet(
    app: RapportApp, workspace: Workspace
) -> None:
    promise = Promise("Career talk", parse_cadence("quarterly"), ("talk",), each_person=True)
    service.add_habit(workspace, GROWTH, promise)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*["j"] * 6, "enter")
        assert is_like(app, r"    Career talk +.*no one yet")
        assert not is_shown(app, "left")


@pytest.mark.parametrize("phrase", ["every 3 days", "every friday"])
async def test_what_is_not_counted_in_periods_is_not_promised_to_each_person(
    app: RapportApp, workspace: Workspace, phrase: str
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", "k", "enter")
        await type_line(pilot, "Coffee")
        await pilot.press("enter")
        await type_line(pilot, f"{phrase}, for each person")
        await pilot.press("enter")
        assert is_shown(app, "cannot hold for each person: that is counted in calendar periods.")
    assert not [each for each in workspace.ledger.habits() if each.name == "Coffee"]


async def test_a_limit_tells_its_clean_weeks_and_a_slip_that_ends_them_in_numbers_alone(
    app: RapportApp, workspace: Workspace
) -> None:
    promise = Promise("No how", parse_cadence("at most once a week"))
    service.add_habit(workspace, BY_SLUG["trust"], promise, since=QUARTER)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "j", "enter")
        assert is_like(app, r"    No how +.*7 wk clean +on track")
        await pilot.press("x", "enter")
        assert is_like(app, r"    No how +.*7 wk clean +1 slip this week")
        await pilot.press("x", "enter")
        assert is_like(app, r"    No how +.*2 slips this week · limit 1")
        assert not is_shown(app, "clean")
        await pilot.press("u")
        assert is_like(app, r"    No how +.*7 wk clean")
