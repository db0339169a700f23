"""People: who was met and who was not, by bands, and the keys that act on them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown, MouseScrollUp

from habits import service
from habits.config import Config
from habits.practices import BY_SLUG
from habits.store import Op, codec
from tests import records
from tests.hostile import each_hostile_drawn
from tests.tui.peoples import IN_ORDER, meet_some, name_here, page, person_of, table
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_hostile import if_let_in
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.screens import looking_back
from tui.screens.today import TodayScreen
from tui.session import Session
from tui.widgets.people_table import PeopleTable

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

SIZES = [(40, 12), (60, 18), (80, 24), (120, 40), (240, 70)]
ACTING = ("enter", "e", "c", "i", "s", "z", "A", "f")
"""Keys that act on the person at the cursor."""


def names(app: RapportApp) -> list[str]:
    """Return who stands in the table, from above."""
    return [row.person.name for row in table(app)._rows]  # noqa: SLF001 - what is drawn


def line_of(app: RapportApp, name: str) -> str:
    """Return the row of a person."""
    return next(line for line in shown(app)[2:] if line[3:].startswith(name))


async def test_people_stand_in_bands_the_coldest_first_and_in_each_by_name(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    service.add_people(workspace, ["Abe"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        told = [re.split(r"  +", line.strip(" ▸"))[0] for line in shown(app)[3:12]]
        assert told == [
            "no contact yet", "Abe", "Zoe",
            "last contact more than 4 weeks ago", "Ana",
            "last contact 2 to 4 weeks ago", "Dev",
            "last contact within 2 weeks", "Maya",
        ]  # fmt: skip
        assert shown(app)[0].endswith("5 people · 6 weeks")


async def test_a_row_tells_how_long_ago_each_practice_was_by_a_sign_and_a_number(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        heading = shown(app)[2]
        assert heading.split() == [
            "last", "1Vis", "2Emp", "3Tru", "4Res", "5Pro", "6Cre", "7Gro", "8Tha", "customers",
        ]  # fmt: skip
        for name, said in (
            ("Maya", ["2", "days", "·", "●1w", "·", "·", "·", "●2w", "·", "●2d", "45", "min"]),
            ("Dev", ["16", "days", "·", "·", "·", "·", "·", "●2w", "·", "·"]),
            ("Ana", ["15", "weeks", "·", "·", "·", "·", "·", "·", "○3m", "·"]),
            ("Zoe", ["·"] * 8),
        ):
            assert line_of(app, name)[3 + len(name) :].split() == said
        column = heading.index("8Tha")
        assert line_of(app, "Maya")[column : column + 3] == "●2d"


async def test_in_a_band_people_stand_by_name_however_often_they_were_met(
    app: RapportApp, workspace: Workspace
) -> None:
    for line in ("@cid one", "@cid two", "@ben one", "@ben two", "@ben three", "@ana one (wed)"):
        service.log(workspace, BY_SLUG["thanks"], line)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert names(app) == ["Ana", "Ben", "Cid"]


async def test_an_entry_that_names_three_is_a_contact_with_each_of_them(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_people(workspace, ["Ana", "Maya", "Tom"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await type_line(pilot, "/invite @maya @tom @ana the call with Acme #45min")
        await pilot.press("enter", "p")
        for name in ("Ana", "Maya", "Tom"):
            assert line_of(app, name)[8:].split() == [
                "today", "·", "●0d", "·", "·", "·", "·", "·", "·", "45", "min",
            ]  # fmt: skip
        await pilot.press("u")
        assert is_shown(app, "no contact yet")
        assert not is_shown(app, "45 min")


async def test_minutes_with_customers_are_those_of_six_weeks_whatever_window_is_shown(
    app: RapportApp, workspace: Workspace
) -> None:
    for line in ("@maya a call #45min (2026-10-11)", "@maya before #45min (2026-10-10)"):
        service.log(workspace, BY_SLUG["empathy"], line)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("p")
        for _ in range(3):
            assert is_shown(app, "45 minutes with customers in 6 weeks")
            assert line_of(app, "Maya").endswith("45 min")
            await pilot.press("w")


async def test_who_was_there_for_less_than_half_of_the_weeks_lacks_nothing(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["respect"], "/rescue @ana @tom the launch (2026-10-01)")
    joined = workspace.today - timedelta(days=20)
    service.edit_person(workspace, person_of(workspace, "Ana").id, joined=joined)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert name_here(app) == "Ana"
        assert not is_shown(app, "no thanks")
        await pilot.press("j")
        assert is_shown(app, " Tom · no thanks, credit or talk in 6 weeks")


async def test_what_the_person_at_the_cursor_lacks_and_what_was_said_last_is_told_below(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    for name in ("Zoe", "Maya"):
        service.edit_person(workspace, person_of(workspace, name).id, joined=date(2026, 1, 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert is_shown(app, " Zoe · no thanks, credit or talk in 6 weeks")
        await pilot.press("j", "j", "j")
        assert is_shown(app, " Maya · no talk in 6 weeks · 45 minutes with customers in 6 weeks")
        assert is_shown(app, " Fri 20 · Thanks · /quiet Maya: the on-call fix because it saved")


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_all_eight_columns_and_no_line_is_too_wide(
    app: RapportApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    meet_some(workspace)
    person = person_of(workspace, "Maya")
    service.edit_person(workspace, person.id, role="Staff engineer of the platform group")
    async with app.run_test(size=size) as pilot:
        await pilot.press("p", "end")
        lines = shown(app)
        assert len(lines) == size[1]
        assert max(map(cell_len, lines)) <= size[0]
        row = line_of(app, "Maya").replace("●", "").split()
        assert [cell for cell in row if re.fullmatch(r"\d+[dwmy]|·", cell)] == [
            "·", "1w", "·", "·", "·", "2w", "·", "2d",
        ]  # fmt: skip
        assert ("Staff eng" in line_of(app, "Maya")) is (size[0] >= 240)
        assert is_shown(app, "Staff eng")
        assert lines[-1].endswith("? help  q quit")


async def test_a_wide_screen_tells_the_role_the_practices_whole_and_what_each_lacks(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    service.edit_person(workspace, person_of(workspace, "Ana").id, role="Designer")
    service.edit_person(workspace, person_of(workspace, "Maya").id, joined=date(2026, 1, 1))
    async with app.run_test(size=(240, 70)) as pilot:
        await pilot.press("p")
        assert "3 Trust   4 Respect 5 Produc… 6 Credit" in shown(app)[2]
        assert re.search(r"Ana +Designer +15 weeks", line_of(app, "Ana"))
        assert line_of(app, "Maya").endswith("no talk")


async def test_w_looks_back_over_4_6_and_13_weeks_and_it_stays_so(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    service.log(workspace, BY_SLUG["respect"], "@zoe a rescue (2026-10-01)")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert "○7w" in line_of(app, "Zoe")
        await pilot.press("w")
        assert shown(app)[0].endswith("13 weeks")
        assert is_shown(app, "The last 13 weeks.")
        assert "●7w" in line_of(app, "Zoe")
        await pilot.press("t", "p")
        assert shown(app)[0].endswith("13 weeks")
        await pilot.press("w")
        assert shown(app)[0].endswith("4 weeks")
        await pilot.press("w")
        assert shown(app)[0].endswith("6 weeks")


async def test_keys_move_by_one_by_a_page_and_to_the_ends_and_the_heading_stays_in_sight(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_people(workspace, [f"P{number:02}" for number in range(40)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "k")
        assert name_here(app) == "P00"
        await pilot.press("j", "down", "j", "up")
        assert name_here(app) == "P02"
        reach = app.screen.query_one(PeopleTable).page
        await pilot.press("pagedown")
        assert name_here(app) == f"P{2 + reach:02}"
        assert is_shown(app, f" ▸ P{2 + reach:02}")
        await pilot.press("ctrl+d", "ctrl+d", "ctrl+d")
        assert name_here(app) == "P39"
        await pilot.press("pageup", "ctrl+u")
        assert name_here(app) == f"P{39 - 2 * reach:02}"
        await pilot.press("G", "j", "g")
        assert name_here(app) == "P00"
        assert is_shown(app, "no contact yet")
        await pilot.press("end")
        assert is_shown(app, " ▸ P39")
        await pilot.press("home")
        assert is_shown(app, " ▸ P00")


async def test_a_click_chooses_a_person_a_heading_nobody_and_the_wheel_goes_on(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.click(PeopleTable, offset=(10, 4))
        assert name_here(app) == "Ana"
        for empty in (0, 3, 15):
            await pilot.click(PeopleTable, offset=(10, empty))
            assert name_here(app) == "Ana"
        await pilot._post_mouse_events([MouseScrollDown], PeopleTable)  # noqa: SLF001 - no other way
        assert name_here(app) == "Maya"
        await pilot._post_mouse_events([MouseScrollUp], PeopleTable)  # noqa: SLF001 - as above
        assert name_here(app) == "Zoe"


async def test_where_nobody_is_known_it_says_what_to_do_and_no_key_breaks_it(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert shown(app)[0].endswith("0 people · 6 weeks")
        assert is_shown(app, "Nobody is known yet. Name somebody in an entry as @maya, or press +")
        for key in ACTING:
            await pilot.press("t", "p", key)
            assert table(app).person is None
            assert is_shown(app, "Nobody is known yet.")
        await pilot.press("j", "k", "pagedown", "end", "home", "w", "slash", "x", "enter", "escape")
        await pilot.press("8", "escape", "u")
        for turn in (MouseScrollDown, MouseScrollUp):
            await pilot._post_mouse_events([turn], PeopleTable)  # noqa: SLF001 - no other way
        assert name_here(app) is None


async def test_digits_open_the_line_with_the_person_named_in_it(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "j", "8")
        assert is_shown(app, "thanks › @ana")
        await type_line(pilot, "the fix of the export")
        await pilot.press("enter")
        assert is_shown(app, "Logged: Thanks · Ana · the fix of the export")
        assert name_here(app) == "Ana"
        assert "●0d" in line_of(app, "Ana")
        assert names(app) == ["Zoe", "Dev", "Ana", "Maya"]

        await pilot.press("u")
        assert names(app) == IN_ORDER
        assert name_here(app) == "Ana"
        await pilot.press("U")
        assert names(app) == ["Zoe", "Dev", "Ana", "Maya"]


async def test_a_name_is_found_as_one_types_and_enter_opens_the_page(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    service.add_people(workspace, ["Dorothy Maynard"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "j", "slash", *"may")
        assert name_here(app) == "Maya"
        await pilot.press(*"n")
        assert name_here(app) == "Dorothy Maynard"
        await pilot.press(*"x")
        assert is_shown(app, "Nobody is called so.")
        await pilot.press("escape")
        assert name_here(app) == "Zoe"
        await pilot.press("slash", *"@de", "enter")
        assert page(app).person == person_of(workspace, "Dev")
        await pilot.press("escape")
        assert name_here(app) == "Dev"
        await pilot.press("slash", *"dnobody", "enter")
        assert is_shown(app, "find › dnobody")
        await pilot.press("escape")
        assert name_here(app) == "Dev"


async def test_p_goes_there_from_every_place_and_escape_back_to_today(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("p",), ("l", "p"), ("p", "p"), ("p", "enter", "p")):
            await pilot.press(*keys)
            assert names(app) == IN_ORDER
            assert len(app.screen_stack) == 2
            await pilot.press("escape")
            assert isinstance(app.screen, TodayScreen)


async def test_somebody_is_added_and_the_cursor_is_on_them(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "a")
        assert is_shown(app, "What they are called")
        await type_line(pilot, "lee park")
        assert is_shown(app, "Lee Park · @lee.park")
        await pilot.press("enter")
        assert is_shown(app, "Added: Lee Park · @lee.park")
        assert name_here(app) == "Lee Park"
        assert person_of(workspace, "Lee Park").handle == "lee.park"
        await pilot.press("u")
        assert names(app) == IN_ORDER
        await pilot.press("plus")
        await type_line(pilot, "maya")
        await pilot.press("enter")
        assert is_shown(app, "@maya is Maya already. Choose another handle.")


async def test_a_log_of_another_process_comes_in_and_the_cursor_stays_on_the_person(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "j", "j")
        other = service.open_workspace(home, clock, "bob")
        service.log(other, BY_SLUG["growth"], "/talk @zoe @new her plans")
        app.lookout.look()
        await pilot.pause()
        assert names(app) == ["Ana", "Dev", "Maya", "New", "Zoe"]
        assert name_here(app) == "Dev"


async def test_who_is_away_is_still_to_come_or_has_left_is_told_so(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    today = workspace.today
    people = {each.name: each.id for each in service.people(workspace)}
    service.pause(workspace, today, today + timedelta(days=9), service.Scope(person=people["Maya"]))
    service.edit_person(workspace, people["Zoe"], joined=today + timedelta(days=8))
    service.leave(workspace, people["Ana"], today - timedelta(days=30))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert names(app) == ["Zoe", "Dev", "Maya", "Ana"]
        assert shown(app)[0].endswith("3 people · 6 weeks")
        assert "Zoe · to come" in line_of(app, "Zoe")
        assert is_shown(app, "Zoe · joins on Mon 30 Nov 2026")
        await pilot.press("j", "j")
        assert "Maya · away" in line_of(app, "Maya")
        assert is_shown(app, "Maya · on leave until Tue 1")
        await pilot.press("j")
        assert is_shown(app, " left")
        assert is_shown(app, "Ana · left on Fri 23 Oct 2026")


async def test_what_was_before_the_weeks_is_read_between_keys(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    zoe, long_ago = person_of(workspace, "Zoe").id, workspace.today - timedelta(days=100)
    days = [long_ago - timedelta(days=number) for number in range(400)]
    made = [records.entry(day, people=(zoe,) if day == days[-1] else ()) for day in days]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])
    monkeypatch.setattr(looking_back, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        while "○1y" not in line_of(app, "Zoe"):
            await pilot.pause(0.01)
        assert names(app) == ["Ana", "Zoe", "Dev", "Maya"]


async def test_behind_the_mask_people_are_found_and_named_by_stand_ins(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("p", "m", "end")
        told = "\n".join(shown(app)).casefold()
        for word in ("maya", "ana", "dev", "on-call", "launch"):
            assert not re.search(rf"\b{word}\b", told)
        number = names(app)[-1].removeprefix("Person ")
        await pilot.press("8")
        assert is_shown(app, f"thanks › @p{number}")
        await pilot.press(*"wow", "enter", "m")
        assert is_shown(app, " today · Thanks · Maya: wow")
        assert service.entries(workspace)[-1].people == (person_of(workspace, "Maya").id,)


@each_hostile_drawn
async def test_a_hostile_name_breaks_no_row(workspace: Workspace, hostile: str) -> None:
    with if_let_in():
        service.add_person(workspace, hostile)
    meet_some(workspace)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "slash")
        await type_line(pilot, hostile)
        await pilot.press("escape", "home", "j", "end")
        lines = shown(app)
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(lines))
        assert max(map(cell_len, lines)) <= 80
        assert name_here(app) == "Maya"


async def test_it_names_the_key_that_adds_by_now(workspace: Workspace) -> None:
    app = RapportApp(lambda: Session(workspace), config=Config(keys={"people.add": ("f2",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert is_shown(app, "or press f2 to")
