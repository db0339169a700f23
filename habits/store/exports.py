"""Files that are written out: whole, private, and never over another one unless that is meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from habits.errors import RefusedError, StoreError
from habits.store.files import make_private_folder, replace_durably

if TYPE_CHECKING:
    from pathlib import Path


def write_out(path: Path, content: bytes, advice: str = "Name another file.") -> None:
    """Write a new file, readable by the user alone.

    Args:
        path: The file.
        content: What it is to hold.
        advice: What to do where it is there already, as a sentence.

    Raises:
        RefusedError: There is such a file already.
        StoreError: It cannot be written.
    """
    if os.path.lexists(path):
        message = f"{path} is there already. {advice}"
        raise RefusedError(message)
    write_over(path, content)


def write_over(path: Path, content: bytes) -> None:
    """Write a file, readable by the user alone, in place of what is there; else as `write_out`."""
    try:
        make_private_folder(path.absolute().parent)
        replace_durably(path, content)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}. Nothing was copied."
        raise StoreError(message) from error
