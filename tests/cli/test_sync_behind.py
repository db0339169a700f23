"""The program that syncs for an app: it says what there is to tell, and ends with a code."""

from __future__ import annotations

import fcntl
import sys
from typing import TYPE_CHECKING

import pytest

from habits.cli.sync_behind import BUSY, main
from habits.store.home import Home
from tests.cli.program import run_program
from tests.cli.test_sync_troubles import change_the_key, take_the_folder_away, upgrade_b

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.pair import Pair

    Said = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def said(pair: Pair, capsys: pytest.CaptureFixture[str]) -> Said:
    """Sync the home of machine a, and return the code and the lines."""

    def sync(now: str = "2026-11-22T09:30") -> tuple[int, list[str]]:
        pair("a", "sync", "status")
        code = main(str(pair.path / "a" / "home"), now)
        return code, capsys.readouterr().out.splitlines()

    return sync


def test_it_syncs_as_the_command_does(pair: Pair, said: Said) -> None:
    pair.set_up()
    pair("b", "log", "thanks", "one")
    pair("b", "sync")
    pair("a", "log", "thanks", "two")
    assert said() == (0, ["Synced: 1 came, 1 went."])
    assert said() == (0, ["Synced: nothing was new."])
    assert said("")[0] == 0
    assert pair.whats("a") == ["one", "two"]


def test_it_tells_a_trouble_before_what_it_did_all_the_same(
    pair: Pair, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.set_up()
    upgrade_b(pair, monkeypatch)
    code, (trouble, done) = said()
    assert (code, done) == (6, "Synced: nothing was new.")
    assert "upgrade rapport" in trouble
    change_the_key(pair, monkeypatch)
    code, (line,) = said()
    assert (code, "'rapport sync join'" in line) == (5, True)
    take_the_folder_away(pair, monkeypatch)
    code, (line,) = said()
    assert (code, "safe here" in line) == (3, True)


def test_it_says_nothing_where_another_process_syncs(pair: Pair, said: Said) -> None:
    pair.set_up()
    with (Home(pair.path / "a" / "home").sync / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert said() == (BUSY, [])


@pytest.mark.faults
def test_it_takes_nothing_for_ours_that_lies_where_it_is_run(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.set_up()
    (pair.path / "habits.py").write_text("raise SystemExit(99)")
    monkeypatch.chdir(pair.path)
    pair("a", "sync", "status")
    words = (sys.executable, "-P", "-m", "habits.cli.sync_behind", str(pair.path / "a" / "home"))
    done = run_program(pair.path / "a" / "home", program=words)
    assert (done.code, done.lines) == (0, ["Synced: nothing was new."])
