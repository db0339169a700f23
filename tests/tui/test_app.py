"""The app as a whole: what happens when something unforeseen does."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, MouseScrollDown, Paste

from tui.session import Session

if TYPE_CHECKING:
    from tui.app import RapportApp

SECRET = "what was said in confidence"  # noqa: S105 - said, not a password


async def crash(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Let the app meet an error that nobody foresaw and return what it prints."""

    def fail(_: Session) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(Session, "undo", fail)
    with pytest.raises(RuntimeError):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("u")
    return " ".join(capsys.readouterr().err.split())


async def test_it_ends_with_one_line_that_tells_nothing_private(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = await crash(app, monkeypatch, capsys)

    assert told.startswith("rapport: Something unforeseen went wrong (RuntimeError).")
    assert SECRET not in told
    assert app.return_code == 1


async def test_the_details_are_shown_on_demand(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAPPORT_DEBUG", "1")

    assert "Traceback" in await crash(app, monkeypatch, capsys)


async def test_what_is_typed_or_turned_while_it_ends_is_no_trouble(app: RapportApp) -> None:
    wheel = MouseScrollDown(None, 9, 9, 0, 1, 0, shift=False, meta=False, ctrl=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")

    assert app.screen_stack == []
    for event in (wheel, Key("q", "q"), Paste("late")):
        await app.on_event(event)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_ends_it_as_if_it_were_left(app: RapportApp, number: signal.Signals) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", *"half")
        os.kill(os.getpid(), number)
        await pilot.pause()

    assert app.return_code == 128 + number
