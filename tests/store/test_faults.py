"""What a disk refuses is told, shown nowhere, and can be tried again."""

from __future__ import annotations

import errno
import os
import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.store import Store
from tests.store.faults import LOGGING, SNAPSHOT, broken_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.clock import Clock
    from habits.service import Workspace
    from habits.store.home import Home

THANKS = BY_SLUG["thanks"]

each_error = pytest.mark.parametrize(
    "error", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get
)


def words(workspace: Workspace) -> list[str]:
    """Return what was logged, as one open home shows it."""
    return [entry.what for entry in service.entries(workspace)]


def reopened(home: Home, workspace: Workspace) -> Workspace:
    """Return the same home, opened again."""
    return service.open_workspace(home, workspace.clock)


def logs(home: Home) -> list[bytes]:
    """Return what is in the logs of a home."""
    return [path.read_bytes() for path in sorted(home.ops.iterdir())]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow larger than this, in bytes, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def log_hundred(workspace: Workspace, logged: list[str]) -> None:
    """Log a hundred acts, and note each one that is logged."""
    for number in range(100):
        service.log(workspace, THANKS, f"act {number}")
        logged.append(f"act {number}")


@each_error
@pytest.mark.parametrize("step", LOGGING)
def test_a_log_that_the_disk_refuses_is_nowhere_and_the_next_one_is_kept(
    workspace: Workspace, home: Home, step: str, error: int
) -> None:
    service.log(workspace, THANKS, "@maya first")
    before = logs(home)

    with broken_disk(step, error=error), pytest.raises(StoreError) as refusal:
        service.log(workspace, THANKS, "@dev refused")

    assert str(refusal.value) == (
        f"{home.ops} cannot be written: {os.strerror(error)}. Nothing was stored; "
        "make room or see who may write there, then try again."
    )
    assert refusal.value.exit_code == 7
    assert logs(home) == before
    assert words(workspace) == ["first"]
    assert set(service.handles(workspace)) == {"maya"}

    service.log(workspace, THANKS, "second")
    assert words(workspace) == words(reopened(home, workspace)) == ["first", "second"]


@each_error
@pytest.mark.parametrize("step", LOGGING)
def test_an_undo_that_the_disk_refuses_has_not_happened(
    workspace: Workspace, home: Home, step: str, error: int
) -> None:
    service.log(workspace, THANKS, "first")

    with broken_disk(step, error=error), pytest.raises(StoreError):
        service.undo(workspace)

    assert words(workspace) == words(reopened(home, workspace)) == ["first"]
    service.undo(workspace)
    assert words(workspace) == words(reopened(home, workspace)) == []


@each_error
@pytest.mark.parametrize("step", LOGGING)
def test_bytes_that_cannot_be_cut_off_again_are_there_whole_or_not_at_all(
    workspace: Workspace, home: Home, step: str, error: int
) -> None:
    with broken_disk(step, "truncate", error=error), pytest.raises(StoreError):
        service.log(workspace, THANKS, "perhaps")

    assert words(workspace) == []
    service.log(workspace, THANKS, "surely")
    assert words(workspace) == words(reopened(home, workspace))
    assert words(workspace) in (["surely"], ["perhaps", "surely"])


@each_error
@pytest.mark.parametrize("step", SNAPSHOT)
def test_a_snapshot_that_the_disk_refuses_loses_nothing(
    workspace: Workspace, home: Home, step: str, error: int
) -> None:
    service.log(workspace, THANKS, "first")
    before = home.data.read_bytes()

    with (
        broken_disk(step, error=error),
        pytest.raises(StoreError, match=r"rapport\.json cannot be written: .*is safe in ops"),
    ):
        service.checkpoint(workspace)

    assert home.data.read_bytes() == before
    assert words(workspace) == words(reopened(home, workspace)) == ["first"]
    service.checkpoint(workspace)
    assert home.data.read_bytes() != before
    assert words(reopened(home, workspace)) == ["first"]


def test_a_log_whose_name_is_not_durable_is_refused_and_there_is_whole_or_not_at_all(
    home: Home, clock: Clock
) -> None:
    with broken_disk("folder", error=errno.EIO), pytest.raises(StoreError):
        service.open_workspace(home, clock)

    opened = service.open_workspace(home, clock)
    assert len(service.today(opened).rows) == 8
    service.log(opened, THANKS, "surely")
    assert words(opened) == words(reopened(home, opened)) == ["surely"]


def test_a_disk_that_is_really_full_loses_nothing(workspace: Workspace, home: Home) -> None:
    logged: list[str] = []
    size = max(map(len, logs(home)))
    with room_for(size + 4000), pytest.raises(StoreError, match="No space left"):
        log_hundred(workspace, logged)

    assert 0 < len(logged) < 100
    assert words(workspace) == words(reopened(home, workspace)) == logged
    service.log(workspace, THANKS, "there is room again")
    assert words(reopened(home, workspace)) == [*logged, "there is room again"]


@each_error
def test_a_home_that_cannot_be_made_is_told(home: Home, clock: Clock, error: int) -> None:
    refused = pytest.raises(StoreError, match=r"cannot be made: .*--home")
    with broken_disk("mkdir", error=error), refused:
        service.open_workspace(home, clock)

    assert len(service.today(service.open_workspace(home, clock)).rows) == 8


@each_error
@pytest.mark.parametrize("step", LOGGING)
def test_a_new_home_that_cannot_be_written_is_told_and_holds_nothing(
    home: Home, clock: Clock, step: str, error: int
) -> None:
    with broken_disk(step, error=error), pytest.raises(StoreError, match="cannot be written"):
        service.open_workspace(home, clock)

    assert not home.data.exists()
    assert len(service.today(service.open_workspace(home, clock)).rows) == 8


def test_a_file_that_cannot_be_looked_at_any_more_stops_an_act(
    workspace: Workspace, home: Home
) -> None:
    refused = pytest.raises(StoreError, match="cannot be read: Input")
    with broken_disk("look", error=errno.EIO), refused:
        service.log(workspace, THANKS, "refused")

    assert words(workspace) == words(reopened(home, workspace)) == []


def test_reading_needs_no_write(workspace: Workspace, home: Home) -> None:
    service.log(workspace, THANKS, "first")
    with broken_disk("open", "sync", error=errno.EROFS):
        assert words(reopened(home, workspace)) == ["first"]
        assert not Store(home).catch_up()
