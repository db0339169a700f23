"""Entries are said anew, dated anew, deleted and followed up, and each act is taken back."""

from __future__ import annotations

import stat
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.config import Config
from habits.practices import BY_SLUG
from tests.tui.logbooks import WHATS, here, listed, log_some, screen
from tests.tui.screen_text import is_like, is_shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from habits.clock import FixedClock
    from habits.model import Entry
    from habits.service import Workspace
    from habits.store.home import Home

    Editor = Callable[..., None]

SUNDAY = date(2026, 11, 22)
FIX = WHATS[3]
TO_FIX = ("l", "j", "j", "j")
MASKED = "The mask hides what would be changed. Take it off first."


def entry_of(workspace: Workspace, what: str) -> Entry:
    """Return the entry that says something."""
    (found,) = (entry for entry in service.entries(workspace) if entry.what == what)
    return found


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_an_entry_is_said_anew_and_taken_back_and_done_again(
    app: RapportApp, workspace: Workspace, key: str
) -> None:
    log_some(workspace)
    before = entry_of(workspace, FIX)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*TO_FIX, key)
        line = "/quiet @maya #team the on-call fix because it saved the launch"
        assert is_shown(app, f"edit thanks › {line}")
        await pilot.press("ctrl+u")
        await type_line(pilot, "@ana the runbook because it held")
        assert is_shown(app, "Thanks · Ana · the runbook · because it held · Fri 20")
        await pilot.press("enter")

        after = entry_of(workspace, "the runbook")
        assert (after.id, after.date, after.why) == (before.id, before.date, "it held")
        assert here(app) == "the runbook"
        assert is_shown(app, "Changed: Thanks · Ana · the runbook")
        await pilot.press("u")
        assert entry_of(workspace, FIX) == before
        assert here(app) == FIX
        await pilot.press("U")
        assert here(app) == "the runbook"


async def test_an_edit_that_says_the_same_is_refused_and_leaving_it_changes_nothing(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "e", "enter")
        assert is_shown(app, "Nothing would change. Say what is to be different.")
        assert is_shown(app, "edit thanks ›")
        await pilot.press(*"xyz", "escape")
        assert here(app) == FIX
        await pilot.press("j", "e")
        assert is_shown(app, "edit trust › /question @dev asked what hurts")


async def test_an_edit_that_is_refused_stays_in_the_line_with_its_reason(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "e", "ctrl+u")
        await type_line(pilot, "/nothing new (tomorrow)")
        await pilot.press("enter")
        assert is_shown(app, "edit thanks › /nothing new (tomorrow)")
        assert is_shown(app, "Thanks has no move '/nothing'.")
        assert here(app) == FIX


async def test_an_entry_is_dated_anew_the_cursor_goes_with_it_and_it_is_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "w")
        assert is_shown(app, "It is dated Fri 20.")
        await type_line(pilot, "2026-10-01")
        assert is_shown(app, "1 Oct instead of Fri 20 · 2026-10-01")
        await pilot.press("enter")
        assert entry_of(workspace, FIX).date == date(2026, 10, 1)
        assert here(app) == listed(app)[-1] == FIX
        await pilot.press("u")
        assert listed(app) == list(WHATS)
        assert here(app) == FIX
        await pilot.press("U")
        assert here(app) == listed(app)[-1] == FIX


@pytest.mark.parametrize(
    ("said", "reason"),
    [("tomorrow", "in the future"), ("fri", "Nothing would change"), ("whenever", "whenever")],
)
async def test_a_date_that_is_refused_stays_in_the_line(
    app: RapportApp, workspace: Workspace, said: str, reason: str
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "w")
        await type_line(pilot, said)
        await pilot.press("enter")
        assert is_shown(app, f"when › {said}")
        assert is_shown(app, reason)
        assert entry_of(workspace, FIX).date == date(2026, 11, 20)


async def test_a_date_that_leaves_the_day_shown_leaves_the_cursor_where_it_was(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    service.log(workspace, BY_SLUG["thanks"], "third (2026-11-20)")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "j", "j", "y", "enter", "j", "w")
        assert listed(app) == ["third", WHATS[2], FIX]
        await type_line(pilot, "today")
        await pilot.press("enter")
        assert listed(app) == ["third", FIX]
        assert here(app) == FIX


async def test_an_entry_is_deleted_at_once_and_brought_back_with_the_cursor_on_it(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "d")
        assert FIX not in listed(app)
        assert here(app) == WHATS[4]
        assert is_shown(app, "Deleted: Thanks /quiet · Maya · the on-call fix")
        await pilot.press("delete")
        assert listed(app) == [*WHATS[:3], WHATS[5]]
        await pilot.press("u", "u")
        assert listed(app) == list(WHATS)
        assert here(app) == FIX
        await pilot.press("U")
        assert here(app) == WHATS[4]


async def test_where_the_oldest_is_deleted_the_cursor_goes_to_the_one_before(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "end", "d")
        assert here(app) == WHATS[4]
        await pilot.press("u")
        assert here(app) == WHATS[5]


async def test_all_entries_are_deleted_one_by_one(app: RapportApp, workspace: Workspace) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", *["d"] * 7)
        assert listed(app) == []
        assert is_shown(app, "Nothing is logged yet.")


