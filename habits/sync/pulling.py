"""Pulling: what the remote holds that this home has not taken in, opened and looked through.

Nothing of it is applied here. A segment that cannot be used is not known as taken, so that every
syncing looks at it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import WrongKeyError
from habits.sync.keys import WRONG_KEY
from habits.sync.segments import DamagedSegmentError, NewerSegmentError, open_segment
from habits.sync.state import Peer
from habits.sync.transport import is_notice, is_whole, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from habits.store.carrying import Group
    from habits.store.home import Home
    from habits.sync.keys import Keys
    from habits.sync.segments import Segment
    from habits.sync.state import SyncState
    from habits.sync.transport import Transport

PATIENCE: Final = 24 * 3_600_000
"""How long a segment may be on its way, in milliseconds, before it counts as damaged."""


class Here(NamedTuple):
    """What syncs with what.

    Attributes:
        home: The home.
        device: By which name this machine writes to it.
        machine: What the user calls this machine.
        program: The version of rapport.
        transport: What carries the segments.
        keys: What they are sealed with.
        now: Returns the time, in milliseconds since 1970.
    """

    home: Home
    device: str
    machine: str
    program: str
    transport: Transport
    keys: Keys
    now: Callable[[], int]


@dataclass
class Found:
    """What was found at the remote.

    Attributes:
        names: The names of all segments by device.
        segments: What was opened, by device and name.
        arriving: The segments of which only a part is there yet.
        newer: Those that a newer version wrote.
        damaged: Those that cannot be read.
        locked: Those that are sealed with a key that is not here.
        notices: Those that only tell which key is to seal no more.
        is_stale: Whether one of our own is sealed with a key that was replaced.
    """

    names: Mapping[str, frozenset[str]]
    segments: dict[tuple[str, str], Segment] = field(default_factory=dict)
    arriving: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    notices: set[tuple[str, str]] = field(default_factory=set)
    is_stale: bool = False

    @property
    def unread(self) -> set[str]:
        """Those that are not as they were sealed."""
        return {*self.damaged, *self.arriving}

    def groups(self) -> Iterator[Group]:
        """Yield all groups of lines that were opened."""
        return (group for segment in self.segments.values() for group in segment.groups)


def pull(here: Here, taken: Mapping[str, Collection[str]], sealed: Collection[str] = ()) -> Found:
    """Return what is at the remote, with all that is not taken in yet opened.

    Args:
        here: What syncs with what.
        taken: The segments by device that are.
        sealed: Those of this device that were sealed here and may have arrived.

    Raises:
        OfflineError: The remote cannot be reached.
        SignInError: It refuses us.
        WrongKeyError: The key of this machine opens nothing there, or was replaced by another.
    """
    found = Found(here.transport.names())
    is_ours = False
    for shelf, names in sorted(found.names.items()):
        known = {*taken.get(shelf, ()), *(sealed if shelf == here.device else ())}
        is_ours |= not all(map(is_notice, known & names))
        if unknown := names - known:
            for name, content in here.transport.fetch(shelf, unknown):
                _open(here, found, shelf, name, content)
    _require_key(here, found, is_ours=is_ours or any(set(found.segments) - found.notices))
    return found


def _require_key(here: Here, found: Found, *, is_ours: bool) -> None:
    """See that it is for the others to have another key, where there are two.

    A machine that has the present key alone waits for those that have not changed to it yet; one
    that has an older key alone is told by a notice.
    """
    retired = {
        found.segments[shelf, name].header.retires
        for shelf, name in found.notices & found.segments.keys()
        if shelf != here.device
    }
    if here.keys.public in retired or (found.locked and not is_ours):
        raise WrongKeyError(WRONG_KEY)


def lost(here: Here, state: SyncState, found: Found) -> dict[str, set[str]]:
    """Return the segments by device that are gone from the remote and should be there.

    What a device has packed anew, or took over from a forgotten one, is said by what replaces it.
    """
    replaced = _replaced(state, found)
    gone = {}
    for shelf, known in sorted(state.taken.items()):
        missing = known - found.names.get(shelf, frozenset())
        if shelf == here.device:
            missing -= state.drop
        if left := {name for name in missing if number_of(name) > replaced.get(shelf, 0)}:
            gone[shelf] = left
    return gone


def are_certain(found: Found, gone: Collection[str]) -> bool:
    """Return whether devices have lost something, for all that can be read of what replaces it.

    That is on a device's own shelf, or on any other where its own was taken away.
    """
    hiding = {name.partition("/")[0] for name in (*found.locked, *found.newer, *found.arriving)}
    return any(shelf not in hiding if shelf in found.names else not hiding for shelf in gone)


def wait_for(here: Here, state: SyncState, found: Found) -> None:
    """Note what has not wholly arrived, and count it as damaged where it has not for too long."""
    now = here.now()
    state.arriving = {name: min(now, state.arriving.get(name, now)) for name in found.arriving}
    late = {name for name, since in state.arriving.items() if now - since > PATIENCE}
    found.damaged.extend(sorted(late))
    found.arriving = [name for name in found.arriving if name not in late]


def locked(state: SyncState, found: Found) -> set[str]:
    """Return the devices that have sent something with another key, and not yet with ours."""
    replaced = _replaced(state, found)
    each = (name.split("/") for name in found.locked)
    return {shelf for shelf, name in each if number_of(name) > replaced.get(shelf, 0)}


def _replaced(state: SyncState, found: Found) -> dict[str, int]:
    """Return up to which number the segments of each device may be gone."""
    replaced = dict(state.replaced)
    for segment in found.segments.values():
        for shelf, number in segment.header.replaces.items():
            replaced[shelf] = max(number, replaced.get(shelf, 0))
    return replaced


def note(here: Here, state: SyncState, found: Found, missed: Mapping[str, Collection[str]]) -> None:
    """Note in the state what was found; it is taken in by then.

    Args:
        here: What syncs with what.
        state: What is known.
        found: What was found.
        missed: The segments by device that may be lost, and are looked for again.
    """
    state.locked = locked(state, found)
    state.replaced = _replaced(state, found)
    opened: dict[str, set[str]] = {}
    for shelf, name in found.segments.keys() | found.notices:
        opened.setdefault(shelf, set()).add(name)
    for (shelf, _), segment in sorted(found.segments.items()):
        header = segment.header
        if shelf == here.device:
            state.carries.update(group.author for group in segment.groups)
        elif shelf not in state.peers or state.peers[shelf].sealed_at <= header.sealed_at:
            state.peers[shelf] = Peer(header.machine, header.program, header.sealed_at)
    state.taken = {
        shelf: {*state.taken.get(shelf, ()), *opened.get(shelf, ())}
        & {*found.names.get(shelf, ()), *missed.get(shelf, ())}
        for shelf in found.names.keys() | missed.keys()
    }
    state.peers = {shelf: peer for shelf, peer in state.peers.items() if shelf in found.names}
    for shelf in state.locked - state.peers.keys() - {here.device}:
        state.peers[shelf] = Peer("", "", 0)


def _open(here: Here, found: Found, shelf: str, name: str, content: bytes) -> None:
    if not is_whole(name, content):
        found.arriving.append(f"{shelf}/{name}")
        return
    if is_notice(name):
        found.notices.add((shelf, name))
    try:
        found.segments[shelf, name] = open_segment(content, shelf, here.keys)
        if shelf == here.device and not is_notice(name):
            found.is_stale |= not here.keys.is_present(content)
    except WrongKeyError:
        if not is_notice(name):
            found.locked.append(f"{shelf}/{name}")
    except NewerSegmentError:
        found.newer.append(f"{shelf}/{name}")
    except DamagedSegmentError:
        found.damaged.append(f"{shelf}/{name}")
