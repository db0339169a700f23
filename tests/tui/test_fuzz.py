"""Whatever is typed, the app goes on, and what it stored is whole."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key
from tinydb import TinyDB

from habits import service
from habits.errors import RefusedError
from habits.store import codec
from tests.tui.fuzz import ESCAPE, SIZES, strokes
from tests.tui.logbooks import the_year
from tests.tui.screen_text import is_shown, row
from tests.tui.test_trouble import until
from tui.app import RapportApp
from tui.session import Session
from tui.text import fitted

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

QUICK = range(1)
FURTHER = range(1, 20)
RESIZED = 25
"""After so many strokes the terminal has another size."""

MOST_OPEN = 8
"""So many things can be open over Today: three steps, a dialog, a line, a place."""


@pytest.fixture(autouse=True)
def _never_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the palette not end what is looked at."""
    monkeypatch.setattr(RapportApp, "exit", lambda *_, **__: None)


async def send(pilot: Pilot[None], stroke: str) -> None:
    """Let the app have a stroke, as the driver gives it."""
    driver = pilot.app._driver  # noqa: SLF001 - what stands for the terminal
    assert driver is not None
    if stroke == ESCAPE:
        driver.process_message(Key("escape", None))
    else:
        for message in XTermParser().feed(stroke):
            driver.process_message(message)


async def play(pilot: Pilot[None], seed: int) -> None:
    """Type all that a seed comes to, some of it faster than the app answers."""
    for number, stroke in enumerate(strokes(seed), start=1):
        await send(pilot, stroke)
        if number % RESIZED == 0:
            await pilot.resize_terminal(*SIZES[number // RESIZED % len(SIZES)])
        elif (number + seed) % 5 == 0:
            await pilot.pause()
    await pilot.resize_terminal(80, 24)
    await pilot.press(*["escape"] * MOST_OPEN)


def require_sound(home: Home, clock: FixedClock, known: int) -> None:
    """Check that a home is whole, that plain TinyDB reads it, and that undo works."""
    workspace = service.open_workspace(home, clock)
    assert service.check(workspace) == []
    entries = set(service.entries(workspace))
    with TinyDB(home.data) as db:
        documents = db.table("entries").all()
    assert entries == {codec.entry_from(UUID(int=each.doc_id), each) for each in documents}
    undone = take_back_all(Session(workspace), known)
    for _ in range(undone):
        service.redo(workspace)
    assert set(service.entries(workspace)) == entries


def take_back_all(session: Session, known: int) -> int:
    """Take back every act and return how many there were."""
    undone = 0
    with suppress(RefusedError):
        while True:
            session.undo()
            undone += 1
    assert len(session.workspace.ledger.people()) == known
    return undone


async def survive(app: RapportApp, seed: int) -> None:
    """Check that the app goes on, whatever is typed."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await play(pilot, seed)
        assert app.trouble is None
        named = [each.name for each in app.session.workspace.practices.values()]
        assert [row(app, key)[5:17].rstrip() for key in range(1, 9)] == [
            fitted(name, 12).rstrip() for name in named
        ]
    app.session.close()


@pytest.mark.parametrize(
    "seed", [*QUICK, *(pytest.param(seed, marks=pytest.mark.faults) for seed in FURTHER)]
)
async def test_five_hundred_strokes_end_in_a_sound_home(
    workspace: Workspace, home: Home, clock: FixedClock, seed: int
) -> None:
    if seed % 2:
        service.fill(workspace, the_year())
    known = len(service.people(workspace))
    app = RapportApp(lambda: Session(workspace), welcomes=True)
    await survive(app, seed)
    require_sound(home, clock, known)


async def test_a_wheel_turned_over_an_empty_logbook_is_no_trouble(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        for wheel in ("\x1b[<65;9;9M", "\x1b[<64;9;9M"):
            await send(pilot, wheel)
            await pilot.press("e")
            assert is_shown(app, "Nothing is logged yet.")


@pytest.mark.parametrize("page", ["pagedown", "pageup"])
async def test_a_page_of_the_palette_that_is_not_drawn_yet_is_no_trouble(
    app: RapportApp, page: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("ctrl+p", page):
            app.post_message(Key(key, None))
        await until(pilot, lambda: is_shown(app, "Open the line for Thanks"))
