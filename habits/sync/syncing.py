"""Syncing: what a home can be told to do about its remote, one process at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from habits.errors import RapportError, RefusedError, StoreError, WrongKeyError
from habits.store.carrying import acts_behind
from habits.store.files import make_private_folder, reading
from habits.sync.exchange import exchange
from habits.sync.pulling import pull
from habits.sync.sealing import choose, keep_sealed, publish
from habits.sync.state import SyncState, read_state, state_file, write_state, writing
from habits.sync.transport import number_of
from habits.sync.troubles import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from habits.store.home import Home
    from habits.sync.keys import Keys
    from habits.sync.outcome import Outcome
    from habits.sync.pulling import Here

_SAFE: Final = "Your changes are safe here"


class BusyError(RefusedError):
    """Another process is syncing this home."""


def sync(here: Here) -> Outcome:
    """Take in what the remote holds, and bring it what it lacks.

    Raises:
        RefusedError: The home does not sync, or another process syncs it now (`BusyError`).
        OfflineError: The remote cannot be reached.
        SignInError: It refuses us.
        WrongKeyError: Something there is sealed with another key; nothing was taken in or sent.
        StoreError: The home cannot be read or written.
    """
    return _sync(here, is_anew=False)


def mend(here: Here) -> Outcome:
    """Open all that the remote holds anew, and send again what of it is damaged or missing.

    Raises:
        RapportError: As `sync`.
    """
    return _sync(here, is_anew=True)


def _sync(here: Here, *, is_anew: bool) -> Outcome:
    with _alone(here.home), _noted(here):
        return exchange(here, required_state(here), is_anew=is_anew)


def begin(
    here: Here, remote: str, *, is_first: bool, ready: Callable[[], None] = lambda: None
) -> Outcome:
    """Let a home sync from now on, and sync it.

    Args:
        here: What syncs with what.
        remote: The place, as the user named it.
        is_first: Whether this is the first machine there; else there has to be another.
        ready: Called when all is well with the place, before anything is kept or sent.

    Raises:
        RefusedError: The remote is not as expected; nothing has changed.
        WrongKeyError: The key does not open what is there; nothing has changed.
    """
    with _alone(here.home), _noted(here):
        found = pull(here, {})
        if is_first and found.names:
            message = (
                f"Another machine syncs to {here.transport.describe()} already. Use "
                "'rapport sync join' with its recovery key. Nothing has changed."
            )
            raise RefusedError(message)
        if not is_first and not found.names:
            message = (
                f"There is nothing at {here.transport.describe()} yet. Use 'rapport sync setup' on "
                "your first machine, or wait until its files are here. Nothing has changed."
            )
            raise RefusedError(message)
        ready()
        state = SyncState(here.device, remote)
        write_state(here.home, state)
        return exchange(here, state)


def forget(here: Here, device: str) -> Outcome:
    """Take another device's segments away from the remote, after what they hold is in ours.

    Raises:
        RefusedError: It is this device, or unknown at the remote, or not all that it sent can be
            read here; else as `sync`.
    """
    with _alone(here.home), _noted(here):
        state = required_state(here)
        if device == here.device:
            message = "That is this machine. Use 'rapport sync off' to let it sync no more."
            raise RefusedError(message)
        outcome = exchange(here, state)
        names = state.taken.get(device)
        if names is None:
            message = f"No machine {device} syncs here. See 'rapport sync devices'."
            raise RefusedError(message)
        _require_all(outcome, device)
        everything = pull(here, {})
        held = [segment for (shelf, _), segment in everything.segments.items() if shelf == device]
        authors = {device, *(group.author for segment in held for group in segment.groups)}
        state.places, groups = choose(here.home, state.places, carried=authors)
        state.replaced[device] = max(map(number_of, names), default=0)
        keep_sealed(here, state, groups, is_needed=True)
        write_state(here.home, state)
        publish(here, state)
        here.transport.forget(device)
        state.taken.pop(device, None)
        state.peers.pop(device, None)
        write_state(here.home, state)
        left = (name for name in outcome.damaged if name.partition("/")[0] != device)
        return outcome._replace(damaged=tuple(left))


def _require_all(outcome: Outcome, device: str) -> None:
    """See that nothing goes with a device that only its segments hold."""
    unread = (*outcome.arriving, *outcome.newer, *outcome.locked)
    if any(name.partition("/")[0] == device for name in unread):
        message = (
            f"Not all that {device} sent can be read here yet. Nothing was taken away; sync again "
            "later, or use 'rapport sync forget' on a machine that can read it."
        )
        raise RefusedError(message)


def is_present(here: Here, keys: Keys) -> bool:
    """Return whether keys are those that the other machines seal with now.

    Raises:
        OfflineError: The remote cannot be reached.
        SignInError: It refuses us.
    """
    try:
        pull(here._replace(keys=keys), {})
    except WrongKeyError:
        return False
    return True


def leave(home: Home) -> None:
    """Let a home sync no more; what is at the remote stays there.

    Raises:
        StoreError: What it knows of its syncing cannot be taken away.
    """
    with _alone(home), reading(home.sync):
        state_file(home).unlink(missing_ok=True)
        for path in (home.sync / "pending", home.sync / "git"):
            if path.is_dir():
                shutil.rmtree(path)


def waiting(home: Home, state: SyncState) -> int:
    """Return how many acts of a home are not known to be at the remote.

    Raises:
        StoreError: A log cannot be read.
    """
    return sum(state.pending.values()) + acts_behind(home, state.places)


def required_state(here: Here) -> SyncState:
    """Return what the home knows of its syncing.

    Raises:
        RefusedError: It does not sync.
        StoreError: It cannot be read.
    """
    return state_of(here.home, here.device)


def state_of(home: Home, device: str) -> SyncState:
    """Return what a home knows of its syncing; as `required_state`."""
    state = read_state(home, device)
    if state is None:
        message = (
            "This home does not sync yet. Use 'rapport sync setup REMOTE' on the first machine, "
            "'rapport sync join REMOTE' on the others."
        )
        raise RefusedError(message)
    return state


def note(home: Home, device: str, error: RapportError) -> None:
    """Keep what syncing met, so that whoever asks how it stands is not told that all is well."""
    if trouble := trouble_of(error):
        with suppress(RapportError):
            if (state := read_state(home, device)) is not None:
                state.trouble, state.told = trouble, str(error)
                write_state(home, state)


@contextmanager
def _noted(here: Here) -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        told = str(error)
        if _SAFE not in told:
            told = f"{told} {_SAFE}; sync again once that is mended."
        said = StoreError(told)
        note(here.home, here.device, said)
        raise said from error
    except RapportError as error:
        note(here.home, here.device, error)
        raise


@contextmanager
def _alone(home: Home) -> Iterator[None]:
    """Keep other syncings of a home out; one that comes second leaves at once.

    Raises:
        BusyError: Another process is at it.
    """
    home.make()
    lock = home.sync / "lock"
    with writing(lock):
        make_private_folder(home.sync)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _acquire(descriptor)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        message = "This home is being synced by another process already. Look again in a moment."
        raise BusyError(message) from None
