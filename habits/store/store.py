"""The store: what a home holds, shared by every process that opens it.

Every act is appended to this device's log before it is shown; the TinyDB file is a snapshot of
what all logs come to, made when there is time. Nothing that was said to be stored is ever only in
memory, and nothing is shown that is not stored.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from habits.store.acts import Act, Purpose, recent_acts
from habits.store.brief import LEFT_OUT, said
from habits.store.drafts import Draft
from habits.store.holding import Holding
from habits.store.ops import Altered, Commit
from habits.store.snapshot import Snapshot
from habits.store.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from habits.store.acts import Acts
    from habits.store.ops import Document, Op

Meaning = TypeVar("Meaning")


class Store(Holding):
    """Tables of documents, kept in a log for each device and in one TinyDB file.

    An act is durable when `commit` returns, or it has not happened: neither on the disk nor in
    memory. Every act begins by taking in what other processes wrote.
    """

    @property
    def erased_count(self) -> int:
        """How many records were ever erased."""
        return sum(map(len, self.replica.state.erased.values()))

    def table(self, name: str) -> Table:
        """Return the records of a table by their ids, in the order in which they came.

        Raises:
            StoreError: They were not read yet, and cannot be.
        """
        if name == LEFT_OUT:
            self.read_whole()
        return Table(self.replica.state.live, name)

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the names of all tables that hold something, each with its records."""
        self.read_whole()
        live = self.replica.state.live
        return ((name, Table(live, name)) for name, records in live.items() if records)

    def brief(self) -> dict[str, Any]:
        """Return all but the entries as it is kept; the TinyDB file holds everything."""
        self.read_whole()
        replica = self.replica
        return said(replica.signature, Snapshot(replica.state, replica.places))

    def document(self, table: str, key: int) -> Document | None:
        """Return a record that an act has touched, by the integer of its id; None if it is gone."""
        return self.replica.state.document(table, key)

    def take_altered(self) -> Sequence[Altered] | None:
        """Return which records differ since this was asked last, or since the TinyDB file.

        None where all may differ.
        """
        altered = self.replica.take_altered()
        if altered is None:
            return None
        return [
            Altered(table, UUID(int=key), None if before is None else json.loads(before))
            for (table, key), before in altered.items()
        ]

    def commit(self, propose: Callable[[], Iterable[Op]], *, is_act: bool = True) -> Commit:
        """Make an act durable, then show it.

        Args:
            propose: Returns the act's operations. It is called when the home is locked and what
                others wrote is in, so that it decides on what is true; what it raises comes
                through, and nothing has changed then.
            is_act: Whether it can be taken back.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
            NewerFormatError: A newer version wrote the home, which can only be read.
        """
        with self.writing():
            draft = self._draft(propose())
            self.replica.append(draft.lines(self.device, Purpose(is_act)))
            self.has_acted |= bool(draft.written)
        return Commit(draft.written, draft.inverse, self._tell_foreign())

    def undo(self, read: Callable[[Commit], Meaning]) -> Meaning | None:
        """Take back the newest act of this device, from whichever process it came.

        Args:
            read: Returns what the taking back means. What it raises comes through, and nothing
                has changed then.

        Returns:
            What `read` returned, None where there is nothing to take back.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
            NewerFormatError: A newer version wrote the home, which can only be read.
        """
        return self._turn(read, lambda acts: acts.done, Act.taken_back)

    def redo(self, read: Callable[[Commit], Meaning]) -> Meaning | None:
        """Do again what was taken back last, unless something was done since; else as `undo`."""
        return self._turn(read, lambda acts: acts.undone, Act.brought_back)

    def _turn(
        self,
        read: Callable[[Commit], Meaning],
        stack: Callable[[Acts], list[Act]],
        turned: Callable[[Act], tuple[Iterable[Op], Purpose]],
    ) -> Meaning | None:
        with self.writing():
            acts = stack(recent_acts(self.home.ops, self.replica.device))
            if not acts:
                return None
            ops, purpose = turned(acts[-1])
            draft = self._draft(ops)
            meaning = read(Commit(draft.written, draft.inverse, self._untold))
            self.replica.append(draft.lines(self.device, purpose))
            self.has_acted = True
        self._untold = False
        return meaning

    def _draft(self, ops: Iterable[Op]) -> Draft:
        """Return what operations would write; what they change has to be read for that."""
        proposed = list(ops)
        if any(self.replica.state.lacks(op.table, op.key.int) for op in proposed):
            self.read_whole()
        return Draft(self.replica.state, proposed)
