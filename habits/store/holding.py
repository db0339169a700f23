"""Holding a home: it is opened, kept whole, and locked while it is written to."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from habits.errors import NewerFormatError, StoreError
from habits.store.lock import PATIENCE, exclusive
from habits.store.oddities import told
from habits.store.replica import Replica

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.store.brief import Brief
    from habits.store.home import Home


class Holding:
    """A home that is held open.

    Attributes:
        home: The folder.
        replica: What it holds, in memory; only what belongs to the store looks at it.
        patience: How many seconds an act waits for another process that writes.
        has_acted: Whether anything was done through it that stays, an erasing too.
    """

    def __init__(
        self,
        home: Home,
        device: str | None = None,
        brief: Brief | None = None,
        *,
        is_looked_at: bool = False,
    ) -> None:
        """Open a home, and make it where it is not there.

        Args:
            home: The folder.
            device: By which name this machine writes to it; None for its own.
            brief: What is known of its TinyDB file; where that holds, the file is only read when an
                entry of it is asked for.
            is_looked_at: Whether nothing in the home may be made, mended or written.

        Raises:
            StoreError: It cannot be made or read, or nothing in it can be understood.
        """
        if not is_looked_at:
            home.make()
        self._is_looked_at = is_looked_at
        self.home = home
        self.patience = PATIENCE
        self.has_acted = False
        self._reports: list[str] = []
        self._untold = False
        self._is_locked = False
        self.replica = Replica(home, device)
        if brief is None or not self.replica.load_brief(brief):
            self.replica = Replica(home, device)
            self._load()
        if self.replica.is_read_only:
            self._reports.append(self._newer)

    def _load(self) -> None:
        """Take in the whole home, and mend it where that is needed.

        An odd line of a log is left out in any case, and need not be told by who only looks.
        """
        replica = self.replica
        is_hurt = replica.load() or replica.lacks_logs or replica.erased.are_any
        if is_hurt or (replica.oddities.are_any and not self._is_looked_at):
            self._require_to_write()
            self._mend_first()
        elif self.replica.unsaved.tells_of_people and not self._is_looked_at:
            with suppress(StoreError), self.writing():
                pass

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
    def is_brief(self) -> bool:
        """Whether the entries of the TinyDB file were not read."""
        return self.replica.is_brief

    @property
    def device(self) -> str:
        """By which name this machine writes to the home."""
        return self.replica.device

    def take_reports(self) -> list[str]:
        """Return what was found damaged or changed since this was asked last, and what was done."""
        reports, self._reports = self._reports, []
        return reports

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

    def read_whole(self) -> None:
        """Read the entries of the TinyDB file too, where that was not done yet.

        Raises:
            StoreError: They cannot be read.
        """
        if not self.replica.is_brief:
            return
        if self._is_locked:
            self.replica.load()
            self._settle()
        else:
            self._load()

    def checkpoint(self) -> None:
        """Make the TinyDB file hold everything.

        Raises:
            StoreError: It could not be written; everything is in the logs as before.
            NewerFormatError: A newer version wrote the home, which can only be read.
        """
        with self.writing():
            self.read_whole()
            self.replica.checkpoint()

    def close(self) -> None:
        """Leave the home, and let the TinyDB file hold everything; raises as `checkpoint`."""
        if self.is_behind():
            self.checkpoint()

    def is_behind(self, most_unsaved: int = 0) -> bool:
        """Return whether the TinyDB file lacks more than so many operations, and may be written."""
        return self.replica.unsaved.count > most_unsaved and not self.replica.is_read_only

    @property
    def _newer(self) -> str:
        """Why the home can only be read, in words."""
        return (
            f"{self.home.data} was written by a newer rapport. It can be read but not changed; "
            "upgrade rapport to write to it."
        )

    def require_writable(self) -> None:
        """Check that this version may write the home.

        Raises:
            NewerFormatError: A newer one wrote it.
        """
        if self.replica.is_read_only:
            raise NewerFormatError(self._newer)

    def _require_to_write(self) -> None:
        if self._is_looked_at:
            message = f"{self.home.path} wants something done to it. 'rapport doctor' does it."
            raise StoreError(message)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the home, with all that others had written to it.

        That there was something is told by the next act that is done, or by `catch_up`: an act that
        is refused tells nothing.
        """
        self.require_writable()
        self._require_to_write()
        with exclusive(self.home.lock, self.patience):
            self._is_locked = True
            try:
                self._settle()
                yield
            finally:
                self._is_locked = False

    def _settle(self) -> None:
        """Take in what others wrote, and mend what is not whole; the lock is held."""
        self._untold |= self.replica.read_logs()
        trouble = self.replica.look_at_file()
        replica = self.replica
        is_lacking = trouble or replica.erased.are_any or replica.unsaved.tells_of_people
        if replica.is_brief and is_lacking:
            trouble = self.replica.load()
        is_erasing = self.replica.erased.are_any
        for reading in self.replica.oddities.take():
            # That a log is another one is no news where it was rewritten to erase.
            known = reading._replace(restarted=False) if is_erasing else reading
            self._reports.extend(told(self.home, known))
        if trouble:
            from habits.store.mending import mend  # noqa: PLC0415 - hardly anybody needs it

            done = mend(self.replica, trouble)
            self._untold |= bool(done)
            self._reports.extend(done)
            # One that is made of the logs knows what is erased, which they tell of all the same.
            self.replica.erased.are_told_of |= self.replica.erased.were_known
        self.require_writable()
        if is_erasing:
            from habits.store import erasing  # noqa: PLC0415 - as above

            self._reports.extend(erasing.go_on(self.replica))
        elif self.replica.unsaved.tells_of_people:
            # Where it cannot be written that stops nothing: the next act tries again.
            with suppress(StoreError):
                self.replica.checkpoint()
        self._untold |= is_erasing

    def _tell_foreign(self) -> bool:
        """Return whether something of others came in that was not told yet."""
        foreign, self._untold = self._untold, False
        return foreign
