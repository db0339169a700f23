"""Upkeep of a store: what happened to it, whether it is whole, and copies of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from habits.progress import Stage, tell_nobody
from habits.store import acts, chronicle, codec, copies, doctor, erasing, plans
from habits.store.files import reading
from habits.store.lines import to_json
from habits.store.meanings import meaningless
from habits.store.ops import Document, Written
from habits.store.recalling import recall
from habits.store.relog import log_again
from habits.store.scrubbing import copies_telling, scrub_state
from habits.store.snapshot import Snapshot, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from habits.progress import Told
    from habits.store.chronicle import Event
    from habits.store.merge import State
    from habits.store.ops import Commit, Op
    from habits.store.plans import Key, Plan
    from habits.store.store import Store

StandInDocuments = Mapping[UUID, Document]
"""People by their ids, each with the record that is to stand in for them."""


class Reach(NamedTuple):
    """What an erasing would come to.

    Attributes:
        written: The records that it takes away, changes or makes.
        copies: The backups, exports and other files in the home that tell of what goes.
    """

    written: tuple[Written, ...]
    copies: tuple[Path, ...]


def events(store: Store) -> Iterator[Event]:
    """Yield what happened to a home, the oldest first, of all devices.

    Raises:
        StoreError: A log cannot be read.
    """
    with reading(store.home.path):
        yield from chronicle.events(store.home.ops)


def check(store: Store) -> list[str]:
    """Look through every file, mend what can be, and return what was found and done.

    Raises:
        StoreError: A file cannot be read, or what was found cannot be mended.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """
    with store.writing(), reading(store.home.path):
        found = [
            *store.take_reports(),
            *doctor.open_files(store.home),
            *doctor.odd_logs(store.home),
            *doctor.odd_backups(store.home),
            *log_again(store.replica),
            *recall(store.replica),
        ]
        store.replica.checkpoint()
    return found


def count_meaningless(store: Store) -> int:
    """Return how many records of a home mean nothing."""
    return sum(1 for _ in meaningless(store.replica.state))


def back_up(store: Store, path: Path | None, now: datetime) -> Path:
    """Write a copy of everything and return its path; as `habits.store.copies.write`."""
    store.catch_up()
    content = encode(Snapshot(store.replica.state, store.replica.places))
    return copies.write(store.home, path, content, now)


def restore(store: Store, wanted: State) -> Commit:
    """Make everything as it is in a copy, as one act, which can be taken back.

    What was erased since the copy was made stays so.

    Args:
        store: The home.
        wanted: What the copy holds; it is used up.

    Raises:
        StoreError: It could not be made durable; nothing has changed.
        NewerFormatError: A newer version wrote the home.
    """

    def propose() -> Iterator[Op]:
        present = store.replica.state
        plan = plans.plan_for_copy(present, wanted)
        scrub_state(wanted, plan.erasure())
        for person, document in plan.made.items():
            wanted.live[codec.PEOPLE][person] = to_json(document)
        return copies.differences(present, wanted)

    return store.commit(propose)


def reach_of_erasing(store: Store, table: str, key: UUID) -> Reach:
    """Return what erasing a record would come to; nothing is done.

    Raises:
        StoreError: A file cannot be read.
    """
    return _reach(store, [(table, key.int)])


def reach_of_standing_in(store: Store, propose: Callable[[], StandInDocuments]) -> Reach:
    """Return what letting others stand in for people would come to, as `stand_in`."""
    stand_ins = propose()
    return _reach(store, _people(stand_ins), stand_ins)


def erase(store: Store, table: str, key: UUID, told: Told = tell_nobody) -> Reach:
    """Take a record out of every file for good, with all that tells of it.

    What refers to it and to nothing else goes; elsewhere the references go, and a word by which it
    was called becomes "someone". It cannot be taken back.

    Args:
        store: The home.
        table: Its table.
        key: Its id.
        told: Is told how far it is, and may cancel it as long as nothing has changed.

    Returns:
        What it came to.

    Raises:
        StoreError: A file cannot be read or written; the next act goes on with it then.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """
    return _erase(store, lambda: ([(table, key.int)], None), told)


def stand_in(
    store: Store, propose: Callable[[], StandInDocuments], told: Told = tell_nobody
) -> Reach:
    """Take people out of every file for good, and let new records stand in for them.

    Records refer to those instead, and a word by which somebody was called becomes the new name. It
    cannot be taken back.

    Args:
        store: The home.
        propose: Returns the people, each with the record that is to stand in. It is called when the
            home is locked; what it raises comes through, and nothing has changed then.
        told: As for `erase`.

    Returns:
        What it came to.

    Raises:
        StoreError: A file cannot be read or written; the next act goes on with it then.
        NewerFormatError: A newer version wrote the home, which can only be read.
    """

    def proposed() -> tuple[list[Key], StandInDocuments]:
        stand_ins = propose()
        return _people(stand_ins), stand_ins

    return _erase(store, proposed, told)


def called(store: Store, people: Iterable[UUID]) -> tuple[str, ...]:
    """Return every word by which some people were ever called, those of now first.

    Raises:
        StoreError: A log cannot be read.
    """
    with reading(store.home.path):
        words = plans.words_for(store.replica, {key.int for key in people})
        return tuple(dict.fromkeys(word for _, word in words))


def erased_last(store: Store) -> bool:
    """Return whether this device has done nothing since it last erased something.

    Raises:
        StoreError: Its log cannot be read.
    """
    with reading(store.home.path):
        return acts.erased_last(store.home.ops, store.device)


def _erase(
    store: Store, propose: Callable[[], tuple[list[Key], StandInDocuments | None]], told: Told
) -> Reach:
    with store.writing(), reading(store.home.path):
        told(Stage(erasing.LOOKING, 0))
        plan = plans.plan_for(store.replica, *propose())
        reach = _reach_of(store, plan)
        erasing.carry_out(store.replica, plan, told)
        store.has_acted = True
    return reach


def _reach(store: Store, keys: list[Key], stand_ins: StandInDocuments | None = None) -> Reach:
    with reading(store.home.path):
        return _reach_of(store, plans.plan_for(store.replica, keys, stand_ins))


def _reach_of(store: Store, plan: Plan) -> Reach:
    written = plans.reach(store.replica, plan)
    return Reach(written, copies_telling(store.home, plan.erasure()))


def _people(stand_ins: StandInDocuments) -> list[Key]:
    return [(codec.PEOPLE, key.int) for key in stand_ins]
