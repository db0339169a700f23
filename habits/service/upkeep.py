"""Upkeep: what happened to a home, whether it is whole, and copies of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.lookup import LEAST_ID
from habits.record import dataclass
from habits.store import Commit, copies, upkeep
from habits.store.stamps import milliseconds_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.service.workspace import Workspace
    from habits.store.chronicle import Event


@dataclass(frozen=True, slots=True)
class PastAct:
    """An act of the past.

    Attributes:
        at: When it was done, in UTC.
        device: On which device; None for this machine.
        deed: "did", "undid" or "redid".
        change: What it changed.
    """

    at: datetime
    device: str | None
    deed: str
    change: Change


def history(workspace: Workspace, end: str | None = None) -> Iterator[PastAct]:
    """Yield what was done to a home, on all devices, the oldest first.

    Args:
        workspace: The home.
        end: The last four characters or more of a record's id, for what was done to it alone.

    Raises:
        RefusedError: It is no end of an id.
        StoreError: A log cannot be read.
    """
    wanted = None if end is None else _require_end(end)
    for event in upkeep.events(workspace.store):
        if not event.is_act or not event.written:
            continue
        if wanted is None or any(each.key.hex.endswith(wanted) for each in event.written):
            yield _past_act(workspace, event)


def check(workspace: Workspace) -> list[str]:
    """Look through every file of a home, mend what can be, and return what was found and done.

    Raises:
        StoreError: A file cannot be read, or what was found cannot be mended.
    """
    return upkeep.check(workspace.store)


def checkpoint(workspace: Workspace) -> None:
    """Make the TinyDB file hold everything that was logged.

    Raises:
        StoreError: It could not be written; everything is in the logs as before.
    """
    workspace.checkpoint()


def backup(workspace: Workspace, path: Path | None = None) -> Path:
    """Write a copy of everything into a TinyDB file and return its path.

    Args:
        workspace: The home.
        path: The file; None for a new one among the home's backups.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    return upkeep.back_up(workspace.store, path, workspace.clock.now().instant)


def troubles_of_copy(workspace: Workspace) -> list[str]:
    """Return why a copy of a home as it is now will be taken by no home, in words."""
    count = upkeep.count_meaningless(workspace.store)
    if not count:
        return []
    records = "1 record in it means" if count == 1 else f"{count:,} records in it mean"
    told = (
        f"{records} nothing, so that no home takes it. Let 'rapport doctor' mend this home first."
    )
    return [told]


def restore(workspace: Workspace, path: Path) -> Change:
    """Make everything as it is in a copy, as one act, which can be taken back.

    Every record of the copy is read before anything changes.

    Raises:
        RefusedError: It is no copy of a home, a record of it means nothing, or nothing differs.
        StoreError: It could not be made durable; nothing has changed.
    """
    wanted = copies.read(path)
    copies.require_home(wanted, path)
    commit = upkeep.restore(workspace.store, wanted)
    if not commit.written:
        message = f"Everything is as it is in {path} already. Nothing has changed."
        raise RefusedError(message)
    return change_of(commit)


def _past_act(workspace: Workspace, event: Event) -> PastAct:
    here = event.device == workspace.store.device
    deed = "undid" if event.takes_back else "redid" if event.brings_back else "did"
    at = datetime.fromtimestamp(milliseconds_of(event.stamp) / 1000, UTC)
    change = change_of(Commit(event.written, (), foreign=not here))
    return PastAct(at, None if here else event.device, deed, change)


def _require_end(word: str) -> str:
    end = word.strip().casefold().replace("-", "")
    if len(end) < LEAST_ID or set(end) - set("0123456789abcdef"):
        message = (
            f"An id is named by its last {LEAST_ID} characters or more, such as 3f9a. "
            "'rapport entries --json' and 'rapport habits' show ids."
        )
        raise RefusedError(message)
    return end
