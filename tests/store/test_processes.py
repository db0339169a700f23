"""Several processes on one home lose nothing, and a killed one loses nothing it told."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from habits import service
from habits.practices import PRACTICES
from tests.store.workers import line_of, start, worker, workspace

if TYPE_CHECKING:
    import subprocess

    from habits.store.home import Home


def told_by(process: subprocess.Popen[str]) -> list[str]:
    """Return what a process says until it ends."""
    return list(iter(lambda: line_of(process), ""))


def kept(home: Home) -> list[str]:
    """Return what is logged in a home, as plain TinyDB reads it after a checkpoint."""
    workspace(home.path).store.checkpoint()
    with TinyDB(home.data) as db:
        return [document["what"] for document in db.table("entries")]


@pytest.mark.parametrize("act", ["log", "open and log"])
def test_processes_that_log_at_once_lose_nothing_and_know_each_person_once(
    home: Home, act: str
) -> None:
    home.make()
    with ExitStack() as stack:
        processes = [
            stack.enter_context(worker(act, home.path, 25, f"p{number}")) for number in range(4)
        ]
        assert [line_of(process) for process in processes] == ["ready"] * 4
        for process in processes:
            start(process)
        told = [told_by(process) for process in processes]

    assert [len(lines) for lines in told] == [25] * 4
    assert sorted(kept(home)) == sorted(line for lines in told for line in lines)
    with TinyDB(home.data) as db:
        assert [person["handle"] for person in db.table("people")] == ["maya"]
        assert [p["slug"] for p in db.table("practices")] == [p.slug for p in PRACTICES]
        assert len(db.table("habits")) == 8

    opened = workspace(home.path)
    undone = [service.undo(opened).went[0].what for _ in range(100)]
    assert sorted(undone) == sorted(line for lines in told for line in lines)


def test_who_reads_while_others_write_never_sees_half(home: Home) -> None:
    workspace(home.path)
    seen = []
    with ExitStack() as stack:
        processes = [
            stack.enter_context(worker("log", home.path, 60, f"p{number}")) for number in range(2)
        ]
        for process in processes:
            line_of(process)
            start(process)
        while any(process.poll() is None for process in processes):
            reader = workspace(home.path)
            assert len(service.habits(reader)) == 8
            seen.append(len(reader.store.table("entries")))

    assert seen == sorted(seen)
    assert len(set(seen)) > 2
    assert len(kept(home)) == 120


@pytest.mark.parametrize("lines", [1, 2, 7, 20, 55])
def test_a_process_that_is_killed_while_it_logs_loses_nothing_it_told(
    home: Home, lines: int
) -> None:
    workspace(home.path)
    with worker("log", home.path, 1_000_000, "act") as process:
        line_of(process)
        start(process)
        told = [line_of(process) for _ in range(lines)]
        process.kill()
        told += told_by(process)

    opened = workspace(home.path)
    entries = [entry.what for entry in service.entries(opened)]
    assert entries[: len(told)] == told
    assert len(entries) - len(told) in {0, 1}
    assert kept(home) == entries

    service.log(opened, PRACTICES[0], "life goes on")
    assert kept(home) == [*entries, "life goes on"]
