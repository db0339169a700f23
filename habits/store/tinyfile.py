"""The TinyDB file: read whole, checked, and replaced whole."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from habits.errors import StoreError
from habits.store.files import replace_durably

if TYPE_CHECKING:
    from typing import NoReturn

Signature = tuple[int, int, int]
_Tables = dict[str, dict[str, dict[str, Any]]]


class TinyFile(Storage):
    """A TinyDB storage that never shows half a write and never overwrites what it cannot read."""

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self._path = Path(path)

    def signature(self) -> Signature | None:
        """Return what tells this content from another, None where there is no file.

        Every write makes a new inode.

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

    def read(self) -> _Tables | None:
        """Return the tables of the file, None where there is no file.

        Raises:
            StoreError: It cannot be read, or is no TinyDB file; a copy of it is kept then.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._refuse("cannot be read", error)
        try:
            tables = json.loads(content)
        except (ValueError, RecursionError):
            tables = None
        if not _is_tinydb(tables):
            self._refuse_damaged(content)
        return tables  # type: ignore[no-any-return]  # _is_tinydb has looked at every part

    def write(self, data: _Tables) -> None:
        """Replace the file.

        Raises:
            StoreError: It cannot be written; the old content is still in place.
        """
        try:
            replace_durably(self._path, json.dumps(data).encode("ascii"))
        except OSError as error:
            self._refuse("cannot be written", error)

    def _refuse(self, trouble: str, error: OSError) -> NoReturn:
        message = f"{self._path} {trouble}: {error.strerror}. Nothing was stored."
        raise StoreError(message) from error

    def _refuse_damaged(self, content: bytes) -> NoReturn:
        message = (
            f"{self._path} is damaged: it is not a TinyDB file. It is left as it is"
            f"{self._kept_aside(content)}. Put a good copy in its place, then try again."
        )
        raise StoreError(message)

    def _kept_aside(self, content: bytes) -> str:
        """Keep a copy of damaged content, once, and return where, in words.

        It is named by the time at which the damaged file was written.
        """
        try:
            written = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
            name = f"{self._path.name}.corrupt-{written:%Y%m%dT%H%M%SZ}"
            candidates = chain([""], (f"-{number}" for number in count(2)))
            copies = (self._path.with_name(name + suffix) for suffix in candidates)
            copy = next(c for c in copies if not c.exists() or c.read_bytes() == content)
            if not copy.exists():
                replace_durably(copy, content)
        except OSError:
            return ""
        return f", and a copy of it is {copy.name}"


def _is_tinydb(tables: object) -> bool:
    """Return whether this is a map of tables, each a map of documents by whole numbers."""
    return isinstance(tables, dict) and all(
        isinstance(table, dict)
        and all(key.isdecimal() and isinstance(record, dict) for key, record in table.items())
        for table in tables.values()
    )
