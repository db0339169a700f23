"""A product manager with two laptops: what is done on one is there on the other."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.terminal import ENTER, PROGRAM, terminal

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.e2e.terminal import Terminal

pytestmark = [pytest.mark.e2e, pytest.mark.faults]


class Laptop:
    """A machine with a home and settings of its own."""

    def __init__(self, path: Path) -> None:
        self.home = path / "home"
        self.surroundings = {
            "HOME": str(path),
            "XDG_CONFIG_HOME": str(path / "config"),
            "XDG_STATE_HOME": str(path / "state"),
        }

    def run(self, *words: str, typed: str = "") -> str:
        """Run a command to its end, and return what it printed."""
        environment = {**os.environ, **self.surroundings, "RAPPORT_HOME": str(self.home)}
        done = subprocess.run(  # noqa: S603 - our own words
            [PROGRAM, *words],
            input=typed,
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        return done.stdout

    def app(self, *words: str, path: str = "") -> AbstractContextManager[Terminal]:
        """Open the app, or run a command, in a terminal."""
        surroundings: dict[str, Any] = {**self.surroundings, **({"PATH": path} if path else {})}
        return terminal(*words, home=self.home, **surroundings)

    def whats(self) -> list[str]:
        """Return what its entries say, sorted."""
        return sorted(each["what"] for each in json.loads(self.run("entries", "--json")))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder that a syncer carries."""
    path = tmp_path / "place"
    path.mkdir()
    return path


@pytest.fixture
def laptops(tmp_path: Path, place: Path) -> tuple[Laptop, Laptop]:
    """Two machines that sync."""
    work, home = Laptop(tmp_path / "work"), Laptop(tmp_path / "home")
    work.run("log", "thanks", "the rollback plan")
    key = work.run("sync", "setup", f"dir:{place}")
    home.run("sync", "join", f"dir:{place}", typed=key)
    return work, home


def test_what_is_logged_on_one_laptop_is_seen_on_the_other(
    laptops: tuple[Laptop, Laptop],
) -> None:
    work, home = laptops
    with work.app() as at_work:
        at_work.wait_for("synced")
        at_work.say(f"8the fix{ENTER}", "Logged: Thanks")
        at_work.leave()
    with home.app() as at_home:
        at_home.wait_for("the fix")
        at_home.say(f"6the demo{ENTER}", "Logged: Credit")
        at_home.say("Y", "Synced: ", "synced")
        with work.app() as at_work:
            at_work.wait_for("the demo")
            at_work.leave()
        at_home.leave()
    assert work.whats() == home.whats() == ["the demo", "the fix", "the rollback plan"]


def test_a_train_without_a_net_holds_nobody_up_and_loses_nothing(
    laptops: tuple[Laptop, Laptop], place: Path
) -> None:
    work, home = laptops
    away = place.rename(place.with_name("away"))
    with work.app() as at_work:
        at_work.wait_for("offline")
        at_work.say(f"8the fix{ENTER}", "offline, 1 to send")
        at_work.say("Y", "cannot be reached")
        at_work.leave()
    away.rename(place)
    with work.app() as at_work:
        at_work.wait_for("synced")
        at_work.leave()
    home.run("sync")
    assert home.whats() == ["the fix", "the rollback plan"]


def test_leaving_waits_for_no_remote_that_hangs_and_loses_nothing(
    tmp_path: Path,
) -> None:
    work, home = Laptop(tmp_path / "work"), Laptop(tmp_path / "home")
    repository = tmp_path / "place.git"
    subprocess.run(["git", "init", "-q", "--bare", repository], check=True)  # noqa: S603, S607
    key = work.run("sync", "setup", str(repository))
    state = work.home / "sync" / "state.json"
    _let(state, remote="box:place.git")
    (tmp_path / "bin").mkdir()
    ssh = tmp_path / "bin" / "ssh"
    ssh.write_text("#!/bin/sh\nexec sleep 300\n")
    ssh.chmod(0o700)
    with work.app(path=f"{ssh.parent}:{os.environ['PATH']}") as at_work:
        at_work.skip_first_run()
        at_work.say(f"8the fix{ENTER}", "to send")
        at_work.leave()
        assert b"for 3 seconds at most" in at_work.written
    _let(state, remote=str(repository))
    work.run("sync")
    home.run("sync", "join", str(repository), typed=key)
    assert home.whats() == ["the fix"]


def _let(state: Path, **said: Any) -> None:  # noqa: ANN401 - any JSON
    state.write_text(json.dumps({**json.loads(state.read_text()), **said}))


def test_a_new_laptop_joins_with_the_recovery_key_which_is_not_shown(
    laptops: tuple[Laptop, Laptop], place: Path, tmp_path: Path
) -> None:
    work, _ = laptops
    key = (tmp_path / "work" / "config" / "rapport" / "sync.key").read_text().strip()
    new = Laptop(tmp_path / "new")
    new.run("log", "credit", "the demo")
    with new.app("sync", "join", f"dir:{place}") as shell:
        shell.wait_for("Recovery key:")
        shell.type(f"{key}\r")
        shell.wait_for_end()
        assert shell.exit_code == 0
        assert key.encode() not in shell.written
    work.run("sync")
    assert new.whats() == work.whats() == ["the demo", "the rollback plan"]
