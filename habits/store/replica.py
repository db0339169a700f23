"""The replica: a home in memory, read from its snapshot and logs, and kept up with them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from habits.errors import StoreError
from habits.store.datafile import DataFile, Signature
from habits.store.device import device_of
from habits.store.drafts import encoded
from habits.store.erased import ErasedRecords
from habits.store.files import reading
from habits.store.logs import read_new
from habits.store.merge import State
from habits.store.oddities import Oddities
from habits.store.snapshot import (
    SCHEMA,
    DamagedSnapshotError,
    ForeignSnapshotError,
    MissingSnapshotError,
    Snapshot,
    state_of,
)
from habits.store.unsaved import Unsaved
from habits.store.writer import append, own_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habits.store.brief import Brief
    from habits.store.home import Home
    from habits.store.lines import Line
    from habits.store.snapshot import Place, Trouble

_NEVER: Final = (0, 0, 0)
"""The signature of a file that was never looked at."""


class Replica:
    """What a home holds.

    Attributes:
        home: The home.
        file: Its TinyDB file.
        state: What its operations come to.
        places: How far its logs are taken in.
        saved_places: How far they are in the TinyDB file.
        unsaved: The operations that the TinyDB file lacks.
        is_read_only: Whether a newer version wrote it.
        is_brief: Whether the entries of the TinyDB file were not read.
        oddities: What was odd about the logs as they were read.
        signature: What tells the content of the TinyDB file that was read or written.
        erased: What the logs have told of erased records.
    """

    def __init__(self, home: Home, device: str | None = None) -> None:
        self.home = home
        self.file = DataFile(home)
        self.state = State()
        self.places: dict[str, Place] = {}
        self.saved_places: Mapping[str, Place] = {}
        self.unsaved = Unsaved(lambda: self.device)
        self.is_read_only = False
        self.is_brief = False
        self.oddities = Oddities(lambda: self.device)
        self.erased = ErasedRecords(self.state)
        self._is_first = True
        self._altered: dict[tuple[str, int], bytes | None] | None = {}
        self._seen: set[str] = set()
        self._device = device
        self.signature: Signature | None = _NEVER

    @cached_property
    def device(self) -> str:
        """By which name this machine writes to the home."""
        return self._device or device_of(self.home)

    def load(self) -> Trouble | None:
        """Take in the whole home, and return what is wrong with its TinyDB file.

        Raises:
            StoreError: It cannot be read.
        """
        signature = self.file.signature()
        # What was found before may have been passed over: a brief is taken without a look.
        self.signature = _NEVER
        self.is_brief = False
        self.oddities = Oddities(lambda: self.device)
        trouble: Trouble | None = None
        try:
            snapshot = self.file.read()
            self.signature = signature
        except ForeignSnapshotError as error:
            if error.schema > SCHEMA:
                self.is_read_only = True
                self.state = state_of(error.tables)
                return None
            trouble = error
        except (DamagedSnapshotError, MissingSnapshotError) as error:
            trouble = error
        if trouble is not None:
            snapshot = self.file.previous() or Snapshot()
        self._begin(snapshot)
        self.read_logs()
        if not self._is_first:
            self._altered = None
        self._is_first = False
        return trouble

    def load_brief(self, brief: Brief) -> bool:
        """Take in the home without its entries, and return whether that does.

        It does while the TinyDB file is the one that the brief was made of, and nothing is odd.

        Raises:
            StoreError: It cannot be read.
        """
        if self.file.signature() != brief.signature:
            return False
        self._begin(brief.snapshot)
        self.signature = brief.signature
        self._is_first = False
        self.is_brief = True
        self.read_logs()
        is_odd = self.oddities.are_any or self.erased.are_any or self.lacks_logs
        return self.is_brief and not (is_odd or self.unsaved.tells_of_people)

    def rebuild(self) -> None:
        """Take in the whole home from its logs alone; the lock is held.

        Raises:
            StoreError: They cannot be read.
        """
        self._begin(Snapshot())
        self.read_logs()
        self.oddities.take()
        self.erased = ErasedRecords(self.state)
        self._altered = None

    def _begin(self, snapshot: Snapshot) -> None:
        self.state, self.places = snapshot.state, dict(snapshot.places)
        self.saved_places = dict(snapshot.places)
        # An erasing that was broken off before it was logged is known by its own file alone.
        is_broken_off = self.home.erasing.exists()
        self.erased = ErasedRecords(self.state, are_told_of=is_broken_off)
        self._seen.clear()
        self.unsaved = Unsaved(lambda: self.device)

    def look_at_file(self) -> Trouble | None:
        """Return what is wrong with the TinyDB file, where it is not the one looked at before.

        Raises:
            StoreError: It cannot be read.
        """
        signature = self.file.signature()
        if signature == self.signature:
            return None
        try:
            self.file.read()
        except ForeignSnapshotError as error:
            self.is_read_only = error.schema > SCHEMA
            return None if self.is_read_only else error
        except (DamagedSnapshotError, MissingSnapshotError) as error:
            return error
        self.signature = signature
        return None

    def read_logs(self) -> bool:
        """Take in what is new in the logs, and return whether there was anything.

        Raises:
            StoreError: They cannot be read.
        """
        changed = False
        with reading(self.home.ops):
            for piece in read_new(self.home.ops, self.places, self._seen):
                if any(self.state.lacks(line.table, line.key) for line in piece.lines):
                    self.load()
                    return True
                self._seen.add(piece.name)
                self.places[piece.name] = piece.place
                changed |= bool(piece.lines)
                self.unsaved.note(piece.lines)
                self._apply(piece.lines)
                self.oddities.note(piece)
        return changed

    def append(self, lines: list[Line]) -> None:
        """Append lines to this device's log, then take them in; the lock is held.

        Raises:
            StoreError: They could not be made durable; nothing has changed.
        """
        if not lines:
            return
        name = own_segment(self.places, self.device)
        try:
            place = append(self.home.ops / name, encoded(lines))
        except OSError as error:
            message = (
                f"{self.home.ops} cannot be written: {error.strerror}. Nothing was stored; "
                "make room or see who may write there, then try again."
            )
            raise StoreError(message) from error
        self._seen.add(name)
        self.places[name] = place
        self.unsaved.note(lines)
        self._apply(lines)

    def take_altered(self) -> Mapping[tuple[str, int], bytes | None] | None:
        """Return which records differ since this was asked last, or since the TinyDB file.

        Returns:
            For each what it was, as JSON, or None if it was not there; None where all may differ.
        """
        altered, self._altered = self._altered, {}
        return altered

    def _apply(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self.erased.note(line)
            if self._altered is None:
                self.state.apply(line)
                continue
            before = self.state.live[line.table].get(line.key)
            if self.state.apply(line):
                self._altered.setdefault((line.table, line.key), before)

    @property
    def lacks_logs(self) -> bool:
        """Whether a log is gone that the TinyDB file speaks of."""
        return not all((self.home.ops / name).exists() for name in self.places)

    def checkpoint(self, *, keep: bool = True) -> None:
        """Make the TinyDB file hold all that is known; the lock is held.

        Args:
            keep: Whether the present file is whole, and becomes the one before.

        Raises:
            StoreError: It cannot be written; everything is in the logs as before.
        """
        from habits.store.backups import keep_daily  # noqa: PLC0415 - most acts need none of it

        self.file.replace(Snapshot(self.state, self.places), keep=keep)
        self.signature = self.file.signature()
        self.saved_places = dict(self.places)
        self.unsaved = Unsaved(lambda: self.device)
        keep_daily(self.home)
