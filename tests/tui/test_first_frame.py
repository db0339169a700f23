"""The app shows at once what it showed last, and what is true as soon as it is read."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from habits import service
from habits.cli.command_line import take_apart
from habits.day import Moment
from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.service import Workspace
from tests.test_board import GoingClock
from tests.tui.screen_text import row, shown
from tui import first_frame
from tui.app import RapportApp
from tui.row_text import RowText
from tui.session import Session
from tui.start import start

if TYPE_CHECKING:
    from habits.store.home import Home
    from habits.today import Today

THANKS = BY_SLUG["thanks"]


@pytest.fixture
def clock() -> GoingClock:
    """A clock that goes: one that was set by hand keeps nothing."""
    return GoingClock()


@pytest.fixture
def left(workspace: Workspace) -> Session:
    """A session in which something was logged, and that was left."""
    service.log(workspace, THANKS, "@maya the fix")
    session = Session(workspace)
    session.close()
    return session


def test_what_was_shown_last_is_what_is_shown_first(
    left: Session, home: Home, clock: GoingClock
) -> None:
    assert first_frame.read(home, clock.now()) == left.first_frame()


@pytest.mark.parametrize(
    "change",
    ["a log", "an edit", "a day", "another format", "damage", "week_start", "rollover_hour"],
)
def test_what_may_have_changed_is_not_shown(
    left: Session, workspace: Workspace, home: Home, clock: GoingClock, change: str
) -> None:
    del left
    match change:
        case "a log":
            service.log(workspace, THANKS, "another")
        case "an edit":
            os.utime(home.data, ns=(1, 1))
        case "a day":
            clock.go(1)
        case "week_start":
            service.set_setting(service.open_workspace(home, clock, "other"), week_start=5)
        case "rollover_hour":
            service.set_setting(service.open_workspace(home, clock, "other"), rollover_hour=5)
        case "another format":
            home.today.write_text(json.dumps({**json.loads(home.today.read_text()), "format": 0}))
        case "damage":
            said = json.loads(home.today.read_text())
            said["shown"]["rows"][0] = ["1"]
            home.today.write_text(json.dumps(said))

    assert first_frame.read(home, clock.now()) is None


def test_what_was_shown_before_the_day_turned_is_shown_until_then(
    workspace: Workspace, home: Home, clock: GoingClock
) -> None:
    service.set_setting(workspace, rollover_hour=4)
    Session(workspace).close()
    day, instant = workspace.today, clock.moment.instant
    for hours, is_shown in ((14, True), (18, True), (19, False)):
        clock.moment = Moment(instant + timedelta(hours=hours), clock.moment.zone)
        assert (first_frame.read(home, clock.now()) is not None) == is_shown
        assert (workspace.today == day) == is_shown


def test_what_others_log_while_the_app_is_left_is_never_hidden(
    workspace: Workspace, home: Home, clock: GoingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, other = Session(workspace), service.open_workspace(home, clock, device="other")
    for step in ("close", "files", "catch_up", "keep"):
        with monkeypatch.context() as patch:
            real = getattr(Workspace, step)

            def after(self: Workspace, *args: object, real: Any = real) -> Any:  # noqa: ANN401
                value = real(self, *args)
                if self is workspace:
                    service.log(other, THANKS, "another")
                return value

            patch.setattr(Workspace, step, after)
            service.log(workspace, THANKS, "mine")
            session.close()
        frame = first_frame.read(home, clock.now())
        truth = Session(service.open_workspace(home, clock)).first_frame()
        assert frame in {None, truth}
        assert service.today(service.open_workspace(home, clock)) == _anew(home, clock)


def _anew(home: Home, clock: GoingClock) -> Today:
    home.today.unlink(missing_ok=True)
    return service.today(service.open_workspace(home, clock))


async def test_the_first_frame_is_shown_before_the_home_is_opened(
    left: Session, workspace: Workspace, home: Home, clock: GoingClock
) -> None:
    del left
    frame = first_frame.read(home, clock.now())
    seen: list[str] = []

    def open_session() -> Session:
        seen.append(row(app, 8))
        service.log(workspace, THANKS, "@ana the talk")
        return Session(workspace)

    app = RapportApp(open_session, frame)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "Maya: the fix" in seen[0]
        assert "Ana: the talk" in row(app, 8)
        await pilot.press("space")
        assert any("Logged: Vision" in line for line in shown(app))
    assert len(service.entries(workspace)) == 3


async def test_a_key_that_comes_before_the_home_is_open_is_not_lost(
    left: Session, workspace: Workspace, home: Home, clock: GoingClock
) -> None:
    del left
    app = RapportApp(lambda: Session(workspace), first_frame.read(home, clock.now()))
    async with app.run_test(size=(120, 30)) as pilot:
        app.screen.action_log_bare()  # type: ignore[attr-defined]  # as a key does
        await pilot.pause()
    assert [entry.practice for entry in service.entries(workspace)] == ["thanks", "vision"]


def test_a_home_that_cannot_be_opened_behind_the_first_frame_ends_the_app_with_its_reason(
    left: Session, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    del left
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    run = RapportApp.run
    monkeypatch.setattr(RapportApp, "run", lambda app, mouse: run(app, headless=True, mouse=mouse))
    monkeypatch.setattr(service, "open_workspace", _refuse)

    with pytest.raises(StoreError, match="gone"):
        start(take_apart(["--home", str(home.path), "--now", "2026-11-22T09:30"]))


def _refuse(*_: object) -> None:
    message = "the home is gone"
    raise StoreError(message)


@pytest.mark.parametrize(
    "wrong",
    [
        {"star": 5},
        {"day": None},
        {"rows": []},
        {"rows": "12345678"},
        {"agenda": {}},
        {"agenda": [[5, "plain", ""]]},
        {"agenda": [["late", "plain", 5]]},
        {"agenda": [["late", "no tone", ""]]},
    ],
    ids=str,
)
def test_a_frame_with_a_field_that_is_none_is_not_believed(
    left: Session, home: Home, clock: GoingClock, wrong: dict[str, object]
) -> None:
    del left
    said = json.loads(home.today.read_text())
    said["shown"] |= wrong
    home.today.write_text(json.dumps(said))
    assert first_frame.read(home, clock.now()) is None


@pytest.mark.parametrize("wrong", [5, None, ["text"], {}])
@pytest.mark.parametrize("field", range(len(fields(RowText))))
def test_a_frame_with_a_row_that_is_none_is_not_believed(
    left: Session, home: Home, clock: GoingClock, field: int, wrong: object
) -> None:
    del left
    said = json.loads(home.today.read_text())
    said["shown"]["rows"][7][field] = wrong
    home.today.write_text(json.dumps(said))
    assert first_frame.read(home, clock.now()) is None


def test_a_frame_with_a_strip_that_is_none_is_not_believed(
    left: Session, home: Home, clock: GoingClock
) -> None:
    del left
    said = json.loads(home.today.read_text())
    said["shown"]["rows"][7][2][0] = [5, "plain"]
    home.today.write_text(json.dumps(said))
    assert first_frame.read(home, clock.now()) is None
