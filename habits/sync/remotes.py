"""Remotes: the places that a user can name, and what carries segments there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.text import quoted

if TYPE_CHECKING:
    from habits.sync.transport import Transport

_FOLDER: Final = "dir:"
_GIT: Final = ("git://", "http://", "https://", "ssh://")


def transport_to(remote: str) -> Transport:
    """Return what carries segments to a place, which is not looked at yet.

    Args:
        remote: The place, as the user names it: `dir:` and a folder.

    Raises:
        RefusedError: It is no such place.
    """
    if remote.startswith(_FOLDER) and remote != _FOLDER and "\0" not in remote:
        from habits.sync.folder import FolderTransport  # noqa: PLC0415 - only what is used

        return FolderTransport(Path(remote.removeprefix(_FOLDER)).expanduser().absolute())
    if "@" in remote or remote.startswith(_GIT) or remote.endswith(".git"):
        message = (
            f"{quoted(remote)} is a git remote; rapport syncs over a folder for now. "
            "Name one that a syncer carries: dir:~/Dropbox/rapport."
        )
        raise RefusedError(message)
    message = f"{quoted(remote)} is no place to sync to. Name a folder: dir:~/Dropbox/rapport."
    raise RefusedError(message)
