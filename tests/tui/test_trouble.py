"""What goes wrong outside is told in a line, and nothing that was written is lost."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from habits import service
from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.store.lock import exclusive
from tests.store.faults import broken_disk
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tests.tui.test_turns import send, until_quiet
from tui.session import PATIENCE, Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from textual.pilot import Pilot

    from habits.service import Workspace
    from habits.store.home import Home
    from tui.app import RapportApp

    Trouble = Callable[[Home], AbstractContextManager[None]]


def full(_: Home) -> AbstractContextManager[None]:
    """Let the disk be full."""
    return broken_disk("write", error=errno.ENOSPC)


def dying(_: Home) -> AbstractContextManager[None]:
    """Let the disk say that it could not keep what it was given."""
    return broken_disk("sync", error=errno.EIO)


def taken_away(_: Home) -> AbstractContextManager[None]:
    """Let the user be no longer allowed to write."""
    return broken_disk("lock", error=errno.EACCES)


def read_only(_: Home) -> AbstractContextManager[None]:
    """Let the disk be mounted for reading alone."""
    return broken_disk("lock", error=errno.EROFS)


def locked(home: Home) -> AbstractContextManager[None]:
    """Let another process write for a long time."""
    return exclusive(home.lock)


TROUBLES = [
    pytest.param(full, "No space left on device", id="full"),
    pytest.param(dying, "Input/output error", id="dying"),
    pytest.param(taken_away, "Permission denied", id="permission"),
    pytest.param(read_only, "Read-only file system", id="read-only"),
    pytest.param(locked, "is locked by another process", id="locked"),
]


@pytest.mark.parametrize(("trouble", "told"), TROUBLES)
async def test_it_is_told_and_the_text_stays_in_the_line_until_it_can_be_stored(
    app: RapportApp, workspace: Workspace, home: Home, trouble: Trouble, told: str
) -> None:
    async with app.run_test(size=(240, 30), notifications=True) as pilot:
        service.log(workspace, BY_SLUG["trust"], "before")
        with trouble(home):
            workspace.store.patience = 0
            await pilot.press("1")
            await type_line(pilot, "a dear thought")
            await pilot.press("enter")
            assert is_shown(app, told)
            assert is_shown(app, "vision › a dear thought")
            await pilot.press("!")
            assert is_shown(app, "vision › a dear thought!")
            assert [entry.what for entry in service.entries(workspace)] == ["before"]
        await pilot.press("enter")
        assert is_shown(app, "Logged: Vision · a dear thought!")
    assert len(service.entries(workspace)) == 2


@pytest.mark.parametrize(("trouble", "told"), TROUBLES)
async def test_a_key_that_cannot_be_done_says_why_and_changes_nothing(
    app: RapportApp, workspace: Workspace, home: Home, trouble: Trouble, told: str
) -> None:
    service.log(workspace, BY_SLUG["trust"], "before")
    async with app.run_test(size=(240, 30)) as pilot:
        rows = [row(app, key) for key in range(1, 9)]
        for key in ("space", "u", "s", "A", "S"):
            with trouble(home):
                workspace.store.patience = 0
                await pilot.press("j", "k", key)
                assert is_shown(app, told)
                assert [row(app, key) for key in range(1, 9)] == rows
            await pilot.press("x", "escape")
            assert not is_shown(app, told)


async def test_a_key_waits_for_another_process_no_longer_than_a_moment(
    app: RapportApp, workspace: Workspace, home: Home
) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        assert workspace.store.patience == PATIENCE <= 1
        workspace.store.patience = 0.01
        with exclusive(home.lock):
            await pilot.press("space")
        assert is_shown(app, "is locked by another process.")
    assert service.entries(workspace) == ()


async def test_what_was_typed_while_the_app_waited_leaves_the_reason_of_the_refusal(
    app: RapportApp, workspace: Workspace, home: Home
) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        workspace.store.patience = 0.01
        with exclusive(home.lock):
            send(app, "1", *"one", "enter", *" two", "tab")
            app.post_message(Paste(" three"))
            await until_quiet(pilot)
        assert is_shown(app, "is locked by another process.")
        assert is_shown(app, "vision › one two three")
        await pilot.press("!")
        assert not is_shown(app, "is locked by another process.")
        assert is_shown(app, "Vision · one two three! · today")
        await pilot.press("enter")
        assert is_shown(app, "Logged: Vision · one two three!")


async def test_a_line_that_is_left_while_the_app_waits_still_says_why_it_was_refused(
    app: RapportApp, workspace: Workspace, home: Home
) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        workspace.store.patience = 0.01
        with exclusive(home.lock):
            send(app, "1", *"one", "enter", "escape", "j")
            await until_quiet(pilot)
        assert is_shown(app, "is locked by another process.")
        assert not app.screen.query_one(QuickLine).is_open
        await pilot.press("1")
        assert is_shown(app, "vision › one")
        assert not is_shown(app, "is locked by another process.")


async def test_a_line_that_was_refused_says_nothing_more_once_it_is_left_afterwards(
    app: RapportApp, workspace: Workspace, home: Home
) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        workspace.store.patience = 0.01
        with exclusive(home.lock):
            await pilot.press("1", "x", "enter")
        await pilot.press("escape")
        assert not is_shown(app, "is locked by another process.")


async def test_a_home_that_is_deleted_is_told_and_the_text_stays_in_the_line(
    app: RapportApp, home: Home
) -> None:
    async with app.run_test(size=(240, 30), notifications=True) as pilot:
        await pilot.press("1")
        await type_line(pilot, "a dear thought")
        shutil.rmtree(home.path)
        await pilot.press("enter")
        assert is_shown(app, "cannot be written: No such file or directory")
        assert is_shown(app, "vision › a dear thought")
        await pilot.press("escape", "q")
    assert app.return_code == 0


def failing_look(monkeypatch: pytest.MonkeyPatch, looks: list[str]) -> None:
    """Let every look at what others did fail with the message that is last in a list."""

    def fail(_: Session) -> bool:
        looks.append(looks[0])
        raise StoreError(looks[0])

    monkeypatch.setattr(Session, "catch_up", fail)


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.02)
    pytest.fail("it did not come")


def counted(patch: pytest.MonkeyPatch, kind: type, method: str) -> list[object]:
    """Return a list that grows by one with each call of a method."""
    calls: list[object] = []
    act = getattr(kind, method)

    def count(self: object) -> object:
        calls.append(self)
        return act(self)

    patch.setattr(kind, method, count)
    return calls


async def test_a_trouble_that_goes_on_is_told_when_it_begins_and_not_again(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = ["The log cannot be read."]
    async with app.run_test(size=(80, 24)) as pilot:
        failing_look(monkeypatch, looks)
        await until(pilot, lambda: is_shown(app, looks[0]))
        await pilot.press("x")
        assert is_shown(app, "Vision knows no slip")
        before = len(looks)
        await until(pilot, lambda: len(looks) >= before + 2)
        assert is_shown(app, "Vision knows no slip")

        looks[0] = "The disk is gone."
        await until(pilot, lambda: is_shown(app, "The disk is gone."))


async def test_a_trouble_that_comes_again_is_told_again(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = ["The log cannot be read."]
    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            failing_look(patch, looks)
            await until(pilot, lambda: is_shown(app, looks[0]))
        await pilot.press("x")
        whole = counted(monkeypatch, Session, "catch_up")
        await until(pilot, lambda: whole)
        await pilot.pause()
        failing_look(monkeypatch, looks)
        await until(pilot, lambda: is_shown(app, looks[0]))


async def test_a_trouble_that_begins_while_a_line_is_written_leaves_the_line_alone(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = ["The log cannot be read."]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("8")
        await type_line(pilot, "half a tho")
        failing_look(monkeypatch, looks)
        await until(pilot, lambda: is_shown(app, looks[0]))
        await pilot.press(*"ught")
        assert is_shown(app, "thanks › half a thought")
        assert is_shown(app, "Thanks · half a thought · today")


async def test_what_is_found_to_be_wrong_in_the_logbook_is_told_there(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = ["The log cannot be read."]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        failing_look(monkeypatch, looks)
        await until(pilot, lambda: is_shown(app, looks[0]))
        assert "Logbook" in shown(app)[0]
