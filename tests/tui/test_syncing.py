"""The app syncs behind the keys, and its last line says how that stands."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.errors import OfflineError, StoreError, WrongKeyError
from habits.practices import BY_SLUG
from habits.service.syncing import sync_setup
from habits.sync import syncing
from tests.tui.screen_text import is_shown, shown
from tui import syncer
from tui.apart import Apart
from tui.row_text import Tone
from tui.syncer import LEAVING, OFTEN, SOON, Syncer

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from habits.errors import RapportError
    from habits.service import Workspace
    from tui.app import RapportApp

THANKS = BY_SLUG["thanks"]
SYNCED = "Synced: nothing was new."


class Stub:
    """A syncing that ends as the test says."""

    begun: list[Stub]
    code: int | None

    def __init__(self, workspace: Workspace) -> None:
        del workspace
        self.lines: list[str] = []
        self.waited: list[float] = []
        self.is_ended = False
        Stub.begun.append(self)

    def finish(self, code: int, *lines: str) -> None:
        """End by itself."""
        self.code, self.lines = code, list(lines)

    def wait(self, seconds: float) -> bool:
        """Wait, as `Apart.wait`."""
        self.waited.append(seconds)
        return self.code is not None

    def told(self) -> list[str]:
        """Return the lines, as `Apart.told`."""
        return self.lines

    def end(self) -> None:
        """End it, as `Apart.end`."""
        self.is_ended = True


class Watch:
    """What tells the time that passes."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """Return it, as `time.monotonic`."""
        return self.now


@pytest.fixture(autouse=True)
def stubs(monkeypatch: pytest.MonkeyPatch) -> list[Stub]:
    """The syncings that were begun; none does anything."""
    Stub.begun, Stub.code = [], None
    monkeypatch.setattr(syncer, "Apart", Stub)
    return Stub.begun


@pytest.fixture
def synced(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A home that syncs to a folder."""
    (tmp_path / "place").mkdir()
    sync_setup(workspace, f"dir:{tmp_path / 'place'}", lambda _: None)
    return workspace


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """The time that passes for the syncer."""
    made = Watch()
    monkeypatch.setattr(syncer, "time", made)
    return made


def meet(workspace: Workspace, error: RapportError) -> None:
    """Let the last syncing have met something."""
    syncing.note(workspace.store.home, workspace.store.device, error)


async def look(app: RapportApp, pilot: Pilot[None]) -> str:
    """Let the app look at syncing as it does between two keys, and return its last line."""
    assert app.place is not None
    app.lookout.syncing.look(app.place)  # a test does not wait between keys
    await pilot.pause()
    return shown(app)[-1]


