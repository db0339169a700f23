"""Opening the app: the terminal, the home, the demo."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from tinydb import TinyDB

from habits import service
from habits.cli import main, output
from habits.cli.command_line import take_apart
from habits.clock import fixed_clock
from habits.errors import RefusedError, StoreError, UsageError
from habits.store import Op, codec
from tui import start as module
from tui.app import RapportApp
from tui.start import start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from habits.service import Workspace
    from habits.store.home import Home


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[RapportApp]:
    """A terminal of 80 x 24 cells, and the apps that were opened in it."""
    apps: list[RapportApp] = []
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    size_of_terminal(monkeypatch, 80, 24)
    monkeypatch.setattr(RapportApp, "run", lambda app, **_: apps.append(app))
    return apps


def size_of_terminal(monkeypatch: pytest.MonkeyPatch, width: int, height: int) -> None:
    """Give the terminal a size."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((width, height)))


def test_the_app_opens_on_the_home_that_is_named(opened: list[RapportApp], tmp_path: Path) -> None:
    start(take_apart(["--home", str(tmp_path / "mine")]))

    assert len(opened) == 1
    assert (tmp_path / "mine" / "rapport.json").exists()


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("is_broken_off", [True, False])
def test_that_an_erasing_is_finished_first_is_told_before_the_screen_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_broken_off: bool
) -> None:
    said: list[str] = []
    monkeypatch.setattr(main, "tell", said.append)
    start(take_apart(["--home", str(tmp_path)]))
    if is_broken_off:
        (tmp_path / "erasing.json").write_text('{"keys": [], "words": [], "made": []}')
    start(take_apart(["--home", str(tmp_path)]))
    assert [line[:25] for line in said] == ["An erasing was broken off"] * is_broken_off


def test_a_record_that_means_nothing_is_told_before_the_screen_is_taken(
    opened: list[RapportApp], workspace: Workspace, home: Home
) -> None:
    service.fill(workspace, [Op(codec.ENTRIES, UUID(int=1), {"x": 1})])

    with pytest.raises(StoreError, match=r"has no readable 'practice'\. .* 'rapport doctor' mends"):
        start(take_apart(["--home", str(home.path)]))

    assert opened == []


def test_what_another_program_did_is_told_although_today_cannot_be_shown(
    opened: list[RapportApp], home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "tell_all", told.extend)
    service.open_workspace(home, fixed_clock("2026-11-22T09:30")).close()
    with TinyDB(home.data) as db:
        db.table("entries").insert({"x": 1})

    with pytest.raises(StoreError, match="has no readable"):
        start(take_apart(["--home", str(home.path)]))

    assert ["was changed by another program" in line for line in told] == [True]
    assert opened == []


def test_without_a_terminal_it_is_refused_with_a_way_on(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"There is no terminal .* 'rapport today'"):
        start(take_apart(["--home", str(tmp_path / "mine")]))

    assert not (tmp_path / "mine").exists()


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_stream_that_leads_elsewhere_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stream: str
) -> None:
    monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: False)

    with pytest.raises(RefusedError, match="There is no terminal"):
        start(take_apart(["--home", str(tmp_path / "mine")]))


@pytest.mark.parametrize("size", [(39, 12), (40, 11)])
def test_a_terminal_that_is_too_small_is_refused_and_no_home_is_made(
    opened: list[RapportApp], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: tuple[int, int]
) -> None:
    size_of_terminal(monkeypatch, *size)

    with pytest.raises(RefusedError, match=f"has {size[0]} x {size[1]} cells; .* 40 x 12"):
        start(take_apart(["--home", str(tmp_path / "mine")]))

    assert opened == []
    assert not (tmp_path / "mine").exists()


def test_a_terminal_that_does_not_tell_its_size_is_taken(
    opened: list[RapportApp], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    size_of_terminal(monkeypatch, 0, 0)

    start(take_apart(["--home", str(tmp_path / "mine")]))

    assert len(opened) == 1


def test_the_demo_opens_on_a_year_and_takes_its_home_away(
    opened: list[RapportApp], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    years: list[int] = []
    run = module._run  # noqa: SLF001 - to look at what it is given

    def look(open_workspace: Callable[[], Workspace], *rest: Any) -> None:  # noqa: ANN401 - passed on
        years.append(len(service.entries(open_workspace())))
        run(open_workspace, *rest)

    monkeypatch.setattr(module, "_run", look)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    start(take_apart(["demo", "--now", "2026-11-22T09:30"]))

    assert len(opened) == 1
    assert years[0] > 300
    assert list(tmp_path.glob("rapport-demo-*")) == []


@pytest.mark.parametrize("words", [["--home", "x", "demo"], ["demo", "--home", "x"], ["demo", "x"]])
@pytest.mark.usefixtures("opened")
def test_the_demo_takes_no_home_and_no_words(words: list[str]) -> None:
    with pytest.raises(UsageError):
        start(take_apart(words))


def test_a_home_that_cannot_be_opened_is_told_before_the_screen_is_taken(
    opened: list[RapportApp], tmp_path: Path
) -> None:
    (tmp_path / "rapport.json").write_text("{")

    with pytest.raises(StoreError, match="is damaged"):
        start(take_apart(["--home", str(tmp_path)]))

    assert opened == []


def test_an_app_that_failed_ends_the_program_with_its_code(
    opened: list[RapportApp], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(app: RapportApp, **_: Any) -> None:  # noqa: ANN401 - as App.run
        app._return_code = 1  # noqa: SLF001 - as an error sets it
        opened.append(app)

    monkeypatch.setattr(RapportApp, "run", fail)

    with pytest.raises(SystemExit, match="1"):
        start(take_apart(["--home", str(tmp_path)]))


def test_the_first_frame_waits_for_nothing_that_only_comes_behind_it() -> None:
    code = "import sys, tui.start, tui.app; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())

    behind = {
        *("habits.cadence", "habits.streaks", "habits.model", "habits.quicklog", "habits.change"),
        *(
            "habits.completion",
            "habits.store.store",
            "tinydb",
            "dateutil",
            "tomllib",
            "tomlkit",
            "wcwidth",
        ),
        *("habits.sync", "habits.service.syncing", "pyrage", "tui.syncer", "tui.apart"),
        *("tui.session", "tui.present", "habits.service.mask", "tui.tasks.acts", "tui.dialogs"),
        *("tui.screens.logbook", "tui.screens.welcome", "tui.screens.settings_menu"),
        *("tui.screens.review", "tui.review_look", "tui.present_review", "habits.review.heat_map"),
    }
    assert behind & loaded == set()


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("ends", [None, KeyboardInterrupt(), StoreError("No process.")])
def test_what_was_done_last_is_sent_when_the_app_is_left(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    ends: BaseException | None,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(output, "tell", said.append)

    class Syncer:
        def leave(self, told: Callable[[], None]) -> None:
            told()
            if ends:
                raise ends

    def run(app: RapportApp, **_: Any) -> None:  # noqa: ANN401 - as App.run
        app.lookout.syncing.syncer = Syncer()  # type: ignore[assignment]

    monkeypatch.setattr(RapportApp, "run", run)
    start(take_apart(["--home", str(workspace.store.home.path)]))
    assert ["for 3 seconds at most; ctrl+c" in line for line in said] == [True]
