"""Sealing: what the remote does not hold yet, made into segments that are kept until it does."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from habits.errors import StoreError
from habits.store.carrying import author_of, pieces
from habits.sync.segments import Header, Segment, seal
from habits.sync.state import pending_folder, write_durably, write_state
from habits.sync.transport import is_notice, is_whole, name_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from habits.store.carrying import Group, Piece
    from habits.store.home import Home
    from habits.store.snapshot import Place
    from habits.sync.pulling import Here
    from habits.sync.state import SyncState
    from habits.sync.troubles import Told

MOST_BYTES: Final = 1 << 20
"""How many bytes of lines a segment holds, about; a group is never parted."""


def choose(
    home: Home,
    places: Mapping[str, Place],
    at_remote: Collection[Group] | None = None,
    carried: Collection[str] = (),
) -> tuple[dict[str, Place], list[Group]]:
    """Return how far each log goes, and what of them is to be sealed.

    Args:
        home: The home.
        places: How far the logs were sealed.
        at_remote: All that the remote holds, where the places count for nothing.
        carried: Whose logs are to be sealed whole, whatever was sealed of them.

    Raises:
        StoreError: A log cannot be read.
    """
    known = None if at_remote is None else {line for group in at_remote for line in group.lines}
    # The second look is the later one: what was written in between is in it.
    found = {piece.name: piece for piece in pieces(home, places if known is None else {})}
    whole = {
        piece.name: piece
        for piece in (pieces(home, {}) if carried else ())
        if author_of(piece.name) in carried
    }
    groups = {
        group.written: group
        for piece in (found | whole).values()
        for group in (piece.groups if piece.name in whole else _lacking(piece, known))
    }
    return {name: piece.place for name, piece in (found | whole).items()}, list(groups.values())


def _lacking(piece: Piece, known: Collection[bytes] | None) -> Iterable[Group]:
    """Return what the remote lacks of a log that another device wrote, or we since its place.

    A log that is another one, where the places count, was rewritten by an erasing: it says less.
    """
    if known is None:
        return () if piece.is_another else piece.groups
    return [group for group in piece.groups if not all(line in known for line in group.lines)]


def keep_sealed(
    here: Here, state: SyncState, groups: Iterable[Group], *, is_needed: bool = False
) -> None:
    """Seal groups of lines, keep the segments, and note them in the state as pending.

    Args:
        here: What syncs with what.
        state: What is known.
        groups: The groups.
        is_needed: Whether one segment is sealed all the same where there are none: to say what it
            is in the place of, or that this machine is there.

    Raises:
        StoreError: They cannot be kept.
    """
    chunks = list(_chunks(groups)) or ([[]] if is_needed else [])
    for chunk in chunks:
        state.number += 1
        is_last = chunk is chunks[-1]
        header = Header(
            here.device,
            here.machine,
            state.number,
            here.program,
            here.now(),
            replaces=state.replaced if is_last else {},
        )
        sealed = seal(Segment(header, tuple(chunk)), here.keys)
        _keep(here, state, name_of(state.number, sealed), sealed, len(chunk))
        state.carries.update(group.author for group in chunk)


def keep_notices(here: Here, state: SyncState) -> None:
    """Tell each key that was replaced, sealed with itself, to whoever has no other; as segments.

    Raises:
        StoreError: They cannot be kept.
    """
    own = {*state.taken.get(here.device, ()), *state.pending}
    state.drop |= {name for name in own if is_notice(name)}
    for older in here.keys.each[1:]:
        header = Header(here.device, "", 0, here.program, here.now(), retires=older.public)
        sealed = seal(Segment(header, ()), older)
        _keep(here, state, name_of(0, sealed), sealed, 0)


def _keep(here: Here, state: SyncState, name: str, sealed: bytes, acts: int) -> None:
    write_durably(pending_folder(here.home) / name, sealed)
    state.pending[name] = acts


def publish(here: Here, state: SyncState, told: Told | None = None) -> None:
    """Bring what is pending to the remote, take from it what is to go, and note that in the state.

    Args:
        here: What syncs with what.
        state: What is known.
        told: What the user is told of this syncing all the same.

    Raises:
        OfflineError: The remote cannot be reached. What is pending is kept, and comes again.
        SignInError: It refuses us, as before.
        StoreError: What is pending cannot be read, or the state not be written.
    """
    if state.pending or state.drop:
        here.transport.publish(here.device, _read_pending(here.home, state), state.drop)
        own = state.taken.get(here.device, set())
        state.taken[here.device] = {*own, *state.pending} - state.drop
        state.pending, state.drop = {}, set()
    state.pushed_at = here.now()
    state.trouble, state.told = (told and told.trouble) or "", told.words if told else ""
    write_state(here.home, state)
    tidy(here.home, state)


def tidy(home: Home, state: SyncState) -> None:
    """Take away what was sealed and is no longer pending."""
    folder = pending_folder(home)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in state.pending:
            # It does no harm, and the next syncing tries again.
            with suppress(OSError):
                path.unlink()


def are_pending_whole(home: Home, state: SyncState) -> bool:
    """Return whether all that is pending is as it was sealed."""
    try:
        sealed = _read_pending(home, state)
    except StoreError:
        return False
    return all(is_whole(name, content) for name, content in sealed.items())


def _read_pending(home: Home, state: SyncState) -> dict[str, bytes]:
    folder = pending_folder(home)
    try:
        return {name: (folder / name).read_bytes() for name in state.pending}
    except OSError as error:
        message = (
            f"{error.filename} cannot be read: {error.strerror}. Your changes are safe here; "
            "sync again."
        )
        raise StoreError(message) from error


def _chunks(groups: Iterable[Group]) -> Iterator[list[Group]]:
    chunk: list[Group] = []
    size = 0
    for group in groups:
        chunk.append(group)
        size += len(group.written)
        if size >= MOST_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
