"""The health of syncing: what it stands on, as far as that is told without the place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from habits.errors import RapportError
from habits.service.syncing import sync_devices, sync_status
from habits.sync.keys import key_file, read_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.service.workspace import Workspace


def sync_health(workspace: Workspace) -> Iterator[str]:
    """Yield what the syncing of a home stands on, a line each.

    Raises:
        RapportError: The home does not sync, or cannot be read.
    """
    devices = sync_devices(workspace)
    status = sync_status(workspace)
    remote = status.remote or ""
    yield f"place: {remote}"
    if not remote.startswith("dir:"):
        yield f"git: {shutil.which('git') or 'is not installed, or not in PATH'}"
    yield f"key: {_key()}"
    yield f"machines: {', '.join(each.machine or each.device for each in devices)}"
    yield f"to send: {status.waiting}"
    yield f"status: {status.words}"
    if status.told:
        yield f"last time: {status.told}"


def _key() -> str:
    path = key_file()
    try:
        return (
            str(path) if read_keys(path) else f"is not at {path}; 'rapport sync join' asks for it"
        )
    except RapportError as error:
        return str(error)
