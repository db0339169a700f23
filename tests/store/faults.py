"""Faults of a disk, injected at the steps of a write and of a read."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOGGING: Final = ("open", "write", "sync")
"""The steps in which an act is made durable."""

SNAPSHOT: Final = ("open", "chmod", "write", "sync", "replace")
"""The steps in which the TinyDB file is made anew."""


def is_folder(descriptor: int) -> bool:
    """Return whether a descriptor is one of a folder."""
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


def _is_file(descriptor: int, *_: object) -> bool:
    return not is_folder(descriptor)


def _is_new(path: object, flags: int = 0, *_: object) -> bool:
    return bool(flags & os.O_CREAT) and not str(path).endswith(".lock")


def _is_lock(path: object, *_: object) -> bool:
    return str(path).endswith(".lock")


def _is_data(path: object, *_: object) -> bool:
    return str(path).endswith("rapport.json")


_CALLS: Final[dict[str, tuple[tuple[str, ...], Callable[..., bool]]]] = {
    "open": (("open",), _is_new),
    "chmod": (("fchmod",), lambda *_: True),
    "write": (("write",), _is_file),
    "sync": (("fsync", "fdatasync"), _is_file),
    "replace": (("replace",), lambda *_: True),
    "folder": (("fsync",), is_folder),
    "look": (("stat",), _is_data),
    "mkdir": (("mkdir",), lambda *_: True),
    "lock": (("open",), _is_lock),
    "truncate": (("ftruncate",), lambda *_: True),
}


@contextmanager
def broken_disk(*steps: str, error: int) -> Iterator[None]:
    """Let steps fail with an error of the system whenever they are taken for a file of ours.

    A write that fails has written half.
    """
    with pytest.MonkeyPatch.context() as patch:
        for step in steps:
            names, is_meant = _CALLS[step]
            for name in names:
                patch.setattr(os, name, failing(getattr(os, name), is_meant, error))
        yield


def failing(
    act: Callable[..., Any], is_meant: Callable[..., bool], error: int
) -> Callable[..., Any]:
    """Return a call that fails where it is meant."""
    half_first = act.__name__ == "write"

    def act_or_fail(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
        if not is_meant(*args):
            return act(*args, **kwargs)
        if half_first:
            act(args[0], args[1][: len(args[1]) // 2])
        raise OSError(error, os.strerror(error))

    return act_or_fail
