"""Files that are written out: whole, private, and never over another one unless that is meant."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from habits.errors import RefusedError, StoreError
from habits.store.files import make_private_folder, replace_durably
from habits.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path


def require_free(path: Path, *, force: bool | None = None) -> None:
    """Check that a file may be written.

    Args:
        path: The file.
        force: Whether one that is there already is replaced; None where nobody can ask for that.

    Raises:
        RefusedError: There is one already, a folder is in its place, or its folder is not there.
    """
    # `Path.is_dir` raises where a name is too long; that is told when it is written.
    if os.path.isdir(path):  # noqa: PTH112 - as above
        message = f"{path} is a folder. Name a file in it."
        raise RefusedError(message)
    if os.path.lexists(path) and not force:
        way_out = "" if force is None else ", or replace it with --force"
        message = f"{path} is there already. Name another file{way_out}."
        raise RefusedError(message)
    if _is_missing(path.parent) and not _is_of_a_home(path.absolute().parent):
        message = f"There is no folder {path.parent}. Make it, or name another place."
        raise RefusedError(message)


def write_out(path: Path, content: bytes, *, force: bool | None = None) -> None:
    """Write a file that the user alone can read.

    Args:
        path: The file.
        content: What it is to hold.
        force: Whether one that is there already is replaced; None where nobody can ask for that.

    Raises:
        RefusedError: There is one already, a folder is in its place, or its folder is not there:
            only a home's own are made.
        StoreError: It cannot be written.
    """
    require_free(path, force=force)
    try:
        if _is_of_a_home(path.absolute().parent):
            make_private_folder(path.absolute().parent)
        replace_durably(path, content)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "This is no name of a file"
        message = f"{path} cannot be written: {reason}. Nothing was written."
        raise StoreError(message) from error


def _is_missing(folder: Path) -> bool:
    """Return whether no folder is in a place; of what cannot be looked at the writing tells."""
    try:
        return not stat.S_ISDIR(folder.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False


def _is_of_a_home(folder: Path) -> bool:
    """Return whether a folder is one of those that a home makes for itself."""
    home = Home(folder.parent)
    is_home = any(map(os.path.exists, (home.ops, home.data)))
    return is_home and folder in {home.backups, home.exports}
