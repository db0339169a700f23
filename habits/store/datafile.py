"""The TinyDB file: read as a snapshot, replaced whole, and put aside where it is damaged."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, count
from typing import TYPE_CHECKING, NoReturn

from habits.errors import StoreError
from habits.store.files import replace_durably, sync_folder
from habits.store.logs import segments
from habits.store.snapshot import MissingSnapshotError, Snapshot, decode, encode

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home

Signature = tuple[int, int, int]
"""What tells one content of a file from another: its inode, time and size."""


class DataFile:
    """The TinyDB file of a home, and the one before it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._path = home.data

    def signature(self) -> Signature | None:
        """Return what tells this content from another, None where there is no file.

        Raises:
            StoreError: The file cannot be looked at.
        """
        try:
            status = os.stat(self._path)  # noqa: PTH116 - half the time of Path.stat
        except FileNotFoundError:
            return None
        except OSError as error:
            self._refuse("cannot be read", error)
        return status.st_ino, status.st_mtime_ns, status.st_size

    def read(self) -> Snapshot:
        """Return the snapshot that the file holds; an empty one in a new home.

        Raises:
            DamagedSnapshotError: It holds none that is whole.
            ForeignSnapshotError: Something else wrote it.
            MissingSnapshotError: There is no file, but there are logs.
            StoreError: It cannot be read.
        """
        content = self.content()
        if content is not None:
            return decode(content)
        if self._home.previous.exists() or segments(self._home.ops):
            raise MissingSnapshotError
        return Snapshot()

    def content(self) -> bytes | None:
        """Return what the file holds, None where there is none.

        Raises:
            StoreError: It cannot be read.
        """
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._refuse("cannot be read", error)

    def present(self) -> Snapshot | None:
        """Return the snapshot that the file holds, None where it holds none that is whole."""
        with suppress(Exception):
            return decode(self._path.read_bytes())
        return None

    def previous(self) -> Snapshot | None:
        """Return the snapshot before this one, None where there is none that is whole."""
        with suppress(Exception):
            return decode(self._home.previous.read_bytes())
        return None

    def replace(self, snapshot: Snapshot, *, keep: bool) -> None:
        """Put a snapshot in the file's place.

        Args:
            snapshot: The snapshot.
            keep: Whether the present file is whole, and becomes the one before.

        Raises:
            StoreError: It cannot be written; the present file is still in place.
        """
        try:
            if keep:
                self._keep_previous()
            replace_durably(self._path, encode(snapshot))
        except OSError as error:
            message = (
                f"{self._path} cannot be written: {error.strerror}. What was logged is safe in "
                f"{self._home.ops.name}; make room or see who may write there, then try again."
            )
            raise StoreError(message) from error

    def put_aside(self) -> str:
        """Give the file a name under which it is kept for ever, and return that name.

        Raises:
            StoreError: It cannot be renamed.
        """
        try:
            target = free_name(self._path)
            self._path.rename(target)
            sync_folder(self._path.parent)
        except OSError as error:
            self._refuse("is damaged and cannot be put aside", error)
        return target.name

    def _keep_previous(self) -> None:
        """Let the name of the previous file stand for the present one."""
        link = self._home.previous.with_suffix(".tmp")
        link.unlink(missing_ok=True)
        try:
            link.hardlink_to(self._path)
        except FileNotFoundError:
            return
        link.replace(self._home.previous)

    def _refuse(self, trouble: str, error: OSError) -> NoReturn:
        message = f"{self._path} {trouble}: {error.strerror}. Nothing was stored."
        raise StoreError(message) from error


def free_name(path: Path) -> Path:
    """Return a name for damaged bytes beside a file, by the time at which the file was written.

    Raises:
        OSError: The file cannot be looked at.
    """
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    name = f"{path.name}.corrupt-{written:%Y%m%dT%H%M%SZ}"
    suffixes = chain([""], (f"-{number}" for number in count(2)))
    candidates = (path.with_name(name + suffix) for suffix in suffixes)
    return next(candidate for candidate in candidates if not os.path.lexists(candidate))
