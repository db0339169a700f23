"""The folder transport: segments in a folder that Syncthing, Dropbox or iCloud carries.

Each device writes files of its own alone, and never changes one; so there is nothing that a syncer
could have two versions of. A copy of a segment under another name, as a syncer makes where it sees
a conflict all the same, counts as the segment if the bytes are right.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from habits.errors import OfflineError, SignInError
from habits.store.files import replace_durably, sync_folder
from habits.sync.transport import DEVICE_FORM, NAME_FORM, is_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path


class FolderTransport:
    """A folder that all machines of a user have."""

    def __init__(self, path: Path, *, may_make: bool = False) -> None:
        """Take a folder, which need not be there yet.

        Args:
            path: It.
            may_make: Whether to make it where the one around it is there.
        """
        self._path = path
        self._may_make = may_make

    def describe(self) -> str:
        """Return where this is, as the user named it."""
        return f"dir:{self._path}"

    def names(self) -> Mapping[str, frozenset[str]]:
        """Return the names of all segments by device; as `Transport.names`."""
        with self._reached():
            if self._may_make and self._path.parent.is_dir():
                with suppress(FileExistsError):
                    self._path.mkdir()
            shelves = [
                entry.name
                for entry in os.scandir(self._path)
                if entry.is_dir(follow_symlinks=False) and DEVICE_FORM.fullmatch(entry.name)
            ]
            return {shelf: frozenset(names) for shelf in shelves if (names := self._copies(shelf))}

    def fetch(self, device: str, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield segments of a device with their bytes; as `Transport.fetch`."""
        with self._reached():
            copies = self._copies(device)
        for name in sorted(names):
            with self._reached():
                contents = [
                    each for path in copies.get(name, ()) if (each := _read(path)) is not None
                ]
            if contents:
                whole = (content for content in contents if is_whole(name, content))
                yield name, next(whole, contents[0])

    def publish(self, device: str, add: Mapping[str, bytes], drop: Collection[str]) -> None:
        """Put segments on a device's shelf, then take others away; as `Transport.publish`."""
        shelf = self._path / device
        with self._reached():
            if add and not shelf.is_dir():
                shelf.mkdir(mode=0o700)
                sync_folder(self._path)
            for name, sealed in sorted(add.items()):
                replace_durably(shelf / name, sealed)
            copies = self._copies(device)
            for name in drop:
                for path in copies.get(name, ()):
                    path.unlink(missing_ok=True)
            if drop and shelf.is_dir():
                sync_folder(shelf)

    def forget(self, device: str) -> None:
        """Take a device's whole shelf away, if there is one."""
        with self._reached():
            if (self._path / device).is_dir():
                shutil.rmtree(self._path / device)
                sync_folder(self._path)

    def _copies(self, device: str) -> dict[str, list[Path]]:
        """Return the files of a shelf by the segment that each seems to be, that itself first."""
        copies: dict[str, list[Path]] = {}
        try:
            files = sorted(os.listdir(self._path / device))  # noqa: PTH208 - names are enough
        except FileNotFoundError:
            return {}
        for file in files:
            found = NAME_FORM.match(f"{file[:25]}.seg")
            if found and file.endswith(".seg"):
                place = copies.setdefault(found[0], [])
                place.insert(0 if file == found[0] else len(place), self._path / device / file)
        return copies

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Tell in words why the folder cannot be read or written."""
        try:
            yield
        except PermissionError as error:
            message = (
                f"{error.filename or self._path} may not be read or written by you. Your changes "
                "are safe here; see whose folder it is, then sync again."
            )
            raise SignInError(message) from error
        except OSError as error:
            message = (
                f"{error.filename or self._path} cannot be reached: {error.strerror}. Your changes "
                "are safe here; see that the folder is there, then sync again."
            )
            raise OfflineError(message) from error


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
