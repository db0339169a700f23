"""The syncer: lets a home be synced behind the app, and says how that stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from habits.service.behind import sync_mark, written_here
from habits.service.syncing import sync_status
from tui.apart import Apart
from tui.row_text import Tone

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.service.sync_standing import SyncStatus

SOON: Final = 10.0
"""Seconds after the last edit, and after the machine has slept, until what is new is sent."""

OFTEN: Final = 600.0
"""Seconds from one syncing to the next where nothing is done here."""

LEAVING: Final = 3.0
"""Seconds that leaving the app waits for what is to be sent."""

_SLEPT: Final = 60.0
"""Seconds by which the time of day runs ahead of the time that passed, where a machine slept."""

BUSY: Final = 75
"""What a syncing ends with where another process syncs the home."""

_UNFORESEEN: Final = (
    "Syncing broke off for a reason that was not foreseen. Your changes are safe here; "
    "'rapport sync' in a shell says more."
)


def is_grave(status: SyncStatus) -> bool:
    """Return whether something is the matter that one has to see to."""
    return status.trouble is not None and status.trouble.is_grave


class Syncer:
    """Syncs a home again and again: at first, soon after each edit, and every ten minutes.

    Args:
        workspace: The home.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._apart: Apart | None = None
        self._is_asked = False
        self._due = self._looked_at = time.monotonic()
        self._day_time = self._time_of_day()
        self._written = self._sent = written_here(workspace)
        self._read: tuple[object, SyncStatus] | None = None
        self._grave = ""

    def look(self) -> str:
        """Begin what is due, take in what has ended, and return what there is to tell of it."""
        now = time.monotonic()
        if self._has_slept(now):
            self._due = min(self._due, now + SOON)
        if (written := written_here(self._workspace)) != self._written:
            self._written = written
            self._due = now + SOON
        told = self._take_in(now)
        if self._apart is None and now >= self._due and sync_mark(self._workspace):
            self._begin()
        return told

    def ask(self) -> None:
        """Sync at once, and tell what came of it."""
        self._is_asked = True
        if self._apart is None:
            self._begin()

    def aside(self) -> tuple[str, Tone]:
        """Return how the syncing stands, in a few words, and how they look.

        Raises:
            StoreError: What is known of it cannot be read.
        """
        status = self.status()
        if status.remote is None:
            return "", Tone.QUIET
        words = "syncing" if self._is_asked else status.words
        return words, Tone.GRAVE if is_grave(status) else Tone.QUIET

    @property
    def is_grave(self) -> bool:
        """Whether the last syncing met something that one has to see to."""
        return bool(self._grave)

    def status(self) -> SyncStatus:
        """Return how the syncing stands.

        Raises:
            StoreError: What is known of it cannot be read.
        """
        minute = int(self._time_of_day() // 60)
        mark = sync_mark(self._workspace), self._written, minute
        if self._read is None or self._read[0] != mark:
            self._read = mark, sync_status(self._workspace)
        return self._read[1]

    def leave(self) -> bool:
        """Send what is to be sent, for a while, and return whether nothing is left to wait for."""
        until = time.monotonic() + LEAVING
        self._written = written_here(self._workspace)
        if self._apart is not None and not self._wait(until):
            return False
        if self._written == self._sent or not sync_mark(self._workspace):
            return True
        self._begin()
        return self._wait(until)

    def _wait(self, until: float) -> bool:
        apart, self._apart = self._apart, None
        if apart is None or apart.wait(until - time.monotonic()):
            return True
        apart.end()
        return False

    def _begin(self) -> None:
        self._sent = self._written
        self._due = time.monotonic() + OFTEN
        self._apart = Apart(self._workspace)

    def _take_in(self, now: float) -> str:
        """Return what is to be told of a syncing that has ended, if one has."""
        if self._apart is None or (code := self._apart.code) is None:
            return ""
        apart, self._apart = self._apart, None
        lines = apart.told()
        if code == BUSY:
            self._due = min(self._due, now + SOON)
            return ""
        status = self.status()
        before, self._grave = self._grave, status.told if is_grave(status) else ""
        is_asked, self._is_asked = self._is_asked, False
        if is_asked:
            return next(iter(lines), _UNFORESEEN)
        return self._grave if self._grave != before else ""

    def _has_slept(self, now: float) -> bool:
        """Return whether the machine slept since the last look."""
        passed, self._looked_at = now - self._looked_at, now
        before, self._day_time = self._day_time, self._time_of_day()
        return self._day_time - before - passed > _SLEPT

    def _time_of_day(self) -> float:
        return self._workspace.clock.now().instant.timestamp()