async def test_a_home_that_does_not_sync_loads_nothing_for_it_and_says_how_to_begin(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tui.syncer", "tui.apart", "tui.screens.sync_view"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    async with app.run_test(size=(80, 24)) as pilot:
        assert (await look(app, pilot)).endswith("quit")
        await pilot.press("Y")
        assert is_shown(app, "'rapport sync setup' in a shell begins it")
        await pilot.press("comma")
        await pilot.pause()
        assert is_shown(app, "Syncing         not set up")
        await pilot.press("G", "enter")
        assert is_shown(app, "'rapport sync setup' in a shell begins it")
    assert not {"tui.syncer", "tui.apart", "tui.screens.sync_view"} & sys.modules.keys()


async def test_the_last_line_says_how_syncing_stands_in_every_place(
    app: RapportApp, synced: Workspace, stubs: list[Stub]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert (await look(app, pilot)).endswith("synced now")
        await pilot.press("l")
        await pilot.pause()
        assert shown(app)[-1].endswith("synced now")
        service.log(synced, THANKS, "the fix")
        assert (await look(app, pilot)).endswith("1 to send")
        await pilot.press("t")
        await pilot.pause()
        assert shown(app)[-1].endswith("1 to send")
        meet(synced, OfflineError("It is gone."))
        assert (await look(app, pilot)).endswith("offline, 1 to send")
        syncing.leave(synced.store.home)
        assert (await look(app, pilot)).endswith("quit")
    assert len(stubs) == 1


async def test_a_narrow_screen_keeps_the_way_out_beside_it(
    app: RapportApp, synced: Workspace
) -> None:
    meet(synced, WrongKeyError("Join again."))
    service.log(synced, THANKS, "the fix")
    async with app.run_test(size=(40, 12)) as pilot:
        assert await look(app, pilot) == " ? help  q quit  sync: wrong key, 1 to…"


async def test_a_grave_trouble_is_told_once_and_what_was_asked_for_always(
    app: RapportApp, synced: Workspace, stubs: list[Stub]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await look(app, pilot)
        meet(synced, WrongKeyError("Join again with the present key."))
        stubs[0].finish(5, "Join again with the present key.")
        await look(app, pilot)
        assert is_shown(app, "Join again with the present key.")
        await pilot.press("j", "Y")
        assert (await look(app, pilot)).endswith("syncing")
        stubs[1].finish(5, "Join again with the present key.")
        await look(app, pilot)
        assert is_shown(app, "Join again with the present key.")
        await pilot.press("j", "Y", "Y")
        stubs[2].finish(0, SYNCED)
        await look(app, pilot)
        assert is_shown(app, SYNCED)
    assert len(stubs) == 3


async def test_the_mask_hides_what_names_places_and_machines(
    app: RapportApp, synced: Workspace, stubs: list[Stub], tmp_path: Path
) -> None:
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("m", "Y")
        meet(synced, OfflineError(f"{tmp_path}/place is gone."))
        stubs[0].finish(3, f"{tmp_path}/place is gone.")
        await look(app, pilot)
        assert is_shown(app, "The mask hides why")
        await pilot.press("comma", "G", "enter")
        await pilot.pause()
        assert is_shown(app, "Place      a folder")
        assert is_shown(app, "machine 1")
        assert is_shown(app, "The mask hides what went wrong")
        assert not is_shown(app, "place is gone")


async def test_the_settings_show_the_place_the_machines_and_what_went_wrong(
    app: RapportApp, synced: Workspace, stubs: list[Stub], tmp_path: Path
) -> None:
    meet(synced, OfflineError("The folder is gone; see that it is there."))
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("comma", "G", "enter")
        await pilot.pause()
        assert is_shown(app, "Status     offline")
        assert is_shown(app, f"dir:{tmp_path}"[:60])
        assert is_shown(app, "Last sync  today 9:30")
        assert is_shown(app, "this machine")
        assert is_shown(app, "The folder is gone; see that it is there.")
        await pilot.press("enter")
        await pilot.pause()
        assert len(stubs) == 1


def test_it_syncs_at_first_soon_after_the_last_edit_and_every_ten_minutes(
    synced: Workspace, stubs: list[Stub], watch: Watch
) -> None:
    made = Syncer(synced)

    def begun_after(seconds: float) -> int:
        watch.now += seconds
        made.look()
        count = len(stubs)
        for each in stubs:
            each.finish(0, SYNCED)
        made.look()
        return count

    assert begun_after(0) == 1
    assert begun_after(OFTEN - 1) == 1
    assert begun_after(1) == 2
    service.log(synced, THANKS, "one")
    assert begun_after(0) == 2
    assert begun_after(SOON - 1) == 2
    service.log(synced, THANKS, "two")
    assert begun_after(1) == 2
    assert begun_after(SOON) == 3
    assert begun_after(OFTEN - 1) == 3


def test_it_syncs_soon_after_the_machine_has_slept(
    synced: Workspace, stubs: list[Stub], watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Syncer(synced)
    made.look()
    stubs[0].finish(0, SYNCED)
    made.look()
    slept = made._time_of_day() + 8 * 3600  # noqa: SLF001 - what the clock on the wall says
    monkeypatch.setattr(Syncer, "_time_of_day", lambda _: slept)
    made.look()
    watch.now += SOON
    made.look()
    assert len(stubs) == 2


def test_it_is_tried_again_soon_where_another_process_syncs(
    synced: Workspace, stubs: list[Stub], watch: Watch
) -> None:
    made = Syncer(synced)
    made.look()
    stubs[0].finish(syncer.BUSY)
    assert made.look() is None
    watch.now += SOON
    made.look()
    assert len(stubs) == 2


@pytest.mark.parametrize("lines", [["To sync, rapport needs pyrage."], []])
def test_what_the_state_does_not_tell_is_told_and_stays_in_the_last_line(
    synced: Workspace, stubs: list[Stub], lines: list[str]
) -> None:
    made = Syncer(synced)
    made.look()
    stubs[0].finish(1, *lines)
    news = made.look()
    assert news is not None
    assert news.words.startswith(lines[0] if lines else "Syncing broke off")
    assert made.aside() == ("sync: not done", Tone.GRAVE)


@pytest.mark.parametrize(("code", "ended"), [(0, False), (None, True)])
def test_leaving_sends_what_is_new_and_ends_what_hangs(
    synced: Workspace, stubs: list[Stub], code: int | None, *, ended: bool
) -> None:
    made = Syncer(synced)
    made.look()
    stubs[0].finish(0, SYNCED)
    made.look()
    service.log(synced, THANKS, "one")
    told: list[str] = []
    Stub.code = code
    made.leave(lambda: told.append("wait"))
    assert len(stubs) == 2
    assert stubs[1].is_ended == ended
    assert told == ["wait"] * ended
    assert sum(stubs[1].waited) <= LEAVING + syncer.WONDERING


def test_leaving_waits_for_nothing_where_nothing_is_new_and_not_twice_for_what_hangs(
    synced: Workspace, stubs: list[Stub]
) -> None:
    made = Syncer(synced)
    made.look()
    service.log(synced, THANKS, "one")
    made.leave(lambda: None)
    assert len(stubs) == 1
    assert stubs[0].is_ended
    other = Syncer(synced)
    other.leave(lambda: None)
    assert len(stubs) == 1


def test_a_process_that_cannot_be_begun_is_told_once_and_ends_nothing(
    synced: Workspace, monkeypatch: pytest.MonkeyPatch, watch: Watch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    monkeypatch.setattr(syncer, "Apart", Apart)
    made = Syncer(synced)
    news = made.look()
    assert news is not None
    assert "open it again" in news.words
    watch.now += OFTEN
    assert made.look() is None
    with pytest.raises(StoreError, match="Syncing cannot be begun"):
        made.ask()
    assert made.aside() == ("sync: not done", Tone.GRAVE)


def test_what_cannot_be_read_of_it_is_told_and_ends_nothing(
    synced: Workspace, stubs: list[Stub]
) -> None:
    state = synced.store.home.sync_state
    state.unlink()
    state.mkdir()
    made = Syncer(synced)
    assert made.aside() == ("sync: disk", Tone.GRAVE)
    made.look()
    stubs[0].finish(7, "It cannot be read.")
    news = made.look()
    assert news is not None
    assert "cannot be read" in news.words


def test_what_hangs_is_ended_with_all_that_it_has_started(
    synced: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python, held = tmp_path / "python", tmp_path / "held"
    os.mkfifo(held)
    python.write_text(f"#!/bin/sh\necho Begun.\nexec 3> {held}\nsleep 300 &\nwait\n")
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    hung = Apart(synced)
    with held.open("rb") as end:
        assert not hung.wait(0)
        hung.end()
        assert end.read() == b""
    assert hung.code == -signal.SIGTERM
    assert hung.told() == ["Begun."]
