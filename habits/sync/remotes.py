"""Remotes: the places that a user can name, and what carries segments there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.text import quoted

if TYPE_CHECKING:
    from habits.store.home import Home
    from habits.sync.transport import Transport

_FOLDER: Final = "dir:"
_FILE: Final = "file://"
_URL: Final = re.compile(r"(?:https?|ssh|git)://(?P<user>[^/@]*@)?[^/@-][^/@]*/.+", re.ASCII)
_SSH: Final = re.compile(r"(?:[\w.+][\w.+-]*@)?[\w.][\w.-]*:(?!:|//).+", re.ASCII)
_UNSAYABLE: Final = re.compile(r"[\x00-\x1f\x7f]")
_LOCAL: Final = ("/", "./", "../", "~")


def transport_to(
    remote: str, home: Home, *, may_ask: bool = False, may_make: bool = False
) -> Transport:
    """Return what carries segments to a place, which is not looked at yet.

    Args:
        remote: The place, as the user names it: `dir:` and a folder, or a git repository in one of
            git's own ways: `box:rapport.git`, `git@host:me/rapport.git`, a URL, a path.
        home: The home that syncs.
        may_ask: Whether git and ssh may ask the user to sign in.
        may_make: Whether a folder is made where only the one around it is there.

    Raises:
        RefusedError: It is no such place.
    """
    if _UNSAYABLE.search(remote):
        raise _no_place(remote)
    if remote.startswith(_FOLDER) and remote != _FOLDER:
        from habits.sync.folder import FolderTransport  # noqa: PLC0415 - only what is used

        return FolderTransport(_folder(remote.removeprefix(_FOLDER), home), may_make=may_make)
    from habits.sync.git import GitTransport  # noqa: PLC0415 - as above

    return GitTransport(_repository(remote), home.sync / "git", may_ask=may_ask)


def _repository(remote: str) -> str:
    """Return a git repository as git is told of it."""
    url = _URL.fullmatch(remote)
    if url and ":" in (url["user"] or ""):
        message = (
            f"The address {quoted(remote.replace(url['user'], ''))} has a password in it. Leave it "
            "out: git asks for it, and keeps it where 'git config credential.helper' says."
        )
        raise RefusedError(message)
    if url or _SSH.fullmatch(remote):
        return remote
    if remote.startswith(_FILE):
        return remote
    if remote.startswith(_LOCAL):
        return str(_path(remote))
    raise _no_place(remote)


def _folder(name: str, home: Home) -> Path:
    path = _path(name)
    if path.resolve().is_relative_to(home.path.resolve()):
        message = (
            f"{path} lies within the folder of your data. Name a folder outside of it, one that a "
            "syncer carries."
        )
        raise RefusedError(message)
    return path


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:
        raise _no_place(name) from None


def _no_place(remote: str) -> RefusedError:
    message = (
        f"{quoted(remote)} is no place to sync to. Name a folder, dir:~/Dropbox/rapport, or a git "
        "repository, box:rapport.git or git@host:me/rapport.git."
    )
    return RefusedError(message)
