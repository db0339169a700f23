"""An open home, and the clock it is used by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.clock import FixedClock
from habits.errors import StoreError
from habits.practices import PRACTICES
from habits.record import dataclass
from habits.service.board import Board
from habits.store import Store, brief, codec, kept
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


MOST_UNSAVED: Final = 100
"""How many operations the TinyDB file may lack when a command ends, or the app rests: to make it
anew takes time, and so does reading what it lacks, with each command."""


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


def look(home: Home, clock: Clock) -> Workspace:
    """Open a home to look at it alone: nothing is made, mended or written.

    Raises:
        StoreError: It cannot be read as it is, or nothing was set up in it yet.
    """
    said = kept.read(home)
    store = Store(home, brief=brief.read(said), is_looked_at=True)
    if len(store.table(codec.PRACTICES)) < len(PRACTICES):
        message = f"There is nothing in {home.path} yet. 'rapport' opens the app."
        raise StoreError(message)
    ledger = Ledger(store)
    return Workspace(store, ledger, Board(store, ledger, said), clock)


def open_workspace(
    home: Home, clock: Clock, device: str | None = None, *, is_quick: bool = False
) -> Workspace:
    """Open a home; an empty one gets the eight practices and their flagship habits.

    Args:
        home: The home.
        clock: What tells the time in it.
        device: By which name this machine writes to it; None for its own.
        is_quick: Whether what was kept of its entries is enough; they are read when it is not.

    Raises:
        StoreError: It cannot be made, read or written.
        NewerFormatError: A newer version wrote it.
    """
    said = kept.read(home) if is_quick else None
    store = Store(home, device, brief.read(said) if said else None)
    ledger = Ledger(store)
    if len(store.table(codec.PRACTICES)) < len(PRACTICES):
        # Imported on need: a home is new only once.
        from habits.defaults import defaults  # noqa: PLC0415
        from habits.store.defaults import put_defaults  # noqa: PLC0415

        now = clock.now()
        put_defaults(store, defaults(now, now.day(ledger.settings().rollover_hour)))
    return Workspace(store, ledger, Board(store, ledger, said), clock)
