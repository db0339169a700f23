"""The store: what a home holds, shared by every process that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from habits.store.layout import Acts, from_file, to_file
from habits.store.lock import exclusive
from habits.store.ops import Commit, Op, Tables, apply_all, written_by
from habits.store.tinyfile import TinyFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from habits.store.home import Home
    from habits.store.ops import Document
    from habits.store.tinyfile import Signature

Meaning = TypeVar("Meaning")

KEPT_ACTS: Final = 100
"""How many acts can be undone."""


class Store:
    """Tables of documents, kept in one TinyDB file.

    An act is durable when `commit` returns, or it has not happened: neither on the disk nor in
    memory. Every act begins by taking in what other processes wrote.
    """

    def __init__(self, home: Home) -> None:
        """Open a home, and make it where it is not there.

        Args:
            home: The folder.

        Raises:
            StoreError: It cannot be made or read.
            NewerFormatError: A newer version wrote it.
        """
        home.make()
        self._home = home
        self._file = TinyFile(home.data)
        self._seen: Signature | None = None
        self._tables: Tables = {}
        self._acts: Acts = ()
        self._read()

    def table(self, name: str) -> Mapping[UUID, Document]:
        """Return the records of a table by their ids, in the order in which they were made."""
        return self._tables.get(name, {})

    def catch_up(self) -> bool:
        """Take in what other processes wrote, and return whether there was anything.

        Raises:
            StoreError: The file cannot be read.
            NewerFormatError: A newer version wrote it.
        """
        if self._file.signature() == self._seen:
            return False
        self._read()
        return True

    def commit(self, propose: Callable[[], Iterable[Op]]) -> Commit:
        """Make an act durable, then show it.

        Args:
            propose: Returns the act's operations. It is called when the home is locked and what
                others wrote is in, so that it decides on what is true; what it raises comes
                through, and nothing has changed then.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
            NewerFormatError: A newer version wrote the file meanwhile.
        """
        with exclusive(self._home.lock):
            foreign = self.catch_up()
            ops = tuple(propose())
            tables, inverse = self._applied(ops)
            written = written_by(ops, self._tables, tables)
            self._replace(tables, (*self._acts, inverse)[-KEPT_ACTS:])
        return Commit(written, inverse, foreign)

    def undo(self, read: Callable[[Commit], Meaning]) -> Meaning | None:
        """Take back the newest act that is not taken back yet, and return what that means.

        Args:
            read: Returns what the taking back means. What it raises comes through, and nothing
                has changed then.

        Returns:
            What `read` returned, None where there is nothing to take back.

        Raises:
            StoreError: It could not be made durable; nothing has changed.
            NewerFormatError: A newer version wrote the file meanwhile.
        """
        with exclusive(self._home.lock):
            foreign = self.catch_up()
            if not self._acts:
                return None
            ops = self._acts[-1]
            tables, inverse = self._applied(ops)
            meaning = read(Commit(written_by(ops, self._tables, tables), inverse, foreign))
            self._replace(tables, self._acts[:-1])
        return meaning

    def put_defaults(self, ops: Iterable[Op]) -> None:
        """Make the records that are not there yet; this is no act, and is not undone.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
            NewerFormatError: A newer version wrote the file meanwhile.
        """
        ops = tuple(ops)
        if not self._missing(ops):
            return
        with exclusive(self._home.lock):
            self.catch_up()
            tables, _ = self._applied(self._missing(ops))
            self._replace(tables, self._acts)

    def _missing(self, ops: tuple[Op, ...]) -> tuple[Op, ...]:
        return tuple(op for op in ops if op.key not in self.table(op.table))

    def _applied(self, ops: tuple[Op, ...]) -> tuple[Tables, tuple[Op, ...]]:
        """Return the tables after an act, and its inverse; what is in memory stays as it is."""
        tables = {name: dict(table) for name, table in self._tables.items()}
        return tables, apply_all(tables, ops)

    def _replace(self, tables: Tables, acts: Acts) -> None:
        self._file.write(to_file(tables, acts))
        self._tables, self._acts = tables, acts
        self._seen = self._file.signature()

    def _read(self) -> None:
        """Take in the file; what is in memory stays where the file is gone or is refused."""
        seen = self._file.signature()
        content = self._file.read()
        if content is not None:
            self._tables, self._acts = from_file(content, self._home.data)
        self._seen = seen
