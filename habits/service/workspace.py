"""An open home, and the clock it is used by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits.clock import FixedClock
from habits.practices import PRACTICES
from habits.service.board import Board
from habits.store import Store, codec, kept
from habits.store.defaults import put_defaults
from habits.store.files import reading
from habits.store.ledger import Ledger

if TYPE_CHECKING:
    from datetime import date

    from habits.clock import Clock
    from habits.day import Moment
    from habits.practices import Eight
    from habits.settings import Settings
    from habits.standings import Standings
    from habits.store.home import Home


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open home and the clock it is used by.

    Attributes:
        store: What it holds, as documents; every act goes through it.
        ledger: What they mean.
        board: How the promises stand.
        clock: What tells the time.
    """

    store: Store
    ledger: Ledger
    board: Board
    clock: Clock

    def standings(self) -> Standings:
        """Return how the promises stand now.

        Raises:
            StoreError: A record cannot be understood.
        """
        return self.board.at(self.today)

    @property
    def settings(self) -> Settings:
        """What holds for the whole home.

        Raises:
            StoreError: They cannot be understood.
        """
        return self.ledger.settings()

    @property
    def practices(self) -> Eight:
        """The eight practices by their slugs, with what the user made of them.

        Raises:
            StoreError: A record cannot be understood.
        """
        return self.ledger.practices()

    @property
    def today(self) -> date:
        """The local today.

        Raises:
            StoreError: The hour at which a new day begins cannot be understood.
        """
        return self.day_of(self.clock.now())

    def day_of(self, moment: Moment) -> date:
        """Return the local date of a moment, as days turn in this home.

        Raises:
            StoreError: The hour at which a new day begins cannot be understood.
        """
        return moment.day(self.settings.rollover_hour)

    @property
    def is_new(self) -> bool:
        """Whether nothing was set up or logged in the home yet.

        Raises:
            StoreError: A record cannot be understood.
        """
        ledger = self.ledger
        is_used = self.settings.welcomed or ledger.people() or ledger.north_stars()
        return not (is_used or ledger.has_entries())

    def take_reports(self) -> list[str]:
        """Return what was found damaged or changed since this was asked last, and what was done."""
        return self.store.take_reports()

    def catch_up(self) -> bool:
        """Take in what other processes did, and return whether there was anything.

        Raises:
            StoreError: It cannot be read.
        """
        return self.store.catch_up()

    def close(self, most_unsaved: int = 0) -> None:
        """Leave the home, and make its TinyDB file anew where it lacks more than so much.

        Raises:
            StoreError: It could not be written; everything is in the logs as before.
        """
        is_kept = not self.board.is_worth_keeping or isinstance(self.clock, FixedClock)
        if self.store.is_behind(most_unsaved) or not is_kept:
            self.checkpoint()

    def checkpoint(self) -> None:
        """Make the TinyDB file hold everything, and keep what was reckoned of it.

        Raises:
            StoreError: It could not be written; everything is in the logs as before.
        """
        self.store.checkpoint()
        self.keep()

    def keep(self, shown: object = None) -> None:
        """Keep what was reckoned of the TinyDB file, if nothing has come since it was made.

        A clock that was set by hand leaves nothing behind that others would read.

        Args:
            shown: What a screen shows of it, as JSON, for who opens the home next.

        Raises:
            StoreError: A record cannot be understood.
        """
        is_whole = not self.store.is_behind() and not self.store.replica.is_read_only
        if is_whole and not isinstance(self.clock, FixedClock):
            self.board.keep(self.today, shown)

    def files(self) -> object:
        """Return what tells this content of the home's files from another, as JSON.

        Raises:
            StoreError: They cannot be looked at.
        """
        with reading(self.store.home.path):
            return kept.files_of(self.store.home)


def open_workspace(home: Home, clock: Clock, device: str | None = None) -> Workspace:
    """Open a home; an empty one gets the eight practices and their flagship habits.

    Args:
        home: The home.
        clock: What tells the time in it.
        device: By which name this machine writes to it; None for its own.

    Raises:
        StoreError: It cannot be made, read or written.
        NewerFormatError: A newer version wrote it.
    """
    store = Store(home, device)
    ledger = Ledger(store)
    if len(store.table(codec.PRACTICES)) < len(PRACTICES):
        # Imported on need: a home is new only once.
        from habits.defaults import defaults  # noqa: PLC0415

        now = clock.now()
        put_defaults(store, defaults(now, now.day(ledger.settings().rollover_hour)))
    return Workspace(store, ledger, Board(store, ledger), clock)


def glance(home: Home, clock: Clock) -> Workspace:
    """Open a home only to look at it: nothing in it is made or mended.

    Raises:
        StoreError: It is not there, cannot be read, or is not whole.
    """
    # Imported on need: commands that do something open it otherwise.
    from habits.store.glimpse import Glimpse  # noqa: PLC0415

    store = Glimpse(home)
    ledger = Ledger(store)
    return Workspace(store, ledger, Board(store, ledger), clock)
