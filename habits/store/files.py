"""Files: folders and contents that are private, whole and durable."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from habits.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def make_private_folder(path: Path) -> None:
    """Make a folder and its missing parents, for the user alone; an existing one stays as it is.

    Raises:
        OSError: It cannot be made, or something else is in its place.
    """
    if path.is_dir():
        return
    if not path.parent.is_dir():
        make_private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def replace_durably(path: Path, content: bytes) -> None:
    """Put new content in a file's place, at once and to stay, readable by the user alone.

    The content is complete on the disk before it takes the name, so a crash at any moment leaves
    the old content or the new.

    Raises:
        OSError: It cannot be written; the old content is still in place, and nothing beside it.
    """
    temporary = path.with_name(f"{path.name}.tmp")
    # What a crash has left there, or somebody has put there, may be another name of another file.
    temporary.unlink(missing_ok=True)
    try:
        _write_anew(temporary, content)
        temporary.replace(path)
    except BaseException:
        # What was to be erased may be named in it.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write_anew(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, 0o600)
    try:
        os.fchmod(descriptor, 0o600)
        _write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Tell in words what cannot be read.

    Args:
        path: What is named where the error names no file.

    Raises:
        StoreError: Something could not be.
    """
    try:
        yield
    except OSError as error:
        message = f"{error.filename or path} cannot be read: {error.strerror}."
        raise StoreError(message) from error


def append_private(path: Path, content: bytes) -> None:
    """Append to a file that the user alone can read, durably.

    Raises:
        OSError: It cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, 0o600)
    try:
        _write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
