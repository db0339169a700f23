"""How the syncing of a home stands, and which machines sync, as values and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.errors import RefusedError
from habits.lookup import LEAST_ID
from habits.sync.troubles import Trouble
from habits.text import folded, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.sync.state import SyncState

_UNITS = ((86_400_000, "d"), (3_600_000, "h"), (60_000, "m"))
_WORDS = {
    Trouble.NEWER: "upgrade",
    Trouble.OTHER_KEY: "others must join",
}


class SyncStatus(NamedTuple):
    """How the syncing of a home stands.

    Attributes:
        remote: The place; None where the home does not sync.
        words: How it stands, in a few words.
        waiting: How many acts are not known to be there.
        trouble: What the last syncing met; None where it went well.
        told: One line about that: the cause, and what to do next.
        synced_at: When the place was last taken in, in milliseconds since 1970; None for never.
    """

    remote: str | None
    words: str
    waiting: int
    trouble: Trouble | None = None
    told: str = ""
    synced_at: int | None = None


class SyncDevice(NamedTuple):
    """A machine that syncs to the same place.

    Attributes:
        device: Its id.
        machine: What the user calls it.
        program: Its version of rapport.
        is_here: Whether it is this one.
        seen_at: When it last sent something that is here, in milliseconds since 1970.
        is_locked: Whether it has sent something with another key.
    """

    device: str
    machine: str
    program: str
    is_here: bool = False
    seen_at: int | None = None
    is_locked: bool = False


def status_of(state: SyncState, waiting: int, now: int) -> SyncStatus:
    """Return how the syncing of a home stands.

    Args:
        state: What the home knows of it.
        waiting: How many acts are not known to be at the place.
        now: The time, in milliseconds since 1970.
    """
    words = _words(state, waiting, now)
    synced_at = state.pulled_at or None
    return SyncStatus(state.remote, words, waiting, _trouble(state), state.told, synced_at)


def devices_of(state: SyncState, here: SyncDevice) -> list[SyncDevice]:
    """Return the machines that sync, this one first."""
    others = [
        SyncDevice(
            device,
            peer.machine,
            peer.program,
            seen_at=peer.sealed_at or None,
            is_locked=device in state.locked,
        )
        for device, peer in sorted(state.peers.items())
    ]
    return [here._replace(seen_at=state.pushed_at or None), *others]


def device_meant(devices: Iterable[SyncDevice], word: str) -> str:
    """Return the id of the other machine that a word means, and the word where it means none.

    Raises:
        RefusedError: It means several.
    """
    others = [each for each in devices if not each.is_here]
    by_end = [each for each in others if len(word) >= LEAST_ID and each.device.endswith(word)]
    by_name = [each for each in others if folded(each.machine) == folded(word)]
    found = by_end or by_name
    if len(found) > 1:
        message = (
            f"{quoted(word)} means {len(found)} machines. Name the one by its id, as 'rapport sync "
            "devices' shows it."
        )
        raise RefusedError(message)
    return found[0].device if found else word


def _words(state: SyncState, waiting: int, now: int) -> str:
    """Return how it stands; "synced" only where nothing waits and the last syncing went well."""
    trouble = _trouble(state)
    told = []
    if trouble is Trouble.OFFLINE or not (trouble or state.pulled_at):
        told.append("offline")
    elif trouble:
        told.append(f"sync: {_WORDS.get(trouble, trouble)}")
    if waiting:
        told.append(f"{waiting} to send")
    return ", ".join(told) or f"synced {_age(now - state.pulled_at)}"


def _trouble(state: SyncState) -> Trouble | None:
    return next((each for each in Trouble if each == state.trouble), None)


def _age(milliseconds: int) -> str:
    return next(
        (f"{milliseconds // size}{unit}" for size, unit in _UNITS if milliseconds >= size), "now"
    )
