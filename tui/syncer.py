"""The syncer: lets a home be synced behind the app, and says how that stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import StoreError
from habits.service.behind import sync_mark, written_here
from habits.service.sync_standing import SyncStatus
from habits.service.syncing import sync_status
from habits.sync.troubles import Trouble
from tui.apart import Apart
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.service import Workspace

SOON: Final = 10.0
"""Seconds after the last edit, and after the machine has slept, until what is new is sent."""

OFTEN: Final = 600.0
"""Seconds from one syncing to the next where nothing is done here."""

LEAVING: Final = 2.7
"""Seconds that leaving the app waits for what is to be sent; to end it takes a moment more."""

WONDERING: Final = 0.5
"""Seconds after which one wonders why the app does not end."""

_SLEPT: Final = 60.0
"""Seconds by which the time of day runs ahead of the time that passed, where a machine slept."""

BUSY: Final = 75
"""What a syncing ends with where another process syncs the home."""

_NONE: Final = -1
"""How much of the own log was sent, where that is not known."""

_UNFORESEEN: Final = (
    "Syncing broke off for a reason that was not foreseen. Your changes are safe here; "
    "'rapport sync' in a shell says more."
)


class News(NamedTuple):
    """What there is to tell of a syncing.

    Attributes:
        words: It in a line.
        is_well: Whether all went well; what is told otherwise names places and machines.
    """

    words: str
    is_well: bool


def is_grave(status: SyncStatus) -> bool:
    """Return whether something is the matter that one has to see to."""
    return status.trouble is not None and status.trouble.is_grave


def tone_of(status: SyncStatus) -> Tone:
    """Return how the words of a status look."""
    if status.trouble is None or status.trouble is Trouble.OFFLINE:
        return Tone.QUIET
    return Tone.GRAVE if status.trouble.is_grave else Tone.ATTENTION


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
        self._wrong = ""

    def look(self) -> News | None:
        """Begin what is due, take in what has ended, and return what there is to tell of it."""
        now = time.monotonic()
        if self._has_slept(now):
            self._due = min(self._due, now + SOON)
        if (written := written_here(self._workspace)) != self._written:
            self._written = written
            self._due = now + SOON
        news = self._take_in(now)
        if self._apart is None and now >= self._due and sync_mark(self._workspace):
            try:
                self._begin()
            except StoreError as error:
                return self._go_wrong(str(error))
        return news

    def ask(self) -> None:
        """Sync at once, and tell what came of it."""
        if self._apart is None:
            self._begin()
        self._is_asked = True

    def aside(self) -> tuple[str, Tone]:
        """Return how the syncing stands, in a few words, and how they look."""
        status = self.status()
        if status.remote is None:
            return "", Tone.QUIET
        if self._is_asked:
            return "syncing", Tone.QUIET
        if self._wrong and not status.trouble:
            return "sync: not done", Tone.GRAVE
        return status.words, tone_of(status)

    def status(self) -> SyncStatus:
        """Return how the syncing stands."""
        minute = int(self._time_of_day() // 60)
        mark = sync_mark(self._workspace), self._written, minute
        if self._read is None or self._read[0] != mark:
            try:
                status = sync_status(self._workspace)
            except StoreError as error:
                trouble = Trouble.DISK
                status = SyncStatus("", f"sync: {trouble}", 0, trouble, str(error))
            self._read = mark, status
        return self._read[1]

    def leave(self, told: Callable[[], None]) -> None:
        """Send what is to be sent, for a while; what is not sent by then is sent the next time.

        Args:
            told: Called where that takes so long that one wonders.
        """
        until = time.monotonic() + LEAVING
        self._written = written_here(self._workspace)
        if not self._ended(until, told):
            return
        if self._written != self._sent and sync_mark(self._workspace):
            self._begin()
            self._ended(until, told)

    def _ended(self, until: float, told: Callable[[], None]) -> bool:
        """Wait for the end of a syncing that goes on, and return whether it came by itself."""
        apart, self._apart = self._apart, None
        if apart is None:
            return True
        try:
            if not (has_ended := apart.wait(min(WONDERING, until - time.monotonic()))):
                told()
                has_ended = apart.wait(until - time.monotonic())
            return has_ended
        finally:
            if apart.code is None:
                apart.end()
            apart.told()

    def _begin(self) -> None:
        self._sent = self._written
        self._due = time.monotonic() + OFTEN
        self._apart = Apart(self._workspace)

    def _take_in(self, now: float) -> News | None:
        """Return what is to be told of a syncing that has ended, if one has."""
        if self._apart is None or (code := self._apart.code) is None:
            return None
        apart, self._apart = self._apart, None
        lines = apart.told()
        if code == BUSY:
            self._due, self._sent = min(self._due, now + SOON), _NONE
            return None
        status = self.status()
        said = next(iter(lines), _UNFORESEEN)
        is_new = bool(code) and status.trouble is None
        news = self._go_wrong(status.told if is_grave(status) else said if is_new else "")
        is_asked, self._is_asked = self._is_asked, False
        return News(said, is_well=not code and len(lines) == 1) if is_asked else news

    def _go_wrong(self, words: str) -> News | None:
        """Remember what is wrong, if anything is, and return it where that is news."""
        before, self._wrong = self._wrong, words
        return News(words, is_well=False) if words not in {"", before} else None

    def _has_slept(self, now: float) -> bool:
        """Return whether the machine slept since the last look."""
        passed, self._looked_at = now - self._looked_at, now
        before, self._day_time = self._day_time, self._time_of_day()
        return self._day_time - before - passed > _SLEPT

    def _time_of_day(self) -> float:
        return self._workspace.clock.now().instant.timestamp()
