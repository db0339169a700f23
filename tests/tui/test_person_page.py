"""A person's page: what is known, promised and logged, and the keys that act on it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from habits import service
from habits.config import Config
from habits.person import Recognition, Topic
from habits.practices import BY_SLUG
from habits.store import Op, codec
from tests import records
from tests.hostile import each_hostile_drawn
from tests.tui.peoples import entries_of, meet_some, name_here, page, person_of, promise, table
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_hostile import if_let_in
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.screens import find_actions
from tui.screens.logbook import LogbookScreen
from tui.screens.people import PeopleScreen
from tui.session import Session
from tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

SIZES = [(40, 12), (60, 18), (80, 24), (120, 40), (240, 70)]
TO_MAYA = ("p", "end", "enter")
OF_MAYA = ["the on-call fix", "sat in with the clinic", "the demo"]


@pytest.fixture
def met(workspace: Workspace) -> Workspace:
    """A home in which much is known of Maya."""
    meet_some(workspace)
    key = person_of(workspace, "Maya").id
    service.edit_person(
        workspace, key, role="Engineer", manager="Kim", joined=date(2025, 3, 4),
        recognition=Recognition.PRIVATE,
    )  # fmt: skip
    service.add_remark(workspace, key, Topic.AIMS, "lead the import", on=date(2026, 5, 3))
    service.add_remark(workspace, key, Topic.AIMS, "staff by summer", shared=True)
    service.add_remark(workspace, key, Topic.SPARKS, "old code", on=date(2026, 11, 20))
    return workspace


async def test_it_tells_what_is_known_the_newest_aim_first(app: RapportApp, met: Workspace) -> None:
    key = person_of(met, "Maya").id
    days = met.today + timedelta(days=2), met.today + timedelta(days=4)
    service.pause(met, *days, service.Scope(person=key))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_MAYA)
        assert shown(app)[0].startswith(" rapport · Maya ")
        assert shown(app)[0].endswith("3 entries")
        facts = " @maya · Engineer · manager Kim · here since 4 Mar 2025 · likes recognition in"
        assert shown(app)[2:8] == [
            f"{facts} the 1:1",
            " on leave from Tue 24",
            " aims    staff by summer (today, ok to share)",
            "         lead the import (3 May, not to share)",
            " sparks  old code (Fri 20)",
            "",
        ]


@pytest.mark.usefixtures("met")
async def test_done_is_offered_where_there_is_a_follow_up_alone(app: RapportApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press(*TO_MAYA)
        assert "c change" in shown(app)[-1]
        assert "space done" not in shown(app)[-1]
        await pilot.press("f")
        await type_line(pilot, "back to her")
        await pilot.press("enter")
        keys = shown(app)[-1]
        assert 0 < keys.index("space done") < keys.index("r review")
        await pilot.press("u")
        assert "space done" not in shown(app)[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_who_it_is_an_aim_and_entries_and_no_line_is_too_wide(
    app: RapportApp, met: Workspace, size: tuple[int, int]
) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*TO_MAYA)
        lines = shown(app)
        assert len(lines) == size[1]
        assert max(map(cell_len, lines)) <= size[0]
        for words in (" rapport · Maya", "staff by summer", "back to her", "/quiet Ma"):
            assert is_shown(app, words)
        assert is_shown(app, "… c shows the rest") is (size[1] < 24)
        assert lines[-1].endswith("? help  q quit")


async def test_it_lists_their_follow_ups_and_under_them_the_entries_that_name_them(
    app: RapportApp, met: Workspace
) -> None:
    promise(met, "back to her", "Maya", 3)
    promise(met, "ask the clinic", "Maya", -2)
    promise(met, "nothing of hers", "Ana", 1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA)
        listed = shown(app)[8:13]
        assert [re.split(r"  +", line.strip(" ▸")) for line in listed] == [
            ["Fri 20", "was due", "ask the clinic"],
            ["Wed 25", "due", "back to her"],
            ["Fri 20", "Thanks", "/quiet Maya: the on-call fix because it saved the l…"],
            ["Tue 10", "Empathy", "Maya: sat in with the clinic #45min"],
            ["6 Nov", "Credit", "/stage Maya, Dev: the demo"],
        ]
        assert is_shown(app, "Follow-up · ask the clinic · space marks it as done, e changes it, w")
        await pilot.press("j", "j")
        assert is_shown(app, "Thanks /quiet · Maya · the on-call fix · because it saved the launch")


async def test_a_follow_up_is_done_by_a_key_and_taken_back(app: RapportApp, met: Workspace) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "space")
        assert is_shown(app, "Done: back to her")
        assert service.follow_ups(met) == ()
        assert page(app).entry is not None
        await pilot.press("u")
        assert [each.text for each in service.follow_ups(met)] == ["back to her"]
        assert is_shown(app, "due          back to her")


async def test_an_act_named_behind_the_name_is_asked_about_as_everywhere(
    app: RapportApp, met: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "6")
        await type_line(pilot, "/public the demo")
        await pilot.press("enter")
        assert is_shown(app, "Maya likes to hear it in a 1:1. Save again to log it as public")
        assert "public" not in [each.move for each in service.entries(met)]
        await pilot.press("enter")
        assert "public" in [each.move for each in service.entries(met)]


async def test_a_follow_up_is_said_otherwise_and_what_is_not_said_of_it_stays(
    app: RapportApp, met: Workspace
) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "enter")
        assert is_shown(app, "back to her · Maya · by Wed 25")
        await pilot.press("ctrl+u")
        assert is_shown(app, "Its day and its people stay where none are named.")
        await type_line(pilot, "ask for the tests")
        await pilot.press("enter")
        assert is_shown(app, "Changed: ask for the tests · Wed 25 · Maya")
        (held,) = service.follow_ups(met)
        assert (held.text, held.due) == ("ask for the tests", date(2026, 11, 25))
        assert page(app).follow_up == held.id


async def test_a_follow_up_is_moved_to_another_day(app: RapportApp, met: Workspace) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "w")
        await type_line(pilot, "in 2 weeks")
        await pilot.press("enter")
        assert service.follow_ups(met)[0].due == date(2026, 12, 6)
        assert is_shown(app, "▸ Sun 6       due          back to her")


async def test_what_is_done_to_entries_is_not_done_to_a_follow_up_nor_the_other_way_round(
    app: RapportApp, met: Workspace
) -> None:
    promise(met, "back to her", "Maya", 3)
    count = len(service.entries(met))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA)
        for key in ("d", "delete", "E"):
            await pilot.press(key)
            assert is_shown(app, "That is a follow-up. space marks it as done.")
        await pilot.press("j", "space")
        assert is_shown(app, "That is no follow-up.")
        assert len(service.entries(met)) == count
        assert len(service.follow_ups(met)) == 1


@pytest.mark.usefixtures("met")
async def test_entries_are_said_anew_dated_anew_and_deleted_as_in_the_logbook(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "enter")
        assert is_shown(app, "edit thanks › /quiet @maya the on-call fix because it saved the")
        await pilot.press("ctrl+u", *"@dev ", "space", *"x", "enter")
        assert entries_of(app) == OF_MAYA[1:]
        await pilot.press("u")
        assert entries_of(app) == OF_MAYA
        await pilot.press("w", *"today", "enter")
        assert is_shown(app, "▸ today")
        await pilot.press("d")
        assert entries_of(app) == OF_MAYA[1:]
        await pilot.press("u", "u")
        assert entries_of(app) == OF_MAYA


@pytest.mark.usefixtures("met")
async def test_an_act_is_logged_from_here_with_the_name_filled_in(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "4")
        assert is_shown(app, "respect › @maya")
        await type_line(pilot, "a rescue")
        await pilot.press("enter")
        assert entries_of(app) == ["a rescue", *OF_MAYA]
        assert shown(app)[0].endswith("4 entries")


async def test_a_follow_up_is_promised_from_here_with_the_name_filled_in(
    app: RapportApp, met: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "f")
        assert is_shown(app, "follow up · Maya ›")
        await type_line(pilot, "bring the numbers (fri)")
        await pilot.press("enter")
        assert is_shown(app, "Fri 27      due          bring the numbers")
        (made,) = service.follow_ups(met)
        assert made.people == (person_of(met, "Maya").id,)


async def test_words_a_practice_and_a_day_are_looked_for_among_their_entries_alone(
    app: RapportApp, met: Workspace
) -> None:
    promise(met, "back to her", "Maya", 3)
    service.log(met, BY_SLUG["thanks"], "@dev the demo too")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "slash", *"demo", "enter")
        assert entries_of(app) == ["the demo"]
        assert not is_shown(app, "back to her")
        await pilot.press("escape")
        assert entries_of(app) == OF_MAYA
        assert is_shown(app, "back to her")
        await pilot.press("b", *["j"] * 7, "enter")
        assert entries_of(app) == OF_MAYA[:1]
        await pilot.press("a")
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, PeopleScreen)
        assert name_here(app) == "Maya"


@pytest.mark.usefixtures("met")
async def test_the_logbook_shows_all_entries_after_a_page(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "l")
        assert isinstance(app.screen, LogbookScreen)
        assert shown(app)[0].endswith("4 entries")


async def test_keys_move_through_follow_ups_and_entries(app: RapportApp, met: Workspace) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "k", "j", "j")
        assert app.screen.query_one(EntryList).cursor == 2
        await pilot.press("end")
        entry = page(app).entry
        assert entry is not None
        assert entry.what == "the demo"
        await pilot.press("home")
        assert page(app).entry is None
        await pilot.click(EntryList, offset=(20, 1))
        entry = page(app).entry
        assert entry is not None
        assert entry.what == OF_MAYA[0]


async def test_where_nothing_was_logged_with_them_it_says_how_and_no_key_breaks_it(
    app: RapportApp, met: Workspace
) -> None:
    del met
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "home", "enter")
        assert shown(app)[0].startswith(" rapport · Zoe")
        assert shown(app)[0].endswith("0 entries")
        assert is_shown(app, "Nothing is logged with them yet. Press 1 to 8 to log an act.")
        await pilot.press("j", "k", "e", "w", "d", "space", "E", "G", "g", "pagedown", "y")
        await pilot.press("escape", "slash", *"x", "enter")
        assert is_shown(app, "Nothing fits. esc shows all entries again.")
        assert page(app).entry is None


@pytest.mark.usefixtures("met")
async def test_what_another_process_logs_and_promises_comes_in(
    app: RapportApp, home: Home, clock: FixedClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "j")
        other = service.open_workspace(home, clock, "bob")
        service.log(other, BY_SLUG["growth"], "@maya her plans")
        promise(other, "back to her", "Maya", 3)
        app.lookout.look()
        await pilot.pause()
        assert entries_of(app) == ["her plans", *OF_MAYA]
        entry = page(app).entry
        assert entry is not None
        assert entry.what == OF_MAYA[1]
        assert is_shown(app, "due          back to her")


async def test_somebody_who_is_gone_leads_back_to_the_people(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "home", "enter", "u")
        await pilot.pause()
        assert [row.person.name for row in table(app)._rows] == ["Ana", "Dev", "Maya"]  # noqa: SLF001 - what is drawn


async def test_a_large_home_is_looked_through_between_keys(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    maya = person_of(workspace, "Maya").id
    made = [
        records.entry(
            workspace.today - timedelta(days=9 + number), f"act {number}",
            people=(maya,) if number % 50 == 0 else (),
        )
        for number in range(300)
    ]  # fmt: skip
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])
    promise(workspace, "back to her", "Maya", 3)
    monkeypatch.setattr(find_actions, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA, "j")
        while page(app).logbook.is_looking:
            await pilot.pause(0.01)
        await pilot.pause()
        assert len(entries_of(app)) == 9
        assert shown(app)[0].endswith("9 entries")
        await pilot.press("end")
        assert is_shown(app, "act 250")


async def test_behind_the_mask_the_page_tells_nothing_that_was_said(
    app: RapportApp, met: Workspace
) -> None:
    promise(met, "back to her", "Maya", 3)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*TO_MAYA, "m")
        told = "\n".join(shown(app)).casefold()
        for word in ("maya", "kim", "engineer", "import", "staff", "code", "back to her", "fix"):
            assert word not in told
        assert is_shown(app, "aim 2 (today, ok to share)")
        assert re.match(r" rapport · Person \d+ ", shown(app)[0])
        await pilot.press("c")
        assert "kim" not in "\n".join(shown(app)).casefold()
        await pilot.press("escape", "m")
        assert shown(app)[0].startswith(" rapport · Maya ")


@each_hostile_drawn
async def test_hostile_text_breaks_no_page(workspace: Workspace, hostile: str) -> None:
    service.add_people(workspace, ["Maya"])
    key = person_of(workspace, "Maya").id
    for fields in ({"name": hostile}, {"role": hostile}, {"manager": hostile}):
        with if_let_in():
            service.edit_person(workspace, key, **fields)
    for topic in Topic:
        with if_let_in():
            service.add_remark(workspace, key, topic, hostile, shared=True)
    with if_let_in():
        service.add_follow_up(workspace, hostile, workspace.today, [key])
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("p", "enter"), ("c",), ("j",), ("escape",), ("4",), ("escape",), ("j", "k")):
            await pilot.press(*keys)
            await pilot.pause()
            lines = shown(app)
            assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(lines))
            assert max(map(cell_len, lines)) <= 80
        assert page(app).person is not None


async def test_it_names_the_keys_by_now(met: Workspace) -> None:
    promise(met, "back to her", "Maya", 3)
    config = Config(keys={"page.done": ("f2",), "entry.date": ("f3",)})
    app = RapportApp(lambda: Session(met), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_MAYA)
        assert is_shown(app, "f2 marks it as done, e changes it, f3 moves it")
