"""Today, as it is used from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from habits import service
from habits.practices import BY_SLUG, PRACTICES
from habits.store import Op
from tests.tui.screen_text import is_shown, row, shown
from tui.app import RapportApp
from tui.session import Session
from tui.widgets.practice_grid import PracticeGrid
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home


async def type_line(pilot: Pilot[None], text: str) -> None:
    """Type a text into the line that is open."""
    pilot.app.screen.post_message(Paste(text))
    await pilot.pause()


def cursor(app: RapportApp) -> int:
    """Return the key of the row at the cursor."""
    return app.screen.query_one(PracticeGrid).cursor + 1


async def test_a_new_home_shows_the_eight_rows_the_promise_and_the_keys(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)):
        lines = shown(app)

    assert len(lines) == 24
    assert "Sun 22 Nov 2026 · week 47" in lines[0]
    assert [line[5:17].strip() for line in lines[2:10]] == [p.name for p in PRACTICES]
    assert "Tie the work to the north star · weekly" in lines[11]
    assert lines[23] == (" 1-8 log  space bare  u undo  / find  r review  p people  ? help  q quit")


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.slug)
async def test_the_digit_of_a_practice_opens_its_line(app: RapportApp, practice: object) -> None:
    chosen = next(known for known in PRACTICES if known is practice)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(str(chosen.key))
        await type_line(pilot, "x")

        assert shown(app)[20] == f" {chosen.slug} › x"
        assert cursor(app) == chosen.key


@pytest.mark.parametrize(
    ("way", "here"), [("t", "today"), ("p", "people"), ("l", "logbook")], ids=["t", "p", "l"]
)
async def test_a_place_does_not_offer_the_way_to_itself(
    app: RapportApp, way: str, here: str
) -> None:
    async with app.run_test(size=(240, 24)) as pilot:
        await pilot.press(way)
        told = {"p people", "l logbook"}
        assert {key for key in told if key in shown(app)[-1]} == told - {f"{way} {here}"}
        assert f"{way} {here}" not in shown(app)[-1]


async def test_g_goes_to_the_first_line_and_capital_g_to_the_last(
    app: RapportApp, workspace: Workspace
) -> None:
    service.promise_line(workspace, "look at the tests (today)")
    async with app.run_test(size=(80, 24)) as pilot:
        for first, last in (("g", "G"), ("home", "end")):
            await pilot.press(last)
            assert is_shown(app, " ▸ due  look at the tests")
            await pilot.press(first)
            assert cursor(app) == 1


async def test_enter_stores_the_line_and_its_row_changes_in_place(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await type_line(pilot, "/tie @maya the SSO ticket because it is minute three #plan")
        await pilot.press("enter")

        (entry,) = service.entries(workspace)
        assert (entry.practice, entry.move, entry.what) == ("vision", "tie", "the SSO ticket")
        assert (entry.why, entry.tags) == ("it is minute three", ("plan",))
        assert list(service.names(workspace).values()) == ["Maya"]
        assert "■    1 week     done · next by Sun 29" in row(app, 1)
        assert "Maya: the …" in row(app, 1)
        assert not app.screen.query_one(QuickLine).is_open


async def test_while_it_is_typed_the_line_reads_back_what_it_would_log(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@maya the on-call fix because it saved the launch (yesterday)")

        reading = "Thanks · Maya (new) · the on-call fix · because it saved the launch · Sat 21"
        assert shown(app)[21].strip() == reading


async def test_a_line_that_is_refused_says_why_stores_nothing_and_stays(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "the on-call fix (tomorrow)")
        await pilot.press("enter")

        assert is_shown(app, "2026-11-23 is in the future.")
        assert is_shown(app, "thanks › the on-call fix (tomorrow)")
        assert service.entries(workspace) == ()


async def test_escape_closes_the_line_and_keeps_its_text_for_the_next_opening(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await type_line(pilot, "half a story")
        await pilot.press("escape")
        assert not is_shown(app, "half a story")

        await pilot.press("3")
        assert not is_shown(app, "half a story")
        await pilot.press("escape", "2")
        assert is_shown(app, "empathy › half a story")

        await pilot.press("enter", "2")
        assert not is_shown(app, "empathy › half a story")
    assert [entry.what for entry in service.entries(workspace)] == ["half a story"]


async def test_what_is_typed_ahead_of_the_screen_keeps_its_order(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("8", *"quiet", "enter", "1", *"uk", "escape", "2", *"x1", "enter", "j"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()

        logged = [(entry.practice, entry.what) for entry in service.entries(workspace)]
        assert logged == [("thanks", "quiet"), ("empathy", "x1")]
        assert cursor(app) == 3


async def test_a_line_is_edited_as_lines_are(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", *"the", "space", *"fox", "backspace")
        await pilot.press("left", "left", "delete", "delete", *"fi")
        await pilot.press("end", *"x", "home", "delete", "T")

        assert is_shown(app, "thanks › The fix")


async def test_keys_of_the_screen_are_text_in_the_line(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *"quj8k", "space", "1")

        assert is_shown(app, "vision › quj8k 1")


async def test_space_logs_a_bare_entry_on_the_row_at_once(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "space")

        (entry,) = service.entries(workspace)
        assert (entry.practice, entry.move, entry.what) == ("trust", None, "")
        assert "1 week" in row(app, 3)


async def test_a_bare_entry_takes_the_first_move_that_the_leading_habit_counts(
    workspace: Workspace,
) -> None:
    table = workspace.store.table("habits")
    key = next(key for key, document in table.items() if document["practice"] == "vision")
    service.fill(workspace, [Op("habits", key, {"moves": ["playback", "retell"]})])
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")

        assert [entry.move for entry in service.entries(workspace)] == ["playback"]
        assert "1 week" in row(app, 1)


async def test_undo_takes_back_the_newest_act_and_names_it(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("1", "enter", "8")
        await type_line(pilot, "@maya the fix")
        await pilot.press("enter", "u")

        assert [entry.practice for entry in service.entries(workspace)] == ["vision"]
        assert is_shown(app, "Undone: Thanks · Maya · the fix · today")
        assert "on track" in row(app, 8)
        assert service.names(workspace) == {}


async def test_undo_with_nothing_to_undo_says_so(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("u")

        assert is_shown(app, "There is nothing to undo.")


async def test_what_was_taken_back_is_done_again(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter", "u", "U")
        assert is_shown(app, "Redone: Vision · today (u undoes)")
        assert len(service.entries(workspace)) == 1

        await pilot.press("U")
        assert is_shown(app, "There is nothing to redo.")


async def test_x_opens_the_line_with_the_slip_of_the_row_and_enter_logs_it(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "x")
        assert is_shown(app, "trust › /dictated")
        await pilot.press("enter")

        assert [entry.move for entry in service.entries(workspace)] == ["dictated"]
        assert "on track" in row(app, 3)


async def test_a_slip_that_was_not_logged_leaves_what_was_written_before(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await type_line(pilot, "half a thought")
        await pilot.press("escape", "x", "escape", "3")
        assert is_shown(app, "trust › half a thought")


async def test_a_practice_without_a_slip_says_so(app: RapportApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        assert is_shown(app, "Vision knows no slip")
        await pilot.press("enter")
        assert service.entries(workspace) == ()


async def test_what_was_logged_is_told_with_the_way_back(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("1", "enter", "2", "enter")

        assert is_shown(app, "Logged: Empathy · today (u undoes)")
        assert not is_shown(app, "Logged: Vision")


async def test_j_k_and_the_arrows_move_the_cursor_and_stop_at_the_ends(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k", "up")
        assert cursor(app) == 1

        await pilot.press("j", "down", "down", "k")
        assert cursor(app) == 3
        assert row(app, 3).startswith(" ▸ 3 Trust")
        assert row(app, 1).startswith("   1 Vision")
        assert is_shown(app, "3  Hand over the how · weekly")

        await pilot.press(*["j"] * 9)
        assert cursor(app) == 8


async def test_a_click_moves_the_cursor_to_its_row(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(PracticeGrid, offset=(10, 4))
        assert cursor(app) == 5

        await pilot.click(PracticeGrid, offset=(10, 9))
        assert cursor(app) == 5


@pytest.mark.parametrize("opened", [(), ("8",)])
async def test_ctrl_c_says_how_to_leave(app: RapportApp, opened: tuple[str, ...]) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*opened, "ctrl+c")
        await pilot.pause()

        assert is_shown(app, "q leaves rapport, ctrl+q also from the line.")


async def test_q_leaves(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")

    assert app.return_code == 0


async def test_a_log_of_another_process_comes_in_with_the_next_act(
    app: RapportApp, home: Home, clock: FixedClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        other = service.open_workspace(home, clock)
        service.log(other, BY_SLUG["growth"], "a talk with Lee")
        await pilot.press("space")

        assert "1 month" in row(app, 7)
        assert "1 week" in row(app, 1)


async def test_a_paste_of_several_lines_becomes_one_line(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        app.screen.post_message(Paste("the on-call\n\tfix\x1b]0;x\x07"))
        await pilot.pause()

        assert app.screen.query_one(QuickLine).text == "the on-call fix]0;x"


async def test_full_disk_is_told_and_the_text_stays_in_the_line(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        monkeypatch.setattr("os.fdatasync", full)
        await pilot.press("1")
        await type_line(pilot, "a dear thought")
        await pilot.press("enter")
        assert is_shown(app, "No space left on device")
        assert is_shown(app, "vision › a dear thought")

        await pilot.press("escape", "space")
        assert service.entries(workspace) == ()
        monkeypatch.undo()
        await pilot.press("1", "enter")
        assert [entry.what for entry in service.entries(workspace)] == ["a dear thought"]


async def test_space_on_a_further_habit_that_names_people_asks_for_one_of_them(
    app: RapportApp, workspace: Workspace
) -> None:
    growth = BY_SLUG["growth"]
    service.switch_on(workspace, growth, service.require_offer(workspace, growth, "career"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jjjjjj", "enter", "j", "space")
        assert is_shown(app, "growth › /talk @")
    assert service.entries(workspace) == ()


async def test_what_was_done_is_told_until_the_next_key(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        assert is_shown(app, "Logged: Vision")
        await pilot.press("j")
        assert not is_shown(app, "Logged: Vision")


async def test_a_key_of_another_place_says_where_it_does_something(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        assert is_shown(app, "E is a key of Logbook: Open the entry in $EDITOR.")
        await pilot.press("l", "z")
        assert is_shown(app, "z is a key of Today: Pause days, resume, or withdraw a pause.")
