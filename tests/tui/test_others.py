"""What other processes log, delete and name meanwhile is shown, whatever a key comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from habits import service
from habits.errors import StoreError
from habits.practices import BY_SLUG
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tui.screens.today import TodayScreen
from tui.session import Session

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

THANKS = BY_SLUG["thanks"]


@pytest.fixture
def other(home: Home, clock: FixedClock, workspace: Workspace) -> Workspace:
    """Another process on the same home."""
    del workspace
    return service.open_workspace(home, clock, device="other")


async def test_what_another_process_logs_is_shown_also_where_a_key_is_refused(
    app: RapportApp, other: Workspace
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        service.log(other, THANKS, "from the shell")
        await pilot.press("U")
        assert is_shown(app, "There is nothing to redo")
        assert "from the shell" in row(app, 8)


async def test_what_came_in_while_a_line_was_refused_is_shown_with_the_next_look(
    app: RapportApp, other: Workspace
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("1")
        await type_line(pilot, "(2027-01-01)")
        service.log(other, THANKS, "from the shell")
        await pilot.press("enter")
        app.lookout.look()
        assert "from the shell" in row(app, 8)


async def test_an_entry_that_another_process_deletes_at_the_cursor_is_only_gone(
    app: RapportApp, workspace: Workspace, other: Workspace
) -> None:
    for what in ("one", "two", "three"):
        change = service.log(workspace, THANKS, what)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        other.catch_up()
        service.delete_entry(other, change.entries[0].either.id)
        await pilot.press("d")
        await pilot.pause()
        assert not is_shown(app, "three")
        assert is_shown(app, "2 entries")


async def test_whom_another_process_names_is_masked_at_once(
    app: RapportApp, workspace: Workspace, other: Workspace
) -> None:
    growth = BY_SLUG["growth"]
    offer = service.require_offer(workspace, growth, "career")
    service.switch_on(workspace, growth, offer)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m", *"jjjjjj", "enter")
        other.catch_up()
        service.log(other, THANKS, "@zebra the stripes")
        await pilot.press("U")
        await pilot.pause()
        assert "Person" in row(app, 8)
        assert "zebra" not in "\n".join(shown(app)).casefold()


async def test_a_draft_is_kept_for_all_places(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "8", *"half", "escape", "t", "8")
        assert is_shown(app, "thanks › half")
        await pilot.press("escape", "l", "8")
        assert is_shown(app, "thanks › half")


async def test_what_was_said_anew_and_left_is_kept_for_that_entry(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, THANKS, "the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "e", *"es", "escape", "e")
        assert is_shown(app, "edit thanks › the fixes")


async def test_a_record_that_cannot_be_read_is_told_and_ends_nothing(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", *"half", "escape")

        def fail(_: Session) -> None:
            message = "A person cannot be understood."
            raise StoreError(message)

        with monkeypatch.context() as patch:
            patch.setattr(Session, "practices", property(fail))
            await pilot.press("8")
            assert is_shown(app, "A person cannot be understood.")
        await pilot.press("8")
        assert is_shown(app, "thanks › half")


async def test_no_message_over_the_screen_holds_what_a_terminal_obeys(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("ops/evil\x1b]0;pwned\x07.jsonl is damaged", markup=False)
        await pilot.pause()
        (told,) = app._notifications  # noqa: SLF001 - what Textual draws as it is
        assert told.message == "ops/evil]0;pwned.jsonl is damaged"


async def test_what_was_left_of_an_edit_is_gone_once_the_entry_says_something_else(
    app: RapportApp, workspace: Workspace, other: Workspace
) -> None:
    change = service.log(workspace, THANKS, "the fix")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "e", *"es", "escape")
        other.catch_up()
        service.edit_entry(other, change.entries[0].either.id, "the docs")
        app.lookout.look()
        await pilot.press("e")
        await pilot.pause()
        assert is_shown(app, "edit thanks › the docs")
        assert not is_shown(app, "the fixes")


async def test_a_key_that_was_typed_while_the_app_was_held_up_leaves_what_it_tells_of_that(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        typed_before = Key("j", "j")
        assert isinstance(app.screen, TodayScreen)
        app.screen.tell("Another process holds the home.", "warning")
        app.post_message(typed_before)
        await pilot.pause()
        assert row(app, 2).startswith(" ▸ 2")
        assert is_shown(app, "Another process holds the home.")
        await pilot.press("k")
        assert not is_shown(app, "Another process holds the home.")
