"""What is known of a person is changed from the app, from the table and from their page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.person import Recognition, Remark, Topic
from tests.tui.peoples import meet_some, name_here, person_of, table
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_practice_actions import anew
from tests.tui.test_today import type_line

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.model import Person
    from habits.service import Workspace
    from tui.app import RapportApp

NAME, HANDLE, ROLE, MANAGER, JOINED, LIKES, AIMS, SPARKS, MERGE = range(9)
"""Where these stand in the menu."""

LAST_DAY = LIKES
"""Where that of somebody stands who has one."""

WHERE = pytest.mark.parametrize(
    ("way", "key"), [(("p", "end"), "e"), (("p", "end", "enter"), "c")], ids=["table", "page"]
)
MASKED = "The mask hides what would be changed. Take it off first."


def maya(workspace: Workspace) -> Person:
    """Return Maya, whatever she is called by now."""
    (found,) = (each for each in service.people(workspace) if each.handle.startswith("ma"))
    return found


async def choose(pilot: Pilot[None], key: str, number: int) -> None:
    """Open the menu and choose what stands at a number."""
    await pilot.press(key, *["j"] * number, "enter")
    await pilot.pause()


FACTS = (
    (NAME, "Maya Chen", "name", "Maya Chen"),
    (HANDLE, "@maya.chen", "handle", "maya.chen"),
    (ROLE, "Staff engineer", "role", "Staff engineer"),
    (MANAGER, "Kim", "manager", "Kim"),
    (JOINED, "2025-03-04", "joined", date(2025, 3, 4)),
)


@WHERE
async def test_facts_are_changed_by_a_choice_and_a_line_and_taken_back(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        for number, text, field, value in FACTS:
            before = getattr(maya(workspace), field)
            await choose(pilot, key, number)
            await anew(pilot, text)
            assert is_shown(app, "Changed: Maya")
            assert getattr(maya(workspace), field) == value
            assert name_here(app) == maya(workspace).name
            await pilot.press("u")
            assert getattr(maya(workspace), field) == before


@WHERE
async def test_how_somebody_likes_recognition_is_chosen_and_left_open_again(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        await choose(pilot, key, LIKES)
        await pilot.press("j", "j", "enter")
        assert maya(workspace).recognition is Recognition.PRIVATE
        await choose(pilot, key, LIKES)
        await pilot.press("k", "enter")
        assert maya(workspace).recognition is None
        await choose(pilot, key, LIKES)
        await pilot.press("k", "enter")
        assert is_shown(app, "Nothing would change.")


async def test_each_of_the_four_ways_of_recognition_is_chosen_and_told_on_the_page(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("p", "end", "enter")
        for down, liked in enumerate(Recognition):
            await choose(pilot, "c", LIKES)
            await pilot.press("g", *["j"] * down, "enter")
            assert maya(workspace).recognition is liked
            told = {"public": "in public", "small group": "in a small group", "1:1": "in the 1:1"}
            assert is_shown(app, f"likes recognition {told.get(liked, 'in writing')}")


async def test_who_is_renamed_is_called_so_in_all_that_was_logged(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end")
        await choose(pilot, "e", NAME)
        await anew(pilot, "Wilma")
        await pilot.press("l")
        await pilot.pause()
        assert is_shown(app, "/quiet Wilma: the on-call fix")
        assert not is_shown(app, "Maya")


@WHERE
async def test_aims_and_what_lights_somebody_up_are_written_down_by_a_key(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    del key
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "i")
        assert is_shown(app, "Where they want to go, in their own words.")
        await type_line(pilot, "staff by summer (ok to share)")
        assert is_shown(app, "staff by summer · ok to share · Maya")
        await pilot.press("enter", "s")
        await type_line(pilot, "old code")
        await pilot.press("enter")
        today = workspace.today
        assert maya(workspace).aims == (Remark(today, "staff by summer", shared=True),)
        assert maya(workspace).sparks == (Remark(today, "old code"),)
        await pilot.press("u", "u")
        assert (maya(workspace).aims, maya(workspace).sparks) == ((), ())


@WHERE
async def test_an_aim_is_of_the_day_in_brackets_and_of_none_to_come(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    del key
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "i")
        await type_line(pilot, "lead a team (tomorrow)")
        assert is_shown(app, "2026-11-23 is in the future.")
        await pilot.press("enter")
        assert maya(workspace).aims == ()
        await pilot.press("ctrl+u")
        await type_line(pilot, "lead a team (last fri)")
        assert is_shown(app, "lead a team · Maya · said Fri 20")
        await pilot.press("enter")
        assert maya(workspace).aims == (Remark(date(2026, 11, 20), "lead a team"),)


@WHERE
async def test_the_day_of_an_aim_is_said_anew(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    service.add_remark(workspace, maya(workspace).id, Topic.AIMS, "lead it", on=date(2026, 5, 3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        await choose(pilot, key, AIMS)
        await pilot.press("enter")
        assert is_shown(app, "lead it (2026-05-03)")
        await anew(pilot, "lead it (2026-05-04)")
        assert maya(workspace).aims == (Remark(date(2026, 5, 4), "lead it"),)


@WHERE
async def test_an_aim_is_said_anew_with_its_day_shared_and_taken_out(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    said = date(2026, 5, 3)
    service.add_remark(workspace, maya(workspace).id, Topic.AIMS, "lead it", on=said)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        await choose(pilot, key, AIMS)
        assert is_shown(app, "lead it")
        assert is_shown(app, "(3 May, not to share)")
        await pilot.press("enter")
        await anew(pilot, "lead the import (OK to share)")
        assert maya(workspace).aims == (Remark(said, "lead the import", shared=True),)
        await choose(pilot, key, AIMS)
        await pilot.press("enter", "ctrl+u")
        assert is_shown(app, "It is taken out.")
        await pilot.press("enter")
        assert maya(workspace).aims == ()
        await choose(pilot, key, SPARKS)
        await pilot.press("k", "enter")
        await anew(pilot, "old code")
        assert [each.text for each in maya(workspace).sparks] == ["old code"]


@WHERE
async def test_somebody_is_on_leave_and_here_again(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    del key
    meet_some(workspace)
    today = workspace.today
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "z")
        await type_line(pilot, "today to fri")
        assert is_shown(app, "Maya is on leave from today to Fri 27")
        await pilot.press("enter")
        (pause,) = service.pauses(workspace)
        assert (pause.first, pause.last) == (today, today + timedelta(days=5))
        assert pause.person == maya(workspace).id
        assert is_shown(app, "on leave until Fri 27")
        await pilot.press("z")
        assert is_shown(app, "Here again: ")
        assert service.pauses(workspace) == ()
        await pilot.press("u", "u", "z", "enter")
        assert service.pauses(workspace)[0].last is None
        assert is_shown(app, "on leave")


@WHERE
async def test_somebody_leaves_for_good_and_is_back(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    del key
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "A")
        await type_line(pilot, "2026-11-21")
        assert is_shown(app, "Maya · last day Sat 21 Nov 2026 · entries stay")
        await pilot.press("enter")
        assert maya(workspace).left == date(2026, 11, 21)
        assert is_shown(app, "left on Sat 21 Nov 2026")
        assert name_here(app) == "Maya"
        await pilot.press("A")
        assert maya(workspace).left is None
        await pilot.press("u")
        assert maya(workspace).left == date(2026, 11, 21)
        await pilot.press("u")
        assert maya(workspace).left is None


@WHERE
async def test_the_last_day_of_somebody_is_changed_in_the_menu(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    service.leave(workspace, maya(workspace).id, date(2026, 12, 4))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        await choose(pilot, key, LAST_DAY)
        assert is_shown(app, "last day › 2026-12-04")
        await pilot.press(*["backspace"] * 10)
        await type_line(pilot, "2026-11-30")
        await pilot.press("enter")
        assert maya(workspace).left == date(2026, 11, 30)
        assert is_shown(app, "Leaves: Maya · last day Mon 30")
        assert is_shown(app, "leaves on Mon 30 Nov 2026")
        assert name_here(app) == "Maya"


@WHERE
async def test_two_who_are_one_are_merged_and_the_cursor_is_on_who_stays(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        await choose(pilot, key, MERGE)
        assert is_shown(app, "Maya is")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert [each.name for each in service.people(workspace)] == ["Ana", "Dev", "Zoe"]
        assert name_here(app) == "Ana"
        ana = person_of(workspace, "Ana").id
        assert sum(ana in each.people for each in service.entries(workspace)) == 4
        await pilot.press("u")
        assert len(service.people(workspace)) == 4


async def test_with_nobody_else_there_is_nobody_to_be_merged_with(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_people(workspace, ["Maya"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await choose(pilot, "e", MERGE)
        assert is_shown(app, "Nobody else is known yet.")


@WHERE
async def test_behind_the_mask_nothing_that_it_hides_begins_a_line(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    service.add_remark(workspace, maya(workspace).id, Topic.AIMS, "lead it")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "m")
        for number in (NAME, HANDLE, ROLE, MANAGER, AIMS):
            assert not is_shown(app, MASKED)
            await choose(pilot, key, number)
            if number == AIMS:
                await pilot.press("enter")
            assert is_shown(app, MASKED)
            assert not is_shown(app, "›")
            await pilot.press("end")


async def test_what_cannot_be_is_refused_and_stays_in_the_line(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end")
        await choose(pilot, "e", HANDLE)
        await anew(pilot, "ana")
        assert is_shown(app, "@ana is Ana already. Choose another handle.")
        assert is_shown(app, "handle › ana")
        await pilot.press("escape", "z")
        await anew(pilot, "nonday")
        assert is_shown(app, "on leave › nonday")
        await pilot.press("escape", "i", "enter")
        assert is_shown(app, "There are no words in it.")
        await pilot.press("escape")
        assert shown(app)[0].endswith("4 people · 6 weeks")
        assert table(app).person == maya(workspace)
