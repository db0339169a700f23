"""Arrivals: what comes into a home from a file, told from what its user has decided on since."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from habits.clock import wall_milliseconds
from habits.store.acts import NO_ACT, acts_of
from habits.store.chronicle import all_lines
from habits.store.drafts import Draft
from habits.store.files import reading
from habits.store.lines import Kind
from habits.store.oddities import DAY
from habits.store.ops import Commit
from habits.store.stamps import creation_stamp, milliseconds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from habits.store.lines import Line
    from habits.store.ops import Op
    from habits.store.plans import Key
    from habits.store.store import Store


class Arrivals:
    """Which records may come into a home.

    What an act that still holds has made, changed or deleted is its user's business, and stays so.
    What was taken back by undo, or never was here, may come.

    Args:
        store: The home; what others wrote to it is in.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def may_come(self, table: str, key: UUID) -> bool:
        """Return whether a record may come: it is not here, and nobody wants it gone.

        Raises:
            StoreError: A log cannot be read.
        """
        state = self._store.replica.state
        if key.int in state.live[table] or key.int in state.erased[table]:
            return False
        return state.is_unknown(table, key.int) or (table, key.int) not in self._decided

    def may_be_replaced(self, table: str, key: UUID) -> bool:
        """Return whether a record is here as every home has it, and nobody has touched it.

        Raises:
            StoreError: A log cannot be read.
        """
        is_here = key.int in self._store.replica.state.live[table]
        is_fixed = not creation_stamp(key.int)
        return is_here and is_fixed and (table, key.int) not in self._decided

    @cached_property
    def _decided(self) -> frozenset[Key]:
        """The records that an act which was not taken back is about."""
        home = self._store.home
        with reading(home.ops):
            lines = sorted(all_lines(home.ops), key=lambda line: (line.device, line.stamp))
        by_device = (list(mine) for _, mine in groupby(lines, key=lambda line: line.device))
        return frozenset(key for mine in by_device for key in _decided_by(mine))


def is_ahead(key: UUID, now: datetime) -> bool:
    """Return whether an id tells of a time to come, which would set all clocks of a home ahead.

    Args:
        key: The id.
        now: The instant that it is for whoever asks; the clock on the wall may say a later one.
    """
    latest = max(wall_milliseconds(), int(now.timestamp() * 1000)) + DAY
    return milliseconds_of(creation_stamp(key.int)) > latest


def rehearse(store: Store, ops: Iterable[Op]) -> Commit:
    """Return what an act would come to; nothing is done."""
    draft = Draft(store.replica.state, ops)
    return Commit(draft.written, draft.inverse)


def _decided_by(lines: list[Line]) -> Iterator[Key]:
    """Yield the records that one device's acts are about, or its edits of the TinyDB file."""
    for act in acts_of(lines).done:
        yield from ((line.table, line.key) for line in act.lines)
    for line in lines:
        if line.act == NO_ACT and line.kind is not Kind.NEW:
            yield line.table, line.key
