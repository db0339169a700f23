"""Follow-ups and the north star, set from Today and from the logbook."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.service import Promise
from tests.hostile import each_hostile_drawn
from tests.records import promised
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_practice_actions import anew
from tests.tui.test_today import type_line
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.model import FollowUp
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

BELOW = ["j"] * 8
"""The keys that lead from the first row to what is due."""


def only(workspace: Workspace) -> FollowUp:
    """Return the one follow-up that is open."""
    (follow_up,) = service.follow_ups(workspace)
    return follow_up


async def test_a_follow_up_is_promised_with_its_day_and_its_people_and_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert is_shown(app, "without a day in a week")
        await type_line(pilot, "back to support about the export @maya (in 3 days)")
        assert is_shown(app, "back to support about the export · Maya · by Wed 25")
        await pilot.press("enter")

        made = only(workspace)
        assert (made.text, made.due) == ("back to support about the export", date(2026, 11, 25))
        assert [service.names(workspace)[key] for key in made.people] == ["Maya"]
        assert is_shown(app, "due  back to support about the export · Wed 25 · Maya")
        assert is_shown(app, "Promised: back to support about the export")
        await pilot.press("u")
        assert service.follow_ups(workspace) == ()
        assert not is_shown(app, "due  back to support")


async def test_a_follow_up_without_a_day_is_due_in_a_week(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await anew(pilot, "ask Dev")
        assert only(workspace).due == date(2026, 11, 29)


async def test_while_a_follow_up_is_written_it_is_told_how_its_day_is_said(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await type_line(pilot, "ask about the panel in 3 days")
        assert is_shown(app, "by Sun 29")
        assert is_shown(app, "(in 3 days) or (fri) at the end says by when")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ask @nobody (fri)", "Nobody is known as @nobody. Name them in an entry first."),
        ("", "has no words"),
        ("ask (2026-02-30)", "2026-02-30"),
    ],
)
async def test_a_follow_up_that_cannot_be_stays_in_the_line(
    app: RapportApp, workspace: Workspace, text: str, why: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await anew(pilot, text)
        assert is_shown(app, why)
        assert app.screen.query_one(QuickLine).text == text
        assert service.follow_ups(workspace) == ()


async def test_what_was_begun_of_a_follow_up_is_there_the_next_time(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await type_line(pilot, "half a promise")
        await pilot.press("escape", "f")
        assert app.screen.query_one(QuickLine).text == "half a promise"


async def test_people_are_completed_while_a_follow_up_is_written(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await type_line(pilot, "ask @m")
        await pilot.press("tab")
        assert app.screen.query_one(QuickLine).text.strip() == "ask @maya"


async def test_a_day_that_is_over_is_refused_while_it_is_typed(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await type_line(pilot, "ask Dev (yesterday)")
        assert is_shown(app, "2026-11-21 is over. A follow-up is due today (2026-11-22) or later.")
        await pilot.press("enter")
        assert app.screen.query_one(QuickLine).text == "ask Dev (yesterday)"
        assert service.follow_ups(workspace) == ()


async def test_one_that_is_late_is_said_so_done_and_open_again(
    app: RapportApp, workspace: Workspace
) -> None:
    promised(workspace, "back to support", date(2026, 11, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        assert is_shown(app, "back to support · Fri 20 · 2 days late")
        await pilot.press(*BELOW, "d")
        assert service.follow_ups(workspace) == ()
        assert is_shown(app, "Done: back to support · Fri 20 (u undoes)")
        await pilot.press("u")
        assert only(workspace).done is None


async def test_one_is_moved_to_another_day_read_back_first(
    app: RapportApp, workspace: Workspace
) -> None:
    promised(workspace, "back to support", date(2026, 11, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*BELOW, "w")
        assert is_shown(app, "By when is it to be done?")
        await type_line(pilot, "someday")
        await pilot.press("enter")
        assert app.screen.query_one(QuickLine).text == "someday"
        await pilot.press("ctrl+u")
        await type_line(pilot, "yesterday")
        assert is_shown(app, "2026-11-21 is over. A follow-up is due today (2026-11-22) or later.")
        await pilot.press("enter")
        assert only(workspace).due == date(2026, 11, 20)
        await pilot.press("ctrl+u")
        await type_line(pilot, "in 2 days")
        assert is_shown(app, "by Tue 24 · 2026-11-24")
        await pilot.press("enter")
        assert only(workspace).due == date(2026, 11, 24)
        await pilot.press("u")
        assert only(workspace).due == date(2026, 11, 20)


async def test_one_is_said_otherwise_done_and_told_of_in_the_key_line(
    app: RapportApp, workspace: Workspace
) -> None:
    promised(workspace, "back to support", date(2026, 11, 20))
    service.set_intentions(workspace, ["see the clinic"])
    async with app.run_test(size=(120, 24)) as pilot:
        assert "space bare" in shown(app)[-1]
        await pilot.press(*BELOW)
        assert is_shown(app, "▸ aim  see the clinic")
        assert "space" not in shown(app)[-1]
        await pilot.press("space")
        assert is_shown(app, "That is no practice and no habit.")

        await pilot.press("j")
        assert "space done" in shown(app)[-1]
        await pilot.press("e")
        assert app.screen.query_one(QuickLine).text == "back to support"
        await anew(pilot, "call support (fri)")
        assert is_shown(app, "Changed: call support · Fri 27 · was Fri 20")
        await pilot.press("space")
        assert is_shown(app, "Done: call support · Fri 27")
        assert service.follow_ups(workspace) == ()


async def test_what_a_habit_wants_of_somebody_can_be_logged_where_it_is_told(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix (2026-09-01)")
    promise = Promise("A talk", parse_cadence("quarterly"), moves=("talk",), each_person=True)
    service.add_habit(workspace, BY_SLUG["growth"], promise, since=date(2026, 10, 1))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press(*BELOW)
        assert is_shown(app, "▸ due  A talk")
        assert "space bare" in shown(app)[-1]
        await pilot.press("space")
        assert app.screen.query_one(QuickLine).text == "/talk @"
        await pilot.press("escape", "e")
        assert is_shown(app, "How often")


async def test_behind_the_mask_none_is_said_otherwise(
    app: RapportApp, workspace: Workspace
) -> None:
    promised(workspace, "back to support", date(2026, 11, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", *BELOW, "e")
        assert is_shown(app, "mask")
        assert not app.screen.query_one(QuickLine).is_open


@pytest.mark.parametrize("key", ["d", "w"])
async def test_a_row_is_no_follow_up(app: RapportApp, workspace: Workspace, key: str) -> None:
    promised(workspace, "back to support", date(2026, 11, 20))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert is_shown(app, "There is no follow-up here. Go to one below the rows.")
        assert only(workspace).due == date(2026, 11, 20)


async def test_a_follow_up_of_an_entry_keeps_whom_it_concerned(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("f")
        await anew(pilot, "see that it held (fri)")
        made = only(workspace)
        (entry,) = service.entries(workspace)
        assert (made.people, made.entry) == (entry.people, entry.id)


async def test_the_north_star_is_set_stands_above_the_rows_and_is_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert is_shown(app, "The one sentence that the work is for. It holds from today on.")
        await anew(pilot, "Admins are live in ten minutes")
        assert is_shown(app, "★ Admins are live in ten minutes")

        await pilot.press("n")
        assert app.screen.query_one(QuickLine).text == "Admins are live in ten minutes"
        await pilot.press("enter")
        assert is_shown(app, "This is the north star already.")
        await anew(pilot, "Admins are live in five minutes")
        assert len(service.north_stars(workspace)) == 2
        await pilot.press("u")
        assert is_shown(app, "★ Admins are live in ten minutes")
        await pilot.press("u")
        assert not is_shown(app, "★")


async def test_the_mask_hides_both(app: RapportApp, workspace: Workspace) -> None:
    service.set_north_star(workspace, "a secret star")
    service.add_follow_up(workspace, "a secret promise", date(2026, 11, 22))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        assert not is_shown(app, "secret")
        await pilot.press("n")
        assert app.screen.query_one(QuickLine).text == ""


@each_hostile_drawn
async def test_any_text_is_kept_and_shown_or_refused(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("f", "n"):
            await pilot.press(key)
            await anew(pilot, hostile)
            await pilot.press("escape")
        lines = shown(app)
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(lines))
        assert len(service.north_stars(workspace)) <= 1
        assert len(service.follow_ups(workspace)) <= 1


async def test_the_cursor_stays_on_its_follow_up_when_others_promise_an_earlier_one(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    service.add_follow_up(workspace, "mine", date(2026, 11, 24))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*BELOW)
        other = service.open_workspace(home, clock)
        service.add_follow_up(other, "theirs", date(2026, 11, 23))
        app.lookout.look()
        assert is_shown(app, " ▸      mine")
        await pilot.press("d")
        assert only(workspace).text == "theirs"


async def test_the_cursor_stays_on_its_follow_up_when_one_promises_an_earlier_one(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_follow_up(workspace, "first", date(2026, 11, 24))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*BELOW, "f")
        await anew(pilot, "second (tomorrow)")
        await pilot.press("d")
        assert only(workspace).text == "second"


async def test_the_cursor_stays_on_a_habit_that_is_due_when_a_follow_up_comes_before_it(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_habit(workspace, BY_SLUG["vision"], Promise("Daily", parse_cadence("daily")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*BELOW)
        assert is_shown(app, " ▸ due  Daily")
        await pilot.press("f")
        await anew(pilot, "mine (tomorrow)")
        assert is_shown(app, " ▸      Daily")


async def test_where_a_follow_up_is_done_the_cursor_goes_to_the_next_one_or_else_the_one_before(
    app: RapportApp, workspace: Workspace
) -> None:
    for day, text in enumerate(("first", "second", "third"), 23):
        service.add_follow_up(workspace, text, date(2026, 11, day))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*BELOW, "j", "d")
        assert is_shown(app, " ▸      third")
        await pilot.press("d")
        assert is_shown(app, " ▸ due  first")
        await pilot.press("d")
        assert row(app, 8).startswith(" ▸ 8")
