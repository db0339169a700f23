"""Habits are added, changed, skipped, paused and archived from the app, each with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.service import Promise
from habits.streaks import Status
from tests.tui.screen_text import is_shown, row
from tests.tui.test_practice_actions import anew, choose
from tests.tui.test_today import type_line
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.clock import FixedClock
    from habits.model import Habit
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

NAME, OFTEN, COUNTS, ANCHOR, REASON = range(5)
"""Where these stand in the menu that `e` opens."""


def habits(workspace: Workspace, slug: str) -> list[Habit]:
    """Return the habits of a practice, the leading one first."""
    (practice,) = service.rows(workspace, [BY_SLUG[slug]])
    return [each.habit for each in practice.habits]


async def begin_by_hand(pilot: Pilot[None], name: str) -> None:
    """Add a habit by hand to the first row, as far as how often."""
    await pilot.press("a", "k", "enter")
    await type_line(pilot, name)
    await pilot.press("enter")


async def test_a_habit_of_the_catalogue_is_added_by_one_key_and_a_choice(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        assert is_shown(app, "Ask someone to say the goal back  every 4 weeks · /playback")
        await pilot.press("enter")
        assert is_shown(app, "Added: Vision: Ask someone to say the goal back")
        assert [each.name for each in habits(workspace, "vision")][1:] == [
            "Ask someone to say the goal back"
        ]

        await pilot.press("a")
        assert not is_shown(app, "Ask someone to say the goal back  every 4 weeks")
        await pilot.press("escape", "u")
        assert len(habits(workspace, "vision")) == 1


async def test_a_habit_is_added_by_hand_with_its_cadence_explained_while_it_is_typed(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_by_hand(pilot, "A talk with support")
        assert is_shown(app, "A talk with support: how often?")
        await type_line(pilot, "every other friday /tie")
        assert is_shown(app, "A talk with support · every 2 weeks on Friday · /tie")
        assert is_shown(app, "a log on each of these dates: Fri 4, 18 Dec, 1 Jan 2027, …")
        await pilot.press("enter")

        made = habits(workspace, "vision")[1]
        assert (made.name, made.moves) == ("A talk with support", ("tie",))
        assert str(made.cadence(workspace.today)) == "every 2 weeks on Friday"
        await pilot.press("enter", "u")
        assert len(habits(workspace, "vision")) == 1
        assert not is_shown(app, "A talk with support  ")


async def test_a_habit_may_be_promised_for_each_person(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_by_hand(pilot, "Coffee")
        await type_line(pilot, "monthly, for each person")
        assert is_shown(app, "Coffee · monthly · each person")
        await pilot.press("enter")
        assert habits(workspace, "vision")[1].each_person


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("biweekly", "'biweekly' has two meanings. Try 'twice a week' or 'every 2 weeks'."),
        ("once in a blue moon", "'once in a blue moon' is not understood."),
        ("weekly /spork", "Vision has no move '/spork'."),
        ("never", "Vision has none"),
    ],
)
async def test_a_cadence_that_cannot_be_says_why_and_stays_in_the_line(
    app: RapportApp, workspace: Workspace, phrase: str, why: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_by_hand(pilot, "Talk")
        await type_line(pilot, phrase)
        await pilot.press("enter")
        assert is_shown(app, why)
        assert app.screen.query_one(QuickLine).text == phrase
        assert len(habits(workspace, "vision")) == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (" ", "The habit has no name."),
        ("tie the work TO the north star", "Vision has a habit 'tie the work TO the north"),
        ("x" * 61, "61 cells wide"),
    ],
)
async def test_a_name_that_cannot_be_is_refused_before_how_often_is_asked(
    app: RapportApp, workspace: Workspace, name: str, why: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin_by_hand(pilot, name)
        assert is_shown(app, why)
        assert is_shown(app, "new habit of Vision ›")
        assert len(habits(workspace, "vision")) == 1


async def test_a_habit_is_named_otherwise_and_that_is_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", NAME)
        assert is_shown(app, "Tie the work to the north star, as it is called")
        await anew(pilot, "Say the why")
        assert is_shown(app, "1  Say the why · weekly")
        await pilot.press("u")
        assert habits(workspace, "vision")[0].name == "Tie the work to the north star"


async def test_another_cadence_is_explained_beside_the_one_that_holds(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", OFTEN)
        assert is_shown(app, "weekly, as it is")
        await pilot.press("ctrl+u")
        await type_line(pilot, "every 2 weeks")
        assert is_shown(app, "weekly · now every 2 weeks")
        assert is_shown(app, "one log in each block of 2 calendar weeks: ")
        await pilot.press("enter")
        assert str(habits(workspace, "vision")[0].cadence(workspace.today)) == "every 2 weeks"
        await pilot.press("u")
        assert str(habits(workspace, "vision")[0].cadence(workspace.today)) == "weekly"


async def test_what_a_habit_counts_is_changed_and_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "e", COUNTS)
        await type_line(pilot, "/tie, ret")
        assert is_shown(app, "Tie the work to the north star · counts /tie /retell")
        await pilot.press("enter")
        assert habits(workspace, "vision")[0].moves == ("tie", "retell")
        await pilot.press("u")
        assert habits(workspace, "vision")[0].moves == ()

        await choose(pilot, "e", COUNTS)
        await anew(pilot, "spork")
        assert is_shown(app, "Vision has no move '/spork'.")
        assert app.screen.query_one(QuickLine).text == "spork"


async def test_one_anchor_and_one_reason_stand_on_a_habit(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await choose(pilot, "e", ANCHOR)
        assert is_shown(app, "Tie the work to the north star · no anchor")
        await anew(pilot, "after stand-up")
        await choose(pilot, "e", REASON)
        await type_line(pilot, "because nobody remembers it")
        assert is_shown(app, "Tie the work to the north star · because nobody remembers it")
        await pilot.press("enter")

        promise = "Tie the work to the north star · weekly · after stand-up"
        assert is_shown(app, f"{promise} · because nobody remembers it")
        await pilot.press("m")
        assert not is_shown(app, "nobody remembers")
        assert not is_shown(app, "after stand-up")
        await pilot.press("m", "u", "u")
        habit = habits(workspace, "vision")[0]
        assert (habit.anchor, habit.reason) == ("", "")


@pytest.mark.parametrize("number", [NAME, ANCHOR, REASON])
async def test_what_the_mask_hides_is_not_put_into_the_line(
    app: RapportApp, workspace: Workspace, number: int
) -> None:
    key = habits(workspace, "vision")[0].id
    service.edit_habit(workspace, key, service.Edit(reason="a secret", anchor="a secret"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await choose(pilot, "e", number)
        assert is_shown(app, "The mask hides what would be changed.")
        assert not is_shown(app, "a secret")
        assert not app.screen.query_one(QuickLine).is_open


async def test_a_skip_holds_the_period_and_is_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "s")
        assert "paused" in row(app, 2)
        assert is_shown(app, "Skipped: Share a customer story · today to Sun 29 (u undoes)")
        await pilot.press("u")
        assert "on track" in row(app, 2)
        assert service.pauses(workspace) == ()


async def test_a_skip_of_what_is_done_says_why_not(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "s")
        assert is_shown(app, "nothing")
        assert service.pauses(workspace) == ()


@pytest.mark.parametrize(
    ("number", "name", "paused"),
    [
        (0, "Everything", 8),
        (1, "Vision", 1),
        (2, "Tie the work to the north star", 1),
    ],
)
async def test_days_are_paused_for_all_a_practice_or_a_habit_until_they_are_resumed(
    app: RapportApp, workspace: Workspace, number: int, name: str, paused: int
) -> None:
    def resting() -> int:
        rows = service.today(workspace).rows
        return sum(each.leading.standing.status is Status.PAUSED for each in rows)

    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "z", number)
        assert is_shown(app, f"pause {name} ›")
        assert is_shown(app, f"{name} paused from today until resumed")
        await pilot.press("enter")
        assert resting() == paused

        await pilot.press("z")
        assert is_shown(app, "paused now: resume")
        await pilot.press("escape")
        await choose(pilot, "z", number)
        assert resting() == 0
        await pilot.press("u")
        assert resting() == paused
        await pilot.press("u")
        assert service.pauses(workspace) == ()


async def test_a_range_of_days_is_read_back_before_it_is_paused(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "z", 0)
        await type_line(pilot, "24 dec to 2 jan")
        assert is_shown(app, "Everything paused 24 Dec to 2 Jan 2027")
        assert is_shown(app, "2026-12-24 to 2027-01-02, both included")
        await pilot.press("enter")
        (pause,) = service.pauses(workspace)
        assert (str(pause.first), str(pause.last)) == ("2026-12-24", "2027-01-02")

        await choose(pilot, "z", 0)
        await type_line(pilot, "2 jan to 24 dec 2026")
        await pilot.press("enter")
        assert len(service.pauses(workspace)) == 1
        assert app.screen.query_one(QuickLine).text == "2 jan to 24 dec 2026"


async def test_a_habit_is_archived_and_restored(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "enter", "enter", "j", "A")
        assert is_shown(app, "Archived: Ask someone to say the goal back · today")
        assert habits(workspace, "vision")[1].archived == workspace.today
        await pilot.press("A")
        assert is_shown(app, "Restored: Ask someone to say the goal back")
        await pilot.press("u")
        assert habits(workspace, "vision")[1].archived == workspace.today
        await pilot.press("u")
        assert habits(workspace, "vision")[1].archived is None


async def test_the_cursor_stays_on_its_practice_when_others_add_a_habit_above_it(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    service.add_habit(workspace, BY_SLUG["vision"], Promise("Mine", parse_cadence("daily")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j", "j")
        assert row(app, 2).startswith(" ▸ 2 Empathy")
        other = service.open_workspace(home, clock)
        service.add_habit(other, BY_SLUG["vision"], Promise("Theirs", parse_cadence("daily")))
        app.lookout.look()
        assert row(app, 2).startswith(" ▸ 2 Empathy")
        await pilot.press("space")
        assert [entry.practice for entry in service.entries(workspace)] == ["empathy"]


async def test_hiding_the_habits_from_one_of_them_leads_to_their_practice(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_habit(workspace, BY_SLUG["vision"], Promise("Mine", parse_cadence("daily")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j", "enter")
        assert row(app, 1).startswith(" ▸ 1 Vision")


async def test_where_the_flagship_is_archived_the_next_habit_leads_its_row_and_entries_stay(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["vision"], "tied the importer")
    promise = Promise("Ask it back", parse_cadence("every 4 weeks"), ("playback",))
    service.add_habit(workspace, BY_SLUG["vision"], promise)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "A")
        assert is_shown(app, "Archived: Tie the work to the north star")
        assert habits(workspace, "vision")[0].name == "Ask it back"
        assert "by 13 Dec" in row(app, 1)
        assert "tied the importer" in row(app, 1)
        assert len(service.entries(workspace)) == 1
