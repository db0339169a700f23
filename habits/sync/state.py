"""The state: what a home knows of its syncing, kept in it and restored with it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from habits.errors import StoreError
from habits.store.files import make_private_folder, replace_durably
from habits.store.lines import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from habits.store.home import Home
    from habits.store.snapshot import Place

_VERSION = 1


@dataclass
class Peer:
    """A device that syncs to the same place.

    Attributes:
        machine: What its user calls it.
        program: The version of rapport there.
        sealed_at: When it last sealed something that was taken in, in milliseconds since 1970.
    """

    machine: str
    program: str
    sealed_at: int


@dataclass
class SyncState:
    """What a home knows of its syncing.

    Attributes:
        device: The device whose state it is; for another one it holds no more.
        remote: Where the home syncs to, as the user named it.
        number: The number of the newest segment of ours.
        places: How far each log of the home is sealed, or known to be at the remote.
        taken: The segments of each device that are taken in; of our own, those that are there.
        pending: The segments that are sealed and not known to be at the remote, each with how many
            acts it holds.
        drop: Our segments that are to go from the remote once those are there.
        carries: Whose lines our segments hold.
        erasings: The erasings that our segments at the remote know of.
        public: Which key they are sealed with.
        replaced: Up to which number the segments of a device may be gone from the remote, as what
            they held is in others.
        peers: The other devices.
        pulled_at: When the remote was last taken in, in milliseconds since 1970; 0 for never.
        pushed_at: When nothing was last left to be sent.
        arriving: When each segment that had not wholly arrived was first seen so.
        locked: The devices that have sent something with another key.
        trouble: The kind of what the last syncing met; empty where it went well.
        told: What the user was told of that.
    """

    device: str
    remote: str = ""
    number: int = 0
    places: dict[str, Place] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    pending: dict[str, int] = field(default_factory=dict)
    drop: set[str] = field(default_factory=set)
    carries: set[str] = field(default_factory=set)
    erasings: set[str] = field(default_factory=set)
    public: str = ""
    replaced: dict[str, int] = field(default_factory=dict)
    peers: dict[str, Peer] = field(default_factory=dict)
    pulled_at: int = 0
    pushed_at: int = 0
    arriving: dict[str, int] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    trouble: str = ""
    told: str = ""


def read_state(home: Home, device: str) -> SyncState | None:
    """Return what a home knows of its syncing, None where it does not sync.

    Of a state that belongs to another device, or is damaged, only the remote counts: everything is
    taken in anew then.

    Raises:
        StoreError: It cannot be read.
    """
    path = state_file(home)
    try:
        said = json.loads(path.read_bytes())
        remote = str(said["remote"])
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}. Your changes are safe here."
        raise StoreError(message) from error
    except (ValueError, KeyError, TypeError):
        message = (
            f"{path} is damaged. Your changes are safe here; "
            "use 'rapport sync off', then 'rapport sync join REMOTE'."
        )
        raise StoreError(message) from None
    try:
        return _state(said) if said["device"] == device else SyncState(device, remote)
    except (ValueError, KeyError, TypeError, AttributeError):
        return SyncState(device, remote)


def write_state(home: Home, state: SyncState) -> None:
    """Keep what is known, durably.

    Raises:
        StoreError: It cannot be written; what was kept before still is.
    """
    content = {"v": _VERSION, **asdict(state)}
    sets = {name: sorted(value) for name, value in content.items() if isinstance(value, set)}
    taken = {device: sorted(names) for device, names in state.taken.items()}
    write_durably(state_file(home), to_json({**content, **sets, "taken": taken}))


def write_durably(path: Path, content: bytes) -> None:
    """Put a content in a file of the sync folder, durably.

    Raises:
        StoreError: It cannot be written; what was there before still is.
    """
    with writing(path):
        make_private_folder(path.parent)
        replace_durably(path, content)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell in words what cannot be written.

    Raises:
        StoreError: Something could not be.
    """
    try:
        yield
    except OSError as error:
        message = (
            f"{path} cannot be written: {error.strerror}. Your changes are safe here; make room "
            "or see who may write there, then sync again."
        )
        raise StoreError(message) from error


def state_file(home: Home) -> Path:
    """Return the file of the state."""
    return home.sync / "state.json"


def pending_folder(home: Home) -> Path:
    """Return the folder of what is sealed and not known to be at the remote."""
    return home.sync / "pending"


_SETS = ("drop", "carries", "erasings", "locked")


def _state(said: Mapping[str, Any]) -> SyncState:
    known = {name: said[name] for name in SyncState.__dataclass_fields__}
    sets = {name: set(known[name]) for name in _SETS}
    return SyncState(
        **{
            **known,
            **sets,
            "places": {name: (offset, tag) for name, (offset, tag) in known["places"].items()},
            "taken": {shelf: set(names) for shelf, names in known["taken"].items()},
            "peers": {shelf: Peer(**peer) for shelf, peer in known["peers"].items()},
        }
    )