async def test_a_follow_up_is_promised_to_whom_the_entry_names_and_taken_back(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "f")
        await type_line(pilot, "ask how it went (in 3 days)")
        assert is_shown(app, "ask how it went · by Wed 25")
        await pilot.press("enter")

        fix = entry_of(workspace, FIX)
        (promised,) = service.follow_ups(workspace)
        assert (promised.text, promised.people, promised.entry) == (
            "ask how it went", fix.people, fix.id,
        )  # fmt: skip
        assert here(app) == FIX
        await pilot.press("u")
        assert service.follow_ups(workspace) == ()
        await pilot.press("U")
        assert len(service.follow_ups(workspace)) == 1


async def test_an_entry_that_another_process_deleted_is_told_as_gone(
    app: RapportApp, workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "e", *" x")
        other = service.open_workspace(home, clock, "bob")
        service.delete_entry(other, entry_of(workspace, FIX).id)
        await pilot.press("enter")
        assert is_shown(app, "The entry is gone: it was taken back or deleted elsewhere.")
        assert is_shown(app, "the launch x")


async def test_behind_the_mask_an_entry_is_not_edited_and_what_is_done_tells_nothing(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "m")
        for key in ("e", "E"):
            await pilot.press(key)
            assert is_shown(app, MASKED)
            assert not is_shown(app, "edit thanks")
        await pilot.press("d")
        assert is_like(app, r"Deleted: Thanks /quiet · Person \d+ · note")
        await pilot.press("u", "w")
        await type_line(pilot, "today")
        await pilot.press("enter")
        assert is_like(app, r"Changed: Thanks /quiet · Person \d+ · note")
        for word in ("Maya", "on-call", "launch", "#team"):
            assert not is_shown(app, word)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Make a program that is given the path of a text the user's editor."""
    monkeypatch.setattr(RapportApp, "suspend", lambda _: nullcontext())
    monkeypatch.delenv("VISUAL", raising=False)

    def make(script: str, command: str | None = None) -> None:
        path = tmp_path / "my editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(stat.S_IRWXU)
        monkeypatch.setenv("EDITOR", f"'{path}'" if command is None else command)

    return make


async def test_an_entry_is_opened_in_the_user_s_editor(
    app: RapportApp, workspace: Workspace, editor: Editor
) -> None:
    log_some(workspace)
    editor("sed -i s/on-call/whole/ $1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert here(app) == "the whole fix"
        assert is_shown(app, "Changed: Thanks /quiet")
        assert not screen(app).is_writing
        await pilot.press("u")
        assert here(app) == FIX


async def test_what_the_editor_leaves_as_it_was_changes_nothing(
    app: RapportApp, workspace: Workspace, editor: Editor
) -> None:
    log_some(workspace)
    editor("exit 0")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert is_shown(app, "Nothing was changed.")


async def test_what_comes_from_the_editor_and_is_refused_stays_in_the_line(
    app: RapportApp, workspace: Workspace, editor: Editor
) -> None:
    log_some(workspace)
    editor("echo '/quiet @maya a dear thought (tomorrow)' > $1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert is_shown(app, "edit thanks › /quiet @maya a dear thought (tomorrow)")
        assert is_shown(app, "in the future")
        assert here(app) == FIX
        await pilot.press(*["backspace"] * len(" (tomorrow)"), "enter")
        assert here(app) == "a dear thought"


async def test_several_lines_from_the_editor_become_a_note_of_several_lines(
    app: RapportApp, workspace: Workspace, editor: Editor
) -> None:
    log_some(workspace)
    editor("printf 'first\\nsecond @maya because\\nit held\\n\\nfor long\\n' > $1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        (changed,) = (each for each in service.entries(workspace) if "first" in each.what)
        assert changed.what == "first\nsecond Maya"
        assert changed.why == "it held\nfor long"
        assert is_shown(app, "first second Maya")


async def test_a_note_of_several_lines_is_edited_in_the_one_line_and_keeps_them(
    app: RapportApp, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "first\nsecond because third\nfourth")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "e")
        assert is_shown(app, "edit thanks › first↵second because third↵fourth")
        await pilot.press(*" more", "enter")

        (changed,) = service.entries(workspace)
        assert (changed.what, changed.why) == ("first\nsecond", "third\nfourth more")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("", "No editor is named. Set EDITOR to one, such as 'nano'."),
        ("  ", "No editor is named."),
        ("no-such-editor --wait", "The editor 'no-such-editor --wait' cannot be started."),
        ("'unclosed", "cannot be started."),
        ("false", "The editor 'false' ended in failure; the entry is as it was."),
        ("rm", "The text cannot be edited outside: No such file or directory."),
    ],
)
async def test_an_editor_that_does_not_work_is_told_and_changes_nothing(
    app: RapportApp, workspace: Workspace, editor: Editor, command: str, reason: str
) -> None:
    log_some(workspace)
    editor("exit 0", command)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert is_shown(app, reason)
        assert here(app) == FIX
        assert not screen(app).is_writing


async def test_a_terminal_that_cannot_be_lent_says_how_to_edit_anyway(
    app: RapportApp, workspace: Workspace
) -> None:
    log_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert is_shown(app, "This terminal cannot be lent to an editor. Press e to edit in the")


async def test_it_says_so_with_the_key_that_edits_by_now(workspace: Workspace) -> None:
    log_some(workspace)
    app = RapportApp(lambda: Session(workspace), config=Config(keys={"entry.edit": ("O",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIX, "E")
        assert is_shown(app, "Press O to edit in the")
