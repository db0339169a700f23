"""Several machines: what a user does about the place that carries their acts between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RefusedError, WrongKeyError
from habits.service.sync_site import (
    here_of,
    machine_name,
    made_here,
    milliseconds,
    program_version,
    site_of,
    sync_site,
)
from habits.service.sync_standing import SyncDevice, SyncStatus, device_meant, devices_of, status_of
from habits.sync import syncing
from habits.sync.keys import Keys, key_file, keys_from, new_keys, read_keys, write_keys
from habits.sync.remotes import transport_to
from habits.sync.state import read_state, state_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.service.workspace import Workspace
    from habits.sync.outcome import Outcome
    from habits.sync.state import SyncState


def sync_setup(workspace: Workspace, remote: str, show: Callable[[str], None]) -> Outcome:
    """Let this be the first machine that syncs to a place.

    Args:
        workspace: The home.
        remote: The place.
        show: Takes the recovery key; it is the one of before where this machine has one.

    Raises:
        RapportError: It cannot be done.
    """
    _require_none(workspace)
    transport = transport_to(remote, workspace.store.home, may_ask=True, may_make=True)
    if transport.names():
        message = (
            f"Another machine syncs to {transport.describe()} already. Use 'rapport sync join' "
            "with its recovery key. Nothing has changed."
        )
        raise RefusedError(message)
    keys = read_keys(key_file())
    if keys is None:
        keys = new_keys()
        _keep(keys)
    show(keys.recovery)
    here = made_here(site_of(workspace), remote, keys)
    return _taken_in(workspace, syncing.begin(here, transport.describe(), is_first=True))


def sync_join(workspace: Workspace, remote: str | None, recovery: str) -> Outcome:
    """Let this machine sync to a place where another one does, or go on with a new key.

    Args:
        workspace: The home.
        remote: The place; None for the one that the home syncs to.
        recovery: The recovery key.

    Raises:
        RapportError: It cannot be done.
    """
    if remote is None:
        remote = _require_state(workspace).remote
    else:
        _require_none(workspace)
    present = keys_from(recovery)
    keys = present.followed_by(read_keys(key_file()))
    here = made_here(site_of(workspace), remote, keys, may_ask=True)
    if not syncing.is_present(here, present):
        message = (
            f"That recovery key is not the present one at {here.transport.describe()}. Nothing has "
            "changed, and your changes are safe here; use the key that was shown last."
        )
        raise WrongKeyError(message)
    if read_state(workspace.store.home, here.device) is None:
        outcome = syncing.begin(
            here, here.transport.describe(), is_first=False, ready=lambda: _keep(here.keys)
        )
        return _taken_in(workspace, outcome)
    _keep(here.keys)
    return _taken_in(workspace, syncing.sync(here))


def sync_now(workspace: Workspace) -> Outcome:
    """Take in what other machines did, and send what was done here.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    return _taken_in(workspace, sync_site(site_of(workspace)))


def sync_status(workspace: Workspace) -> SyncStatus:
    """Return how the syncing stands, without reaching for the place.

    Raises:
        StoreError: The home cannot be read.
    """
    state = read_state(workspace.store.home, workspace.store.device)
    if state is None:
        return SyncStatus(None, "not set up", 0)
    waiting = syncing.waiting(workspace.store.home, state)
    return status_of(state, waiting, milliseconds(workspace.clock))


def sync_devices(workspace: Workspace) -> list[SyncDevice]:
    """Return the machines that sync, this one first.

    Raises:
        RapportError: The home does not sync, or cannot be read.
    """
    here = SyncDevice(workspace.store.device, machine_name(), program_version(), is_here=True)
    return devices_of(_require_state(workspace), here)


def sync_forget(workspace: Workspace, device: str) -> Outcome:
    """Take another machine's part of the place away, once all in it is in ours.

    Args:
        workspace: The home.
        device: Its id, the end of that, or what its user calls it where no other is called so.

    Raises:
        RapportError: It cannot be done.
    """
    meant = device_meant(sync_devices(workspace), device)
    return _taken_in(workspace, syncing.forget(here_of(site_of(workspace)), meant))


def sync_rekey(workspace: Workspace, show: Callable[[str], None]) -> Outcome:
    """Seal with a new key from now on, and anew what this machine has sent.

    Raises:
        RapportError: It cannot be done.
    """
    here = here_of(site_of(workspace))
    syncing.sync(here)
    keys = new_keys()
    _keep(keys.followed_by(here.keys))
    show(keys.recovery)
    return _taken_in(workspace, sync_site(site_of(workspace)))


def sync_doctor(workspace: Workspace) -> Outcome:
    """Look through all that is at the place, and send again what of it is damaged or missing.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    return _taken_in(workspace, syncing.mend(here_of(site_of(workspace))))


def sync_off(workspace: Workspace) -> None:
    """Let the home sync no more; nothing is taken away elsewhere.

    Raises:
        RapportError: It does not sync, or it cannot be done.
    """
    # Also where what is known of the syncing is damaged.
    if not state_file(workspace.store.home).exists():
        _require_state(workspace)
    syncing.leave(workspace.store.home)


def _keep(keys: Keys) -> None:
    write_keys(key_file(), keys)


def _taken_in(workspace: Workspace, outcome: Outcome) -> Outcome:
    workspace.catch_up()
    return outcome


def _require_none(workspace: Workspace) -> None:
    state = read_state(workspace.store.home, workspace.store.device)
    if state is not None:
        message = f"This home syncs to {state.remote} already. Use 'rapport sync off' first."
        raise RefusedError(message)


def _require_state(workspace: Workspace) -> SyncState:
    return syncing.state_of(workspace.store.home, workspace.store.device)
