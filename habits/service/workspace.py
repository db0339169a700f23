"""An open home, and the clock it is used by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits.defaults import defaults
from habits.store import Store

if TYPE_CHECKING:
    from datetime import date

    from habits.clock import Clock
    from habits.store.home import Home


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open home and the clock it is used by."""

    store: Store
    clock: Clock

    @property
    def today(self) -> date:
        """The local today."""
        return self.clock.now().day()


def open_workspace(home: Home, clock: Clock) -> Workspace:
    """Open a home; an empty one gets the eight practices and their flagship habits.

    Raises:
        StoreError: It cannot be made, read or written.
        NewerFormatError: A newer version wrote it.
    """
    store = Store(home)
    store.put_defaults(defaults(clock.now()))
    return Workspace(store, clock)
