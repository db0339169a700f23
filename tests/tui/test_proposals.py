"""What a log proposes, asks and answers in the app: none of it holds the next key up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.day import Moment
from habits.model import Recognition
from habits.practices import BY_SLUG
from habits.promises import Words
from habits.service import Promise
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_practice_actions import anew, choose
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace
    from habits.store.home import Home

PLAN = 5
"""Where the plan of a limit stands in the menu that `e` opens."""


async def log(pilot: Pilot[None], key: str, text: str) -> None:
    """Log a line of the practice with this key."""
    await pilot.press(key)
    await type_line(pilot, text)
    await pilot.press("enter")


def limit(workspace: Workspace, phrase: str = "never") -> None:
    """Promise a limit of Trust with a plan."""
    promise = Promise(
        "I leave the how", parse_cadence(phrase), words=Words(plan="I ask for options")
    )
    service.add_habit(workspace, BY_SLUG["trust"], promise)


def shy(workspace: Workspace, *handles: str) -> None:
    """Let people be known who like to hear it in a 1:1."""
    service.add_people(workspace, handles)
    for person in service.people(workspace):
        service.edit_person(workspace, person.id, recognition=Recognition.PRIVATE)


async def test_an_act_of_an_ally_proposes_two_follow_ups_that_one_key_promises(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "4", "/ally @maya the export timeout")
        words = " ".join(line.strip() for line in shown(app)[-5:])
        assert "F follows it up: is it solved (Wed 25), back to them (Sun 6)" in words
        assert service.follow_ups(workspace) == ()

        await pilot.press("F")
        (entry,) = service.entries(workspace)
        assert [(each.text, each.people, each.entry) for each in service.follow_ups(workspace)] == [
            ("is it solved: the export timeout", entry.people, entry.id),
            ("back to them: the export timeout", entry.people, entry.id),
        ]
        assert is_shown(app, "is it solved: the export timeout · Wed 25 · Maya")
        await pilot.press("u")
        assert service.follow_ups(workspace) == ()
        assert len(service.entries(workspace)) == 1


@pytest.mark.parametrize("keys", [["u"], ["u", "U"], ["space"], ["F", "u"]])
async def test_it_is_proposed_until_something_else_is_done(
    app: RapportApp, workspace: Workspace, keys: list[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "4", "/ally the export timeout")
        await pilot.press(*keys, "F")
        assert is_shown(app, "Nothing is proposed now")
        assert service.follow_ups(workspace) == ()


async def test_any_other_key_does_what_it_does_and_promises_nothing(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "4", "/ally the export timeout")
        await pilot.press("escape", "j")
        assert not is_shown(app, "F follows it up")
        assert service.follow_ups(workspace) == ()


async def test_one_that_is_gone_by_then_is_not_followed_up(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "4", "/ally the export timeout")
        (entry,) = service.entries(workspace)
        service.delete_entry(workspace, entry.id)
        await pilot.press("F")
        assert is_shown(app, "The entry is gone")


async def test_it_is_proposed_in_the_logbook_too_and_behind_the_mask_without_words(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("l", "m")
        await log(pilot, "4", "/ally @maya the secret timeout")
        assert is_shown(app, "F follows it up: is it solved (Wed 25), back to them (Sun 6)")
        await pilot.press("F", "t")
        await pilot.pause()
        assert len(service.follow_ups(workspace)) == 2
        assert not is_shown(app, "secret")
        assert not is_shown(app, "Maya")


async def test_a_slip_is_answered_with_the_plan_and_the_limit_tells_both(
    app: RapportApp, workspace: Workspace
) -> None:
    limit(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "j", "x")
        await type_line(pilot, "the schema")
        await pilot.press("enter")
        assert is_shown(app, "(u undoes) · next time: I ask for options")

        await pilot.press("enter", "j")
        assert is_shown(app, "1 slip this week")
        assert is_shown(app, "instead: I ask for options")
        await pilot.press("m")
        assert not is_shown(app, "I ask for options")


async def test_behind_the_mask_a_slip_is_answered_with_nothing(
    app: RapportApp, workspace: Workspace
) -> None:
    limit(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m", "j", "j", "x", "enter")
        assert is_shown(app, "Logged: Trust /dictated")
        assert not is_shown(app, "next time")


async def test_the_plan_of_a_limit_is_written_and_taken_out_in_the_app(
    app: RapportApp, workspace: Workspace
) -> None:
    limit(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "enter", "j")
        await choose(pilot, "e", PLAN)
        assert is_shown(app, "I leave the how · instead: I ask for options")
        await pilot.press("ctrl+u")
        assert is_shown(app, "I leave the how · no plan")
        await type_line(pilot, "I write the question")
        await pilot.press("enter")
        assert is_shown(app, "Changed: I leave the how · instead: I write the question")
        await choose(pilot, "e", PLAN)
        await anew(pilot, "")
        assert is_shown(app, "Changed: I leave the how · no plan")
        await pilot.press("m")
        await choose(pilot, "e", PLAN)
        assert is_shown(app, "The mask hides what would be changed.")


async def test_a_habit_of_doing_is_asked_for_no_plan(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert is_shown(app, "Anchor")
        assert not is_shown(app, "In place of a slip")


async def test_a_public_act_for_who_likes_a_talk_of_two_is_asked_about_once(
    app: RapportApp, workspace: Workspace
) -> None:
    shy(workspace, "maya", "ana")
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "6", "/public @maya built the importer")
        assert is_shown(app, "Maya likes to hear it in a 1:1. Save again to log it as public")
        assert app.screen.query_one(QuickLine).text == "/public @maya built the importer"
        assert service.entries(workspace) == ()
        await pilot.press("enter")
        assert len(service.entries(workspace)) == 1

        await log(pilot, "8", "@maya the docs of the importer #public")
        assert len(service.entries(workspace)) == 2
        await log(pilot, "8", "@maya and @ana the tests of the importer #public")
        assert is_shown(app, "Ana likes to hear it in a 1:1. Save again to log it as public")
        assert is_shown(app, "or take #1on1.")
        await pilot.press("enter")
        assert len(service.entries(workspace)) == 3


async def test_what_is_asked_can_be_followed_and_is_not_asked_of_what_is_private(
    app: RapportApp, workspace: Workspace
) -> None:
    shy(workspace, "maya")
    async with app.run_test(size=(80, 24)) as pilot:
        await log(pilot, "6", "/private @maya built the importer")
        assert len(service.entries(workspace)) == 1
        await log(pilot, "8", "@maya the docs of it #public")
        await pilot.press(*["backspace"] * 6, *"1on1", "enter")
        assert service.entries(workspace)[-1].tags == ("1on1",)


async def test_behind_the_mask_it_is_asked_with_stand_ins(
    app: RapportApp, workspace: Workspace
) -> None:
    shy(workspace, "maya", "ana")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        mask = app.session.mask
        assert mask is not None
        ana, maya = map(mask.person, service.people(workspace))
        await log(pilot, "6", f"/stage @{ana.handle} and @{maya.handle} showed the importer")
        assert is_shown(app, f"{ana.name} and {maya.name} like to hear it in a 1:1.")
        assert service.entries(workspace) == ()
        assert not is_shown(app, "Maya")


async def test_the_north_stars_are_listed_with_their_days_and_one_is_set_again(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("N")
        assert is_shown(app, "There is no north star yet. n sets one.")
        for text in ("One [b]", "Two"):
            service.set_north_star(workspace, text)
        await pilot.press("N")
        assert is_shown(app, "since today  Two")
        assert is_shown(app, "today        One [b]")
        await pilot.press("j", "enter")
        assert app.screen.query_one(QuickLine).text == "One [b]"
        await pilot.press("enter")
        held = service.north_star(workspace)
        assert held is not None
        assert held.text == "One [b]"


async def test_the_mask_hides_all_north_stars(app: RapportApp, workspace: Workspace) -> None:
    service.set_north_star(workspace, "a secret star")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "N")
        assert is_shown(app, "since today  our north star")
        assert not is_shown(app, "secret")
        await pilot.press("enter")
        assert app.screen.query_one(QuickLine).text == ""


async def test_an_entry_of_vision_tells_the_north_star_that_it_was_logged_under(
    workspace: Workspace, home: Home
) -> None:
    service.set_north_star(workspace, "a secret star")
    service.log(workspace, BY_SLUG["vision"], "tied the importer")
    moment = workspace.clock.now()
    clock = FixedClock(Moment(moment.instant + timedelta(hours=1), moment.zone))
    later = service.open_workspace(home, clock)
    service.set_north_star(later, "Two")
    app = RapportApp(lambda: Session(later))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert is_shown(app, "tied the importer · Sun 22 Nov 2026 · ★ a secret star")
        await pilot.press("m")
        assert is_shown(app, "Sun 22 Nov 2026 · ★ our north star")
        assert not is_shown(app, "secret")
        await pilot.press("m", "1")
        await type_line(pilot, "retold it")
        await pilot.press("enter", "g")
        assert is_shown(app, "Sun 22 Nov 2026 · ★ Two")
