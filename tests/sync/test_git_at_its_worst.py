"""Git that is killed, written to from all sides, or served by a server of its own."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, SignInError
from habits.sync.git import GitTransport
from habits.sync.transport import name_of
from tests.cli.program import PROGRAM
from tests.sync.computers import Computer, free_port, listens, running, wait_for
from tests.sync.repositories import bare, branch, transport

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.faults

KILLS = 25
WRITERS, EACH = 3, 5


def test_a_syncing_that_is_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(9)  # noqa: S311 - moments to try
    remote = str(bare(tmp_path / "remote"))
    laptop, desktop = Computer(tmp_path / "laptop"), Computer(tmp_path / "desktop")
    key = laptop("sync", "setup", remote).out
    assert desktop("sync", "join", remote, typed=key).code == 0
    for number in range(KILLS):
        laptop("log", "thanks", f"fix {number}")
        if number % 5 == 0:
            desktop("log", "vision", f"map {number}")
            desktop("sync")
        with subprocess.Popen(  # noqa: S603 - our own words
            [str(PROGRAM), "sync"],
            env=laptop.surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(chance.uniform(0.05, 0.4))
            process.kill()
    for computer in (laptop, desktop, laptop):
        done = computer("sync")
        assert done.code == 0, done.err
    expected = [
        *(f"fix {each}" for each in range(KILLS)),
        *(f"map {5 * each}" for each in range(5)),
    ]
    assert laptop.whats() == desktop.whats() == sorted(expected)
    assert laptop.status() == "synced now"


def test_all_that_twins_write_to_one_branch_at_once_stays(tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote")
    segments = {
        writer: [b"%d %d" % (writer, number) for number in range(EACH)] for writer in range(WRITERS)
    }

    def write(writer: int) -> None:
        twin = transport(remote, tmp_path / f"cache-{writer}")
        for number, sealed in enumerate(segments[writer]):
            add = {name_of(number, sealed): sealed}
            while True:
                try:
                    twin.publish("ada", add, ())
                except OfflineError:
                    continue
                break

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, segments))
    expected = {
        name_of(number, sealed)
        for every in segments.values()
        for number, sealed in enumerate(every)
    }
    assert set(branch(remote, "ada")) == expected


def test_a_server_of_gits_own_is_synced_to(tmp_path: Path) -> None:
    sealed = b"sealed"
    name = name_of(1, sealed)
    port = free_port()
    address = f"git://127.0.0.1:{port}/remote"
    served = tmp_path / "served"
    served.mkdir()
    bare(served / "remote")
    words = ["git", "daemon", "--listen=127.0.0.1", f"--port={port}", "--reuseaddr"]
    words.append(f"--base-path={served}")
    ada = GitTransport(address, tmp_path / "cache")
    with running([*words, "--informative-errors", "--export-all", str(served)], tmp_path / "log"):
        wait_for(lambda: listens(port), "the server")
        assert ada.names() == {}
        with pytest.raises(SignInError, match=r"may be read but not written.*safe here"):
            ada.publish("ada", {name: sealed}, ())
    with running([*words, "--enable=receive-pack", str(served)], tmp_path / "log"):
        wait_for(lambda: listens(port), "the server")
        with pytest.raises(OfflineError, match=r"no git repository.*safe here"):
            ada.names()
        (served / "remote" / "git-daemon-export-ok").touch()
        ada.publish("ada", {name: sealed}, ())
        assert GitTransport(address, tmp_path / "other").names() == {"ada": {name}}
        shutil.rmtree(served / "remote")
    with pytest.raises(OfflineError, match=r"cannot be reached.*safe here"):
        ada.names()
