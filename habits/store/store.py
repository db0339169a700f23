"""The store: what a home holds, shared by every process that opens it.

Every act is appended to this device's log before it is shown; the TinyDB file is a snapshot of
what all logs come to, made when there is time. Nothing that was said to be stored is ever only in
memory, and nothing is shown that is not stored.
"""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from habits.errors import StoreError
from habits.store.acts import Act, Purpose, recent_acts
from habits.store.drafts import Draft
from habits.store.lock import PATIENCE, exclusive
from habits.store.oddities import told
from habits.store.ops import Altered, Commit
from habits.store.replica import Replica
from habits.store.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from habits.store.acts import Acts
    from habits.store.home import Home
    from habits.store.ops import Op

Meaning = TypeVar("Meaning")


class Store:
    """Tables of documents, kept in a log for each device and in one TinyDB file.

    An act is durable when `commit` returns, or it has not happened: neither on the disk nor in
    memory. Every act begins by taking in what other processes wrote.

    Attributes:
        home: The folder.
        replica: What it holds, in memory; only what belongs to the store looks at it.
        patience: How many seconds an act waits for another process that writes.
    """

    def __init__(self, home: Home, device: str | None = None) -> None:
        """Open a home, and make it where it is not there.

        Args:
            home: The folder.
            device: By which name this machine writes to it; None for its own.

        Raises:
            StoreError: It cannot be made or read, or nothing in it can be understood.
        """
        home.make()
        self.home = home
        self.patience = PATIENCE
        self._reports: list[str] = []
        self._untold = False
        self.replica = Replica(home, device)
        trouble = self.replica.load() or self.replica.oddities.are_any or self.replica.lacks_logs
        if trouble or self.replica.erased.are_any:
            self._mend_first()
        elif self.replica.unsaved.tells_of_people:
            with suppress(StoreError), self.writing():
                pass
        if self.replica.is_read_only:
            self._reports.append(self.replica.newer)

    def _mend_first(self) -> None:
        """Mend what was found on opening; where that cannot be, what is known can still be read."""
        # Imported on need, as all that mends: most homes are whole.
        from habits.store.relog import log_again  # noqa: PLC0415

        try:
            with self.writing():
                self._reports.extend(log_again(self.replica))
        except StoreError as error:
            if not any(self.replica.state.live.values()):
                raise
            self._reports.append(str(error))

    @property
    def device(self) -> str:
        """By which name this machine writes to the home."""
        return self.replica.device

    @property
    def erased_count(self) -> int:
        """How many records were ever erased."""
        return sum(map(len, self.replica.state.erased.values()))

    def take_reports(self) -> list[str]:
        """Return what was found damaged or changed since this was asked last, and what was done."""
        reports, self._reports = self._reports, []
        return reports

    def table(self, name: str) -> Table:
        """Return the records of a table by their ids, in the order in which they came."""
        return Table(self.replica.state.live, name)

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the names of all tables that hold something, each with its records."""
        live = self.replica.state.live
        return ((name, Table(live, name)) for name, records in live.items() if records)

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

    def catch_up(self) -> bool:
        """Take in what other processes wrote, and return whether there was anything.

        Raises:
            StoreError: It cannot be read.
        """
        is_news = self.replica.read_logs()
        self._untold |= is_news
        if self.replica.look_at_file() or self.replica.erased.are_any:
            with self.writing():
                pass
        elif is_news and self.replica.unsaved.tells_of_people:
            with suppress(StoreError), self.writing():
                pass
        return self._tell_foreign()

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
            draft = Draft(self.replica.state, propose())
            self.replica.write(draft, Purpose(is_act))
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

    def checkpoint(self) -> None:
        """Make the TinyDB file hold everything.

        Raises:
            StoreError: It could not be written; everything is in the logs as before.
            NewerFormatError: A newer version wrote the home, which can only be read.
        """
        with self.writing():
            self.replica.checkpoint()

    def close(self) -> None:
        """Leave the home, and let the TinyDB file hold everything; raises as `checkpoint`."""
        if self.is_behind():
            self.checkpoint()

    def is_behind(self, most_unsaved: int = 0) -> bool:
        """Return whether the TinyDB file lacks more than so many operations, and may be written."""
        return self.replica.unsaved.count > most_unsaved and not self.replica.is_read_only

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the home, with all that others had written to it.

        That there was something is told by the next act that is done, or by `catch_up`: an act that
        is refused tells nothing.
        """
        self.replica.require_writable()
        with exclusive(self.home.lock, self.patience):
            self._untold |= self.replica.read_logs()
            is_erasing = self.replica.erased.are_any
            for reading in self.replica.oddities.take():
                # That a log is another one is no news where it was rewritten to erase.
                known = reading._replace(restarted=False) if is_erasing else reading
                self._reports.extend(told(self.home, known))
            if trouble := self.replica.look_at_file():
                from habits.store.mending import mend  # noqa: PLC0415 - hardly anybody needs it

                done = mend(self.replica, trouble)
                self._untold |= bool(done)
                self._reports.extend(done)
            self.replica.require_writable()
            if is_erasing:
                from habits.store import erasing  # noqa: PLC0415 - as above

                self._reports.extend(erasing.go_on(self.replica))
            elif self.replica.unsaved.tells_of_people:
                # Where it cannot be written that stops nothing: the next act tries again.
                with suppress(StoreError):
                    self.replica.checkpoint()
            self._untold |= is_erasing
            yield

    def _tell_foreign(self) -> bool:
        """Return whether something of others came in that was not told yet."""
        foreign, self._untold = self._untold, False
        return foreign

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
            draft = Draft(self.replica.state, ops)
            meaning = read(Commit(draft.written, draft.inverse, self._untold))
            self.replica.write(draft, purpose)
        self._untold = False
        return meaning
