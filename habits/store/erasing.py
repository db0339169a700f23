"""Erasing: records taken out of a home for good, with all that tells of them.

What is being erased is written down first and crossed out last, so that whatever breaks it off,
the next writer goes on with it. An operation stays in the log, on which every device that meets it
does the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from habits.clock import wall_milliseconds
from habits.errors import StoreError
from habits.store import codec
from habits.store.acts import NO_ACT
from habits.store.chronicle import all_lines
from habits.store.erasure import Erasure
from habits.store.files import replace_durably, sync_folder
from habits.store.lines import Kind, Line, to_json
from habits.store.ops import Written
from habits.store.references import refers_to_nothing_else
from habits.store.relog import log_again
from habits.store.scrubbing import scrub
from habits.store.stamps import next_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.store.home import Home
    from habits.store.merge import State
    from habits.store.replica import Replica

Key = tuple[str, int]
"""A record: its table, and the integer of its UUID."""


class Plan(NamedTuple):
    """What is to be erased.

    Attributes:
        keys: The records.
        words: What they are called by.
    """

    keys: tuple[Key, ...]
    words: tuple[str, ...]


def plan_for(replica: Replica, keys: Iterable[Key]) -> Plan:
    """Return what has to go with some records: those that refer to nothing else, and their names.

    Raises:
        OSError: A log cannot be read.
    """
    wanted = tuple(keys)
    known = _read_plan(replica.home)
    every = dict.fromkeys((*known.keys, *wanted))
    reached = 0
    # A record that was merged into that of a person goes with it, and may have entries of its own.
    while reached < len(every):
        reached = len(every)
        every |= dict.fromkeys(_going_with(replica.state, every))
    words = dict.fromkeys((*known.words, *_words_for(replica, every)))
    return Plan(tuple(every), tuple(words))


def reach(replica: Replica, plan: Plan) -> tuple[Written, ...]:
    """Return the records that carrying a plan out would take away or change."""
    erasure = Erasure(plan.keys, plan.words)
    reached = []
    for table, records in replica.state.live.items():
        for key, raw in records.items():
            before = json.loads(raw)
            gone = erasure.takes(table, key, before)
            after = None if gone else erasure.document(table, before)
            if after != before:
                reached.append(Written(table, UUID(int=key), before, after))
    return tuple(reached)


def carry_out(replica: Replica, plan: Plan) -> None:
    """Erase what a plan says from every file of a home; the lock is held.

    Raises:
        StoreError: A file cannot be read or written. What is erased is hidden, and the next writer
            goes on.
    """
    home = replica.home
    try:
        _begin(replica, plan)
        scrub(home, Erasure(plan.keys, plan.words))
        replica.rebuild()
        replica.checkpoint(keep=False)
        home.erasing.unlink(missing_ok=True)
        sync_folder(home.path)
    except OSError as error:
        message = (
            f"{error.filename or home.path} cannot be rewritten: {error.strerror}. What is being "
            "erased is still in the files; the next act goes on with it."
        )
        raise StoreError(message) from error


def go_on(replica: Replica) -> list[str]:
    """Erase what a log says to, or what was broken off, and return what was done; the lock is held.

    Raises:
        StoreError: A file cannot be read or written.
    """
    if not replica.home.erasing.exists() and not replica.erased.are_told_of:
        done = replica.file.present()
        if done is not None and replica.erased.are_erased_in(done.state, replica.state):
            replica.load()
            return []
    erased = ((table, key) for table, keys in replica.state.erased.items() for key in keys)
    carry_out(replica, plan_for(replica, erased))
    return [f"What was erased is gone from all files in {replica.home.path} as well."]


def _begin(replica: Replica, plan: Plan) -> None:
    """Write down what is to go, and log it, so that it is certain that it goes."""
    home = replica.home
    if home.erasing.exists():
        replica.append(list(_lines(replica, plan.keys)))
        return
    # From here on the logs alone are what is true.
    log_again(replica)
    _write_plan(home, plan)
    try:
        replica.append(list(_lines(replica, plan.keys)))
    except StoreError:
        home.erasing.unlink()
        raise


def _lines(replica: Replica, keys: Iterable[Key]) -> Iterator[Line]:
    """Yield the operations that this device has not logged yet."""
    device = replica.device
    logged = {
        (line.table, line.key)
        for line in all_lines(replica.home.ops)
        if line.kind is Kind.ERASE and line.device == device
    }
    newest, now = replica.state.newest, wall_milliseconds()
    for table, key in keys:
        if (table, key) not in logged:
            newest = next_stamp(newest, now, key)
            yield Line(Kind.ERASE, table, key, None, None, newest, device, NO_ACT)


def _going_with(state: State, keys: Iterable[Key]) -> Iterator[Key]:
    """Yield the records that refer to some others and to nothing else."""
    ids = {str(UUID(int=key)) for _, key in keys}
    places: tuple[dict[str, dict[int, bytes]], ...] = (state.live, state.aside)
    for place in places:
        for table, records in place.items():
            for key, raw in records.items():
                if refers_to_nothing_else(json.loads(raw), ids):
                    yield table, key


def _words_for(replica: Replica, keys: Iterable[Key]) -> Iterator[str]:
    """Yield every word by which people among some records were ever called."""
    wanted = {key for table, key in keys if table == codec.PEOPLE}
    snapshots = [each.state for each in (replica.file.present(), replica.file.previous()) if each]
    documents = [
        state.document(codec.PEOPLE, key) for state in (replica.state, *snapshots) for key in wanted
    ]
    for line in all_lines(replica.home.ops):
        if line.table == codec.PEOPLE and line.key in wanted:
            documents += [line.fields, line.before]
    for document in documents:
        yield from codec.words_for_person(document or {})


def _read_plan(home: Home) -> Plan:
    """Return what an erasing that was broken off was about; nothing where there was none."""
    try:
        said = json.loads(home.erasing.read_bytes())
        keys = tuple((str(table), UUID(key).int) for table, key in said["keys"])
        return Plan(keys, tuple(map(str, said["words"])))
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return Plan((), ())


def _write_plan(home: Home, plan: Plan) -> None:
    keys = [[table, str(UUID(int=key))] for table, key in plan.keys]
    replace_durably(home.erasing, to_json({"keys": keys, "words": plan.words}))
