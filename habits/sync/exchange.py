"""An exchange: one pull and one push, after which a home and the remote hold the same lines.

It may die at any step, and is made again from what is on the disk: lines come before the state that
says they are here, segments before the state that says they are sealed, and the remote has them
before they count as sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.store.carrying import pieces, receive
from habits.sync.outcome import Outcome
from habits.sync.pulling import are_certain, lost, note, pull, wait_for
from habits.sync.sealing import (
    are_pending_whole,
    choose,
    keep_notices,
    keep_sealed,
    publish,
    tidy,
)
from habits.sync.state import write_state
from habits.sync.transport import is_notice, number_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from habits.store.carrying import Arrival
    from habits.sync.pulling import Found, Here
    from habits.sync.state import SyncState

MOST_SEGMENTS: Final = 500
"""How many segments a device leaves at the remote before it packs them into few."""


def exchange(here: Here, state: SyncState, *, is_anew: bool = False) -> Outcome:
    """Take in what the remote holds, and bring it what it lacks; nobody else does meanwhile.

    Args:
        here: What syncs with what.
        state: What is known.
        is_anew: Whether all that is there is opened again, and sealed again where it cannot be.

    Raises:
        OfflineError: The remote cannot be reached.
        SignInError: It refuses us.
        WrongKeyError: The key of this machine opens nothing there, or was replaced by another;
            nothing was taken in or sent.
        StoreError: The home cannot be read or written.
    """
    is_mending, is_whole = is_anew, _is_as_it_was(here, state)
    is_anew |= not is_whole or not _has_key(here, state)
    found = pull(here, {} if is_anew else state.taken, () if is_anew else state.pending)
    gone = lost(here, state, found)
    is_lost = are_certain(found, gone)
    if is_lost and not is_anew:
        is_anew, found = True, pull(here, {})
    if not is_whole:
        # What was taken in once may be gone from the logs.
        state.taken = {}
    arrivals = receive(here.home, found.groups())
    _go_past(state, arrivals)
    wait_for(here, state, found)
    names = {device: peer.machine for device, peer in state.peers.items()}
    note(here, state, found, {} if is_lost else gone)
    if is_mending:
        own = state.taken.get(here.device, set())
        state.drop |= {name for name in own if f"{here.device}/{name}" in found.unread}
    is_telling = _erase(here, state, found, arrivals) or found.is_stale
    _seal(here, state, found, is_anew=is_anew, is_telling=is_telling)
    outcome = _outcome(here, state, found, arrivals)
    outcome = outcome._replace(
        lost=tuple(gone) if is_lost else (), machines={**names, **outcome.machines}
    )
    publish(here, state, next(iter(outcome.told()), None))
    return outcome


def _outcome(here: Here, state: SyncState, found: Found, arrivals: list[Arrival]) -> Outcome:
    peers = {device: peer.machine for device, peer in state.peers.items()}
    return Outcome(
        received=sum(arrival.groups for arrival in arrivals),
        sent=sum(state.pending.values()),
        arriving=tuple(found.arriving),
        newer=tuple(found.newer),
        damaged=tuple(found.damaged),
        locked=tuple(sorted(state.locked)),
        machines={**peers, here.device: "this machine"},
    )


def _has_key(here: Here, state: SyncState) -> bool:
    """Return whether the key is here that our segments are sealed with."""
    return state.public in {"", *(key.public for key in here.keys.each)}


def _is_as_it_was(here: Here, state: SyncState) -> bool:
    """Return whether the state still tells what of the logs is at the remote.

    A log that is another one than it was tells of a home that was put back in part, unless an
    erasing that the state does not know yet has rewritten it.
    """
    if not state.pulled_at or not are_pending_whole(here.home, state):
        return False
    present = pieces(here.home, state.places)
    missing = state.places.keys() - {piece.name for piece in present}
    if not missing and not any(piece.is_another for piece in present):
        return True
    every = pieces(here.home, {})
    known = {erasing for piece in every for group in piece.groups for erasing in group.erasings}
    return not missing and not known <= state.erasings


def _go_past(state: SyncState, arrivals: Iterable[Arrival]) -> None:
    """Let the places go past what came from the remote, where all before it is there as well."""
    for arrival in arrivals:
        offset, _ = state.places.get(arrival.name, (0, ""))
        if offset == arrival.begin:
            state.places[arrival.name] = arrival.place


def _erase(here: Here, state: SyncState, found: Found, arrivals: list[Arrival]) -> bool:
    """Let the home carry out what is erased, and return whether our segments tell of it still."""
    behind = (group for piece in pieces(here.home, state.places) for group in piece.groups)
    erasings = {each for group in (*found.groups(), *behind) for each in group.erasings}
    is_new = not erasings <= state.erasings
    # A syncer that keeps old files may have put one back.
    is_back = any(shelf == here.device for shelf, _ in found.segments)
    if not is_new and not (state.erasings and (arrivals or is_back)):
        return False
    from habits.store.store import Store  # noqa: PLC0415 - hardly anybody needs it

    Store(here.home, here.device)
    state.erasings |= erasings
    return is_new or is_back or any(piece.is_another for piece in pieces(here.home, state.places))


def _seal(here: Here, state: SyncState, found: Found, *, is_anew: bool, is_telling: bool) -> None:
    """Seal what the remote lacks and keep it, then the state that says so.

    All that our segments hold is packed anew where they are too many, or tell more than they may.
    """
    own = state.taken.get(here.device, set())
    # A packing that was broken off is made again where what it had sealed counts no more.
    are_many = sum(not is_notice(name) for name in own) > MOST_SEGMENTS
    is_packed = is_telling or are_many or (is_anew and bool(state.drop))
    is_packed |= state.public != here.keys.public
    names = {*found.names.get(here.device, ()), *state.pending}
    state.number = max([state.number, state.replaced.get(here.device, 0), *map(number_of, names)])
    if is_packed:
        state.drop |= (own | state.pending.keys()) & names
        _replace(here, state, names - state.drop)
    if is_packed or is_anew:
        state.pending = {}
        keep_notices(here, state)
    state.places, groups = choose(
        here.home,
        state.places,
        list(found.groups()) if is_anew else None,
        {*state.carries, here.device} if is_packed else (),
    )
    is_needed = not names or (is_packed and bool(state.drop))
    keep_sealed(here, state, groups, is_needed=is_needed)
    state.public = here.keys.public
    state.pulled_at = here.now()
    write_state(here.home, state)
    tidy(here.home, state)


def _replace(here: Here, state: SyncState, left: Collection[str]) -> None:
    """Say which of our segments may be gone: those below any that is left as it cannot be read."""
    oldest = min((number_of(name) for name in left if not is_notice(name)), default=None)
    behind = state.number if oldest is None else oldest - 1
    state.replaced[here.device] = max(behind, state.replaced.get(here.device, 0))
