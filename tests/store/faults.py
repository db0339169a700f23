"""Faults of a disk, injected at the steps of a write and of a read."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest

from habits.store import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEFORE_THE_NAME: Final = ("open", "chmod", "write", "fsync", "replace")
"""The steps of a write up to the one at which the new content takes the name."""

AFTER_THE_NAME: Final = "folder"
"""The step after it: the name is made durable."""


class _FullFile:
    """A file that takes half of what is written to it, as a full disk does."""

    def __init__(self, descriptor: int, error: int) -> None:
        self._descriptor = descriptor
        self._error = error

    def __enter__(self) -> _FullFile:  # noqa: PYI034 - there are no subclasses
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the descriptor open: it is the caller's."""

    def write(self, content: bytes) -> None:
        """Write half, then fail."""
        os.write(self._descriptor, content[: len(content) // 2])
        raise OSError(self._error, os.strerror(self._error))


def is_folder(descriptor: int) -> bool:
    """Return whether a descriptor is one of a folder."""
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


def _is_temporary(path: object, *_: object) -> bool:
    return str(path).endswith(".tmp")


def _is_data(path: object, *_: object) -> bool:
    return str(path).endswith("rapport.json")


_CALLS: Final[dict[str, tuple[str, Callable[..., bool]]]] = {
    "open": ("open", _is_temporary),
    "chmod": ("fchmod", lambda *_: True),
    "fsync": ("fsync", lambda descriptor: not is_folder(descriptor)),
    "replace": ("replace", _is_temporary),
    "folder": ("fsync", is_folder),
    "look": ("stat", _is_data),
    "mkdir": ("mkdir", lambda *_: True),
}


@contextmanager
def broken_disk(step: str, error: int) -> Iterator[None]:
    """Let a step fail with an error of the system whenever it is taken for a file of ours."""

    def full(descriptor: int, *_: object, **__: object) -> _FullFile:
        return _FullFile(descriptor, error)

    with pytest.MonkeyPatch.context() as patch:
        if step == "write":
            patch.setattr(files, "open", full, raising=False)
        else:
            name, is_meant = _CALLS[step]
            patch.setattr(os, name, _failing(getattr(os, name), is_meant, error))
        yield


def _failing(
    act: Callable[..., Any], is_meant: Callable[..., bool], error: int
) -> Callable[..., Any]:
    def act_or_fail(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
        if is_meant(*args):
            raise OSError(error, os.strerror(error))
        return act(*args, **kwargs)

    return act_or_fail
