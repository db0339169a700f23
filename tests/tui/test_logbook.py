"""The logbook: moved through, found in, filtered, and kept up with what happens elsewhere."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from habits import service
from habits.config import Config
from habits.practices import BY_SLUG
from habits.store import Op, codec
from tests.hostile import each_hostile_drawn
from tests.records import entry
from tests.tui.logbooks import WHATS, here, listed, log_some, look_through, screen
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.screens import find_actions
from tui.screens.today import TodayScreen
from tui.session import Session
from tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
SIZES = [(40, 12), (60, 18), (80, 24), (120, 40)]


def fill(workspace: Workspace, count: int) -> None:
    """Log many entries, one each day."""
    made = [entry(SUNDAY - timedelta(days=number), f"act {number}") for number in range(count)]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])


@pytest.mark.parametrize("size", SIZES)
async def test_it_lists_all_entries_with_their_days_the_newest_first(
    app: RapportApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    log_some(workspace)
    async with app.run_test(size=size) as pilot:
        await pilot.press("l")

        lines = shown(app)
        assert lines[0].startswith(" rapport · Logbook")
        assert lines[0].endswith("6 entries")
        assert [line[3:9].strip() for line in lines[1:7]] == [
            "today", "Sat 21", "Fri 20", "", "Thu 19", "2 Oct",
        ]  # fmt: skip
        assert lines[1].startswith(" ▸ today")
        assert max(map(len, lines)) <= size[0]


async def test_a_wide_screen_shows_an_entry_whole_and_the_cursor_s_below_the_list(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "j", "j", "j")

        line = "/quiet Maya: the on-call fix because it saved the launch #team"
        assert f"Thanks       {line}" in shown(app)[4]
        assert is_shown(app, "Thanks /quiet · Maya · the on-call fix · because it saved the launch")


async def test_a_narrow_screen_tells_the_practice_by_its_key(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("l")

        assert shown(app)[2] == "   Sat 21      8 Ana: the fix of the ex…"
        assert shown(app)[-1].startswith(" 1-8 log")


async def test_on_a_narrow_screen_the_title_tells_the_count_and_what_fits_of_the_rest(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("l", "slash")
        await type_line(pilot, "the on-call fix")
        assert shown(app)[0] == " rapport · Logbook 1 of 6 · 'the on-ca…"


async def test_with_no_entries_it_says_how_one_is_logged_and_no_key_breaks_it(
    app: RapportApp,
) -> None:
    keys = ("j", "k", "pagedown", "pageup", "home", "end", "e", "w", "d", "E", "f", "y", "escape")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert shown(app)[0].endswith(" 0 entries")
        assert is_shown(app, "Nothing is logged yet. Press 1 to 8 to log an act.")

        await pilot.press(*keys)
        entries = app.screen.query_one(EntryList)
        for turn in (MouseScrollDown, MouseScrollUp):
            await pilot._post_mouse_events([turn], EntryList)  # noqa: SLF001 - no other way
        await pilot.click(EntryList, offset=(5, 0))
        assert here(app) is None
        assert entries.cursor == 0


async def test_one_entry_is_told_as_one(app: RapportApp, workspace: Workspace) -> None:
    service.log(workspace, BY_SLUG["thanks"], "x")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert shown(app)[0].endswith(" 1 entry")


async def test_keys_move_by_one_by_a_page_and_to_the_ends(
    app: RapportApp, workspace: Workspace
) -> None:
    fill(workspace, 100)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "k")
        assert here(app) == "act 0"
        await pilot.press("j", "down", "j", "up")
        assert here(app) == "act 2"
        page = app.screen.query_one(EntryList).page
        await pilot.press("pagedown", "ctrl+d")
        assert here(app) == f"act {2 + 2 * page}"
        assert is_shown(app, f" ▸ {(SUNDAY - timedelta(days=2 + 2 * page)).day} Oct")
        await pilot.press("pageup", "ctrl+u", "pageup")
        assert here(app) == "act 0"
        await pilot.press("end", "j")
        assert here(app) == "act 99"
        assert is_shown(app, "act 99")
        await pilot.press("g", "G")
        assert here(app) == "act 99"
        await pilot.press("home")
        assert here(app) == "act 0"


async def test_a_click_chooses_the_entry_and_the_wheel_goes_on(
    app: RapportApp, workspace: Workspace
) -> None:
    fill(workspace, 30)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await pilot.click(EntryList, offset=(20, 4))
        assert here(app) == "act 4"
        entries = app.screen.query_one(EntryList)
        await pilot.click(EntryList, offset=(20, entries.page + 1))
        assert here(app) == "act 4"

        await pilot._post_mouse_events([MouseScrollDown], EntryList)  # noqa: SLF001 - no other way
        assert here(app) == "act 7"
        for _ in range(3):
            await pilot._post_mouse_events([MouseScrollUp], EntryList)  # noqa: SLF001 - as above
        assert here(app) == "act 0"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fix", [WHATS[1], WHATS[3]]),
        ("FIX", [WHATS[1], WHATS[3]]),
        ("@maya", [WHATS[2], WHATS[3]]),
        ("maya", [WHATS[2], WHATS[3]]),
        ("@maya @dev", [WHATS[2]]),
        ("#team", [WHATS[3]]),
        ("/q", [WHATS[3], WHATS[4]]),
        ("launch fix", [WHATS[3]]),
        ("thanks", [WHATS[1], WHATS[3]]),
        ("nowhere", []),
        ("", list(WHATS)),
    ],
)
async def test_it_finds_as_one_types_over_words_people_tags_and_kinds_of_act(
    app: RapportApp, workspace: Workspace, text: str, found: list[str]
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash")
        await type_line(pilot, text)
        assert listed(app) == found
        assert is_shown(app, f"find › {text}")
        assert is_shown(app, "Nothing fits. esc shows all entries again.") is not bool(found)


async def test_every_key_finds_anew_and_what_is_taken_out_widens_it(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix")
        assert listed(app) == [WHATS[1], WHATS[3]]
        await pilot.press("space", *"on-")
        assert listed(app) == [WHATS[3]]
        assert is_shown(app, "1 of 6 · 'fix on-'")
        await pilot.press("ctrl+u", *"cl")
        assert listed(app) == [WHATS[0]]


async def test_the_arrows_go_through_what_is_found_while_one_types(
    app: RapportApp, workspace: Workspace
) -> None:
    fill(workspace, 60)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"act")
        await pilot.press("down", "down", "up")
        assert here(app) == "act 1"
        await pilot.press("pagedown")
        page = app.screen.query_one(EntryList).page
        assert here(app) == f"act {1 + page}"
        await pilot.press("pageup", "space")
        assert here(app) == "act 1"
        assert is_shown(app, "find › act")
        assert "down/up move" in shown(app)[-1]
        await pilot.press("j")
        assert is_shown(app, "find › act j")
        assert listed(app) == []


async def test_after_enter_what_was_found_stays_and_the_keys_act_on_it(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix", "down", "enter")
        assert listed(app) == [WHATS[1], WHATS[3]]
        assert here(app) == WHATS[3]
        assert is_shown(app, "2 of 6 · 'fix'")

        await pilot.press("k", "d")
        assert listed(app) == [WHATS[3]]
        assert is_shown(app, "1 of 5 · 'fix'")
        await pilot.press("u")
        assert listed(app) == [WHATS[1], WHATS[3]]
        assert here(app) == WHATS[1]


async def test_escape_while_finding_shows_what_was_shown_before_with_the_cursor_where_it_was(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "j", "j", "slash", *"fix", "escape")
        assert listed(app) == list(WHATS)
        assert here(app) == WHATS[2]
        assert not is_shown(app, "find ›")

        await pilot.press("slash", *"the", "enter", "end", "slash", *"x", "escape")
        assert listed(app) == [WHATS[0], WHATS[1], WHATS[2], WHATS[3], WHATS[5]]
        assert here(app) == WHATS[5]


async def test_to_find_again_begins_with_what_was_looked_for(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix", "enter", "j", "slash")
        assert is_shown(app, "find › fix")
        assert here(app) == WHATS[3]
        await pilot.press("space", *"exp")
        assert listed(app) == [WHATS[1]]


async def test_people_and_tags_are_completed_while_finding(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"@ma", "tab")
        assert is_shown(app, "find › @maya")
        assert listed(app) == [WHATS[2], WHATS[3]]


async def test_the_slash_on_today_finds_in_the_logbook(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"clinic")
        assert listed(app) == [WHATS[0]]


async def test_a_practice_a_day_and_words_are_looked_for_together_and_cleared_at_once(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", *["j"] * 7, "enter")
        assert listed(app) == [WHATS[1], WHATS[3]]
        assert is_shown(app, "2 of 6 · Thanks")

        await pilot.press("y")
        await type_line(pilot, "fri")
        assert is_shown(app, "the entries of Fri 20 Nov 2026")
        await pilot.press("enter")
        assert listed(app) == [WHATS[3]]

        await pilot.press("slash", *"fix", "enter")
        assert listed(app) == [WHATS[3]]
        assert is_shown(app, "1 of 6 · Thanks · Fri 20 · 'fix'")

        await pilot.press("escape")
        assert listed(app) == list(WHATS)
        assert here(app) == WHATS[3]
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)


async def test_the_day_of_the_entry_at_the_cursor_is_the_one_meant_where_none_is_said(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "j", "j", "j", "y", "enter")
        assert listed(app) == [WHATS[2], WHATS[3]]
        assert here(app) == WHATS[3]
        await pilot.press("y")
        assert listed(app) == list(WHATS)
        assert here(app) == WHATS[3]


async def test_a_day_that_is_none_is_refused_and_stays_in_the_line(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "y", *"nonday", "enter")
        assert is_shown(app, "day › nonday")
        assert listed(app) == list(WHATS)


async def test_all_practices_are_shown_again_by_the_last_choice(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", "enter")
        assert listed(app) == [WHATS[5]]
        await pilot.press("b", *["j"] * 8, "enter")
        assert listed(app) == list(WHATS)


async def test_l_in_the_logbook_shows_all_from_the_newest(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix", "enter", "j", "l")
        assert listed(app) == list(WHATS)
        assert here(app) == WHATS[0]


async def test_it_opens_anew_with_all_entries(app: RapportApp, workspace: Workspace) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix", "enter", "t", "1", "enter", "l")
        assert listed(app) == ["", *WHATS]


async def test_a_log_of_another_process_comes_in_and_the_cursor_stays_on_its_entry(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    fill(workspace, 60)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", *["pagedown"] * 2)
        before = here(app), shown(app)[1:15]
        other = service.open_workspace(home, clock, "bob")
        service.log(other, BY_SLUG["growth"], "a talk with Lee")
        app.lookout.look()
        await pilot.pause()

        assert listed(app)[0] == "a talk with Lee"
        assert (here(app), shown(app)[1:15]) == before


async def test_what_comes_in_while_one_finds_is_found(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"fix", "down")
        other = service.open_workspace(home, clock, "bob")
        service.log(other, BY_SLUG["growth"], "another fix")
        service.log(other, BY_SLUG["growth"], "another talk")
        app.lookout.look()
        await pilot.pause()

        assert listed(app) == ["another fix", WHATS[1], WHATS[3]]
        assert here(app) == WHATS[3]
        assert is_shown(app, "find › fix")


async def test_what_is_logged_in_the_logbook_is_listed_at_once(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "j", "8", *"wow", "enter")
        assert listed(app) == ["wow", *WHATS]
        assert here(app) == WHATS[1]
        assert is_shown(app, "wow")


async def test_a_large_home_is_looked_through_between_keys(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, 500)
    monkeypatch.setattr(find_actions, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash")
        screen(app).set_timer = lambda *_: None  # type: ignore[method-assign, assignment]
        await type_line(pilot, "act 4")
        assert screen(app).logbook.is_looking
        assert is_shown(app, "… of 500")
        assert here(app) == "act 4"

        del screen(app).set_timer
        screen(app)._goes_on = False  # noqa: SLF001 - the timer that never was
        await pilot.press("9")
        await look_through(pilot, app)
        wanted = [number for number in range(500) if "49" in str(number)]
        assert listed(app) == [f"act {number}" for number in wanted]
        assert here(app) == "act 49"
        assert is_shown(app, f"{len(wanted)} of 500 · 'act 49'")


async def test_only_the_entries_in_sight_are_read_however_many_there_are(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, 300)
    read = set()

    def reading(book: service.Logbook, place: tuple[str, int]) -> object:
        read.add(place)
        return entry_at(book, place)

    entry_at = service.Logbook.entry
    monkeypatch.setattr(service.Logbook, "entry", reading)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        page = app.screen.query_one(EntryList).page
        assert len(read) <= page + 1
        read.clear()
        await pilot.press("end", "k")
        assert 0 < len(read) <= page + 2


async def test_what_is_found_later_is_shown_below_what_is_there(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, 500)
    monkeypatch.setattr(find_actions, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash")
        await type_line(pilot, "00")
        await pilot.press("end")
        await look_through(pilot, app)
        told = [line[28:] for line in shown(app)[1:5]]
        assert told == ["act 100", "act 200", "act 300", "act 400"]
        assert here(app) == "act 100"


async def test_it_says_that_it_looks_where_nothing_is_found_yet(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, 500)
    monkeypatch.setattr(find_actions, "AT_ONE_GO", 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash")
        screen(app).set_timer = lambda *_: None  # type: ignore[method-assign, assignment]
        await type_line(pilot, "499")
        assert is_shown(app, "Looking …")


async def test_an_entry_that_cannot_be_read_is_named_and_no_key_acts_on_it(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        broken = {"practice": "thanks", "date": "2026-11-22", "zone": 5}
        await pilot.press("l")
        service.fill(workspace, [Op(codec.ENTRIES, entry(SUNDAY).id, broken)])
        app.lookout.look()
        screen(app).show_all()
        await pilot.press("home", "j")
        assert here(app) is None
        assert is_shown(app, "cannot be read")
        for key in ("e", "w", "d", "f", "E"):
            await pilot.press(key)
            assert is_shown(
                app, "This entry cannot be read. Leave rapport and run 'rapport doctor'."
            )
        await pilot.press("y", "escape", "slash", *"@ma", "tab", *"call")
        assert listed(app) == [WHATS[3]]


async def test_behind_the_mask_nothing_that_was_said_is_shown_or_begins_the_line(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "slash", *"@maya fix", "enter", "m")
        told = "\n".join(shown(app)).casefold()
        for word in ("maya", "on-call", "launch", "team", "fix"):
            assert word not in told
        assert is_shown(app, "1 of 6 · these words")
        row = re.search(r"/quiet Person (\d+): note", "\n".join(shown(app)))
        assert row is not None

        await pilot.press("slash")
        assert "maya" not in "\n".join(shown(app)).casefold()
        await type_line(pilot, f"@p{row[1]}")
        assert listed(app) == [WHATS[2], WHATS[3]]
        await pilot.press("escape", "m")
        assert is_shown(app, "the on-call fix")


@each_hostile_drawn
async def test_hostile_text_breaks_no_row_and_no_finding(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    made = entry(SUNDAY, hostile)
    service.fill(workspace, [Op(codec.ENTRIES, made.id, codec.entry_fields(made))])
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash")
        await type_line(pilot, hostile)
        await pilot.press("enter", "home", "j", "k")

        lines = shown(app)
        assert len(lines) == 24
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in "".join(lines))
        assert lines[0].startswith(" rapport · Logbook")


async def test_where_nothing_fits_it_names_the_keys_that_show_all_by_now(
    workspace: Workspace,
) -> None:
    log_some(workspace)
    config = Config(keys={"filter.none": ("f2",), "line.leave": ("f3",)})
    app = RapportApp(lambda: Session(workspace), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "slash", *"nowhere", "enter")
        assert is_shown(app, "Nothing fits. f2 shows all entries again.")
        await pilot.press("f2")
        assert listed(app) == list(WHATS)
