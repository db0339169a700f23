"""The home: the folder that holds a user's data, and how it is found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from habits.errors import RefusedError, StoreError
from habits.folders import folder_of
from habits.store.files import make_private_folder
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping


class Home:
    """The folder that holds a user's data.

    Attributes:
        path: The folder.
        data: The TinyDB file in it.
        previous: The TinyDB file before that.
        ops: The folder of the logs.
        backups: The folder of older TinyDB files.
        exports: The folder of what was written out to be read elsewhere.
        erasing: What is being erased, while that goes on.
        today: What Today needs of all entries, kept to spare reading them.
        lock: The file that writers lock.
        sync: The folder of what syncing knows, and of what it sealed.
        sync_state: What is known of a home that syncs; others have no such file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path / "rapport.json"
        self.previous = path / "rapport.json.bak"
        self.ops = path / "ops"
        self.backups = path / "backups"
        self.exports = path / "exports"
        self.erasing = path / "erasing.json"
        self.today = path / "today.json"
        self.lock = path / "rapport.lock"
        self.sync = path / "sync"
        self.sync_state = self.sync / "state.json"

    def make(self) -> None:
        """Make the folder if it is not there, for the user alone.

        Raises:
            StoreError: It cannot be made, or a folder in it is a link to somewhere else.
        """
        for folder in (self.ops, self.backups, self.exports, self.sync):
            if os.path.islink(folder):  # noqa: PTH114 - no error where the path is none
                message = (
                    f"{folder} is a link to another folder, where others might read what is "
                    "written. Put the folder itself in its place, or name another home with --home."
                )
                raise StoreError(message)
        try:
            make_private_folder(self.path)
        except OSError as error:
            message = (
                f"The home {quoted(str(self.path), 80)} cannot be made: {error.strerror}. "
                "Name another folder with --home."
            )
            raise StoreError(message) from error


def find_home(option: str | None, environment: Mapping[str, str]) -> Home:
    """Return the home that was named, else the one in the platform's folder for user data.

    Args:
        option: What `--home` said, None where it said nothing.
        environment: The environment; `RAPPORT_HOME` names a home.

    Raises:
        RefusedError: A home was named, but with an empty or impossible path.
    """
    name, source = option, "--home"
    if name is None:
        name, source = environment.get("RAPPORT_HOME"), "RAPPORT_HOME"
    if name is None:
        return Home(folder_of("data"))
    if not name.strip():
        message = f"{source} is empty. Name a folder, or leave it out to use the usual one."
        raise RefusedError(message)
    if "\0" in name:
        message = f"{source} {quoted(name)} cannot be a folder's name. Name another one."
        raise RefusedError(message)
    try:
        return Home(Path(name).expanduser().absolute())
    except RuntimeError:
        message = f"{source} {quoted(name)} names a user who has no home. Write the path in full."
        raise RefusedError(message) from None
