"""Papers: files for others to read, written wherever the user wants them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from habits.errors import RefusedError, StoreError
from habits.store.files import make_private_folder, replace_durably

if TYPE_CHECKING:
    from pathlib import Path


def require_free(
    path: Path,
    *,
    force: bool = False,
    advice: str = "Name another file, or replace it with --force.",
) -> None:
    """Check that a file may be written.

    Args:
        path: The file.
        force: Whether one that is there already is replaced.
        advice: What to do where there is one, as a sentence.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
    """
    # `Path.is_dir` raises where a name is too long; that is told when it is written.
    if os.path.isdir(path):  # noqa: PTH112 - as above
        message = f"{path} is a folder. Name a file in it."
        raise RefusedError(message)
    if os.path.lexists(path) and not force:
        message = f"{path} is there already. {advice}"
        raise RefusedError(message)


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a paper that the user alone can read.

    Args:
        path: The file.
        text: What it is to hold.
        force: Whether one that is there already is replaced.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    require_free(path, force=force)
    try:
        make_private_folder(path.absolute().parent)
        replace_durably(path, text.encode())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "This is no name of a file"
        message = f"{path} cannot be written: {reason}. Nothing was written."
        raise StoreError(message) from error
