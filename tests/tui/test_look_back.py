"""A quarter or a year looked back on in the app, and what is decided about each promise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from habits import service
from habits.cadence import parse_cadence
from habits.practices import BY_SLUG
from habits.review.look_back import Kind
from habits.reviews import CloseStep, Decision
from habits.store import Op, codec
from tests.tui.reviews import app_of, small_history, streaks
from tests.tui.screen_text import is_shown, shown
from tui.screens.look_back import LookBackScreen
from tui.screens.person import PersonScreen
from tui.screens.review import ReviewScreen
from tui.screens.reviewed_entries import ReviewedEntries
from tui.screens.today import TodayScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.model import Habit
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

SLOW_SIZES = [(60, 18), (80, 24), (240, 70)]
SIZES = [(40, 12), (120, 40), *(pytest.param(s, marks=pytest.mark.faults) for s in SLOW_SIZES)]
TODAY = date(2026, 11, 22)
PEOPLE, KINDS, ENTRIES, PROMISES = (["tab"] * turns for turns in (1, 2, 3, 4))


def looking(app: RapportApp) -> LookBackScreen:
    """Return the look back, which is on the screen."""
    assert isinstance(app.screen, LookBackScreen)
    return app.screen


def row(app: RapportApp, text: str) -> str:
    """Return the first line under the title that has a text in it."""
    return next(line for line in shown(app)[1:] if text in line)


def decided(workspace: Workspace, kind: Kind = Kind.QUARTER) -> dict[str, Decision]:
    """Return what is decided, by the names of the habits."""
    back = service.look_back_on(workspace, kind, TODAY)
    return {each.habit.name: each.decided.decision for each in back.habits if each.decided}


def flagship(workspace: Workspace, practice: str) -> Habit:
    """Return the flagship of a practice, as it is now."""
    (found,) = service.rows(workspace, [BY_SLUG[practice]])
    return found.leading.habit


async def test_b_in_review_looks_back_on_the_running_quarter(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b")
        assert shown(app)[0].endswith("Quarter 4 of 2026")
        assert [sign for sign in row(app, "1 Vision")[17:60] if sign in "■□·"] == list("■■□□□■·")
        assert is_shown(app, " Vision · 1 week, best 2 · 3 kept, 3 missed · 3 acts")
        await pilot.press("number_sign")
        assert row(app, "1 Vision")[17:60].split()[:2] == ["1", "1"]
        assert is_shown(app, "The numbers are acts")


async def test_brackets_turn_quarters_and_stop_at_the_ends(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", "right_square_bracket")
        assert is_shown(app, "The next quarter is still to come.")
        await pilot.press("left_square_bracket")
        assert is_shown(app, "Nothing was logged before this quarter.")
        service.log(looking(app).session.workspace, BY_SLUG["trust"], "the how (2026-05-01)")
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert shown(app)[0].endswith("Quarter 2 of 2026")
        await pilot.press("right_square_bracket")
        assert shown(app)[0].endswith("Quarter 3 of 2026")


async def test_w_turns_to_the_year_and_back_to_its_latest_quarter(year: RapportApp) -> None:
    async with year.run_test(size=(120, 40)) as pilot:
        await pilot.press("r", "b", "w")
        assert shown(year)[0].endswith("The year 2026")
        await pilot.press("left_square_bracket")
        assert shown(year)[0].endswith("The year 2025")
        await pilot.press("w")
        assert shown(year)[0].endswith("Quarter 4 of 2025")


async def test_people_stand_by_practices_and_numbers_tell_how_long_ago(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PEOPLE)
        assert row(app, "Maya").split() == ["Maya", *"●·······", "5", "weeks"]
        assert is_shown(app, " Dev · last contact Mon 12 Oct 2026 · Vision 12 Oct")
        assert is_shown(app, "● contact  · none in these days")
        assert is_shown(app, "7 Growth 8 Thanks")
        await pilot.press("j", "number_sign")
        assert is_shown(app, " Maya · last contact")
        assert row(app, "Maya").split()[2:4] == ["5w", "·"]
        await pilot.press("enter")
        assert isinstance(app.screen, PersonScreen)


async def test_where_nobody_is_known_that_is_told(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PEOPLE)
        assert is_shown(app, "Nobody is known yet.")
        await pilot.press("j", "G", "pagedown", "enter")
        assert is_shown(app, "Nobody is known yet.")
        assert isinstance(app.screen, LookBackScreen)


async def test_kinds_of_acts_and_slips_are_counted(app: RapportApp, workspace: Workspace) -> None:
    service.log(workspace, BY_SLUG["empathy"], "/story it was slow #bad")
    service.log(workspace, BY_SLUG["trust"], "/dictated I named the database")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *KINDS)
        assert is_shown(app, "Empathy · stories")
        assert row(app, " bad ").split()[-2:] == ["1", "act"]
        assert is_shown(app, "Trust · slips")
        assert row(app, "I said how to build it").split()[-3:] == ["▇", "1", "time"]
        await pilot.press("number_sign")
        assert "▇" not in "".join(shown(app))
        await pilot.press("G", "pageup", "enter")
        assert is_shown(app, "A kind has no days of its own to show.")


async def test_where_nothing_tells_of_kinds_or_says_why_that_is_told(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *KINDS)
        assert is_shown(app, "No act and no slip tells of which kind it was.")
        await pilot.press("tab", "enter")
        assert is_shown(app, "No entry says both what happened and why it mattered.")


async def test_the_most_specific_entries_stand_in_full_and_open_in_the_logbook(home: Home) -> None:
    workspace = small_history(home)
    service.answer_close(workspace, CloseStep.NOTICED, "Dev decides faster")
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *ENTRIES)
        assert is_shown(app, "Vision · the one-liner · because it was asked for")
        assert is_shown(app, "noticed in the week of Mon 16 Nov 2026")
        await pilot.press("j", "pageup", "pagedown", "enter")
        assert shown(app)[0].startswith(" rapport · Weekly close done")
        assert shown(app)[0].endswith("Mon 16 to Sun 22 Nov 2026")
        assert is_shown(app, "noticed: Dev decides faster")
        await pilot.press("escape")
        assert looking(app).look.looked_back.view == "entries"
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewedEntries)
        assert is_shown(app, "the one-liner")
        await pilot.press("escape")
        assert looking(app).look.looked_back.view == "entries"


async def test_space_keeps_a_promise_and_the_next_look_goes_on_from_there(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES)
        assert is_shown(app, "Tie the work to the north star · weekly · to be decided")
        assert is_shown(app, "space keeps it, c changes how often, A retires it.")
        await pilot.press("space")
        assert is_shown(app, "Kept: Tie the work to the north star (u undoes)")
        assert row(app, "Tie the work").endswith("kept, 3 missed · keep")
        assert shown(app)[0].endswith("Quarter 4 of 2026 · 1 of 8 decided")
        await pilot.press("space")
        assert is_shown(app, "That is decided already")
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b")
        assert shown(app)[0].endswith("1 of 8 decided")
        await pilot.press("u")
        assert is_shown(app, "Undone: Tie the work to the north star · to be decided again")
        assert shown(app)[0].endswith("Quarter 4 of 2026")


async def test_c_asks_how_often_and_then_from_when_on(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r", "b", *PROMISES, "c", "enter")
        assert is_shown(app, "It is weekly already.")
        await retype(pilot, "every 2 weeks")
        assert is_shown(app, "weekly · now every 2 weeks")
        await pilot.press("enter")
        assert is_shown(app, "weekly · every 2 weeks from Fri 1 Jan 2027 on")
        assert is_shown(app, "what is past stays judged as it was")
        await retype(pilot, "2026-01-01")
        assert is_shown(app, "A cadence changes from today on")
        await retype(pilot, "1 dec")
        await pilot.press("enter")
        assert is_shown(app, "every 2 weeks from Tue 1 Dec 2026 on")
    assert str(flagship(workspace, "vision").cadence(date(2026, 11, 30))) == "weekly"
    assert str(flagship(workspace, "vision").cadence(date(2026, 12, 1))) == "every 2 weeks"
    assert decided(workspace) == {"Tie the work to the north star": Decision.CHANGE}


async def retype(pilot: Pilot[None], text: str) -> None:
    """Write something in place of what stands in the line."""
    await pilot.press(*["backspace"] * 20, *text)


async def test_capital_a_retires_a_promise_and_undo_brings_it_back(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES, "G", "A")
        assert is_shown(app, "Archived: Thank someone and say why · today (u undoes)")
        assert flagship(workspace, "thanks").archived == TODAY
        assert "retire" in row(app, "Thank someone")
        await pilot.press("u")
        assert flagship(workspace, "thanks").archived is None
        assert decided(workspace) == {}


async def test_enter_offers_the_three_decisions(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES, "j", "enter")
        assert is_shown(app, "from Fri 1 Jan 2027 on, or another day")
        await pilot.press("enter")
        assert decided(workspace) == {"Share a customer story": Decision.KEEP}


async def test_a_decision_of_the_year_is_another_one(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES, "w", "space")
        assert is_shown(app, "The year 2026 · 1 of 8 decided")
    assert decided(workspace, Kind.YEAR) == {"Tie the work to the north star": Decision.KEEP}
    assert decided(workspace) == {}


async def test_where_the_cursor_is_on_no_promise_nothing_is_decided(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b")
        for key in ("space", "c", "A"):
            await pilot.press(key)
            assert is_shown(app, "That is no promise. tab turns to those.")
    assert decided(workspace) == {}


async def test_where_nothing_is_promised_there_is_nothing_to_decide(
    app: RapportApp, workspace: Workspace
) -> None:
    for practice in BY_SLUG.values():
        service.archive_practice(workspace, practice)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES, "enter")
        assert is_shown(app, "Nothing is promised.")


async def test_one_goes_on_to_the_streaks_and_back_to_review(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", "j", "enter")
        assert streaks(app).look.practice == "empathy"
        await pilot.press("r", "b", "escape")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("b", "shift+tab", "r")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("b", "t")
        assert isinstance(app.screen, TodayScreen)


async def test_what_is_logged_meanwhile_is_shown_at_once(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", "1", *"again", "enter")
        assert is_shown(app, "4 acts")


async def test_a_click_chooses_a_line(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b")
        await pilot.click(offset=(6, 6))
        assert is_shown(app, " Trust · ")


async def test_behind_the_mask_no_name_and_no_text_is_shown(year: RapportApp) -> None:
    names = [person.name for person in year.session.workspace.ledger.people()]
    async with year.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "r", "b")
        for _ in range(5):
            text = "\n".join(shown(year))
            assert not [name for name in names if name in text]
            await pilot.press("tab")
        await pilot.press(*PROMISES, "space")
        assert is_shown(year, "Kept: ")


@pytest.mark.parametrize("size", SIZES)
async def test_every_view_fits_every_size(year: RapportApp, size: tuple[int, int]) -> None:
    async with year.run_test(size=size) as pilot:
        await pilot.press("r", "b")
        for view in ("weeks", "people", "kinds", "entries", "promises"):
            assert is_shown(year, f"▸{view}")
            await pilot.press("number_sign", "G", "pageup", "g", "number_sign")
            assert all(cell_len(line) <= size[0] for line in shown(year))
            await pilot.press("tab")


async def test_v_tells_which_names_are_left_in_and_writes_a_file(home: Home) -> None:
    workspace = small_history(home)
    service.log(workspace, BY_SLUG["thanks"], "@maya told Acme because it asked")
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", "v")
        assert is_shown(app, "Write it as")
        await pilot.press("enter")
        assert is_shown(app, "People named in it: Dev, Maya.")
        assert is_shown(app, "Other names, as far as they can be told: Acme.")
        await pilot.press("enter", "enter")
        assert is_shown(app, "Written: quarter-2026-10-01.md")
    (written,) = home.exports.iterdir()
    assert "told Acme" in written.read_text(encoding="utf-8")
    assert written.stat().st_mode & 0o777 == 0o600


async def test_stand_ins_are_put_in_where_that_is_chosen(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", "v", "j", "enter", "j", "enter")
        assert is_shown(app, "All names and texts are stand-ins.")
        await pilot.press("enter", "escape")
        assert is_shown(app, "All names and texts are stand-ins.")
        await pilot.press("enter", "enter")
    (written,) = home.exports.iterdir()
    assert written.name == "quarter-2026-10-01.html"
    assert "Maya" not in written.read_text(encoding="utf-8")


async def test_behind_the_mask_stand_ins_are_what_is_written(home: Home) -> None:
    app = app_of(small_history(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "r", "b", "w", "v", "G", "enter")
        assert is_shown(app, "Written as SVG")
        assert not is_shown(app, "Put stand-ins in it")
        await pilot.press("enter", "enter")
    (written,) = home.exports.iterdir()
    assert written.name == "year-2026-01-01.svg"


async def test_a_promise_that_is_gone_meanwhile_is_told_as_such(home: Home) -> None:
    workspace = small_history(home)
    app = app_of(workspace)
    added = service.add_habit(
        workspace, BY_SLUG["vision"], service.Promise("Ask Dev", parse_cadence("weekly"))
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "b", *PROMISES, "j")
        assert is_shown(app, "Ask Dev · weekly")
        workspace.store.commit(lambda: [Op(codec.HABITS, added.habits[0].either.id, None)])
        await pilot.press("c")
        assert is_shown(app, "The habit is gone")
