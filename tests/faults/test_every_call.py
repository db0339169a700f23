"""A fault at every call that changes the disk: what was acknowledged is there, nothing half."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NoReturn

import pytest

from tests.faults.story import Told, require_kept, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CALLS: Final = (
    "open", "write", "fsync", "fdatasync", "ftruncate", "fchmod", "replace", "rename", "link",
    "unlink", "mkdir",
)  # fmt: skip


class Disk:
    """Counts the calls that change the disk, and lets one of them fail."""

    def __init__(self, failing: int | None = None, error: int | BaseException = errno.EIO) -> None:
        self.count = 0
        self.names: list[str] = []
        self._failing = failing
        self._error = error

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stand between the store and the system."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._watched(name, getattr(os, name)))
            yield

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
            if name == "open" and not args[1] & os.O_CREAT:
                return call(*args, **kwargs)
            number, self.count = self.count, self.count + 1
            self.names.append(name)
            if number != self._failing:
                return call(*args, **kwargs)
            if name == "write":
                call(args[0], args[1][: len(args[1]) // 2])
            return self._fail()

        return watched

    def _fail(self) -> NoReturn:
        """Let the call fail."""
        if isinstance(self._error, BaseException):
            raise self._error
        raise OSError(self._error, os.strerror(self._error))


def calls_of_the_story(path: Path) -> list[str]:
    """Return the calls that the story makes where nothing fails."""
    disk = Disk()
    with disk.in_place():
        tell(path, Told())
    return disk.names


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_whichever_call_fails_what_was_acknowledged_is_kept(tmp_path: Path, error: int) -> None:
    names = calls_of_the_story(tmp_path / "dry")
    assert set(names) >= {"open", "write", "fsync", "fdatasync", "replace", "link", "mkdir"}

    for number, name in enumerate(names):
        home, told = tmp_path / f"{number}", Told()
        with Disk(number, error).in_place():
            tell(home, told)
        try:
            require_kept(home, told)
        except AssertionError as trouble:
            message = f"call {number} ({name}): {trouble}"
            raise AssertionError(message) from trouble


def test_the_story_is_kept_where_nothing_fails(tmp_path: Path) -> None:
    told = Told()
    tell(tmp_path / "home", told)
    assert (told.kept, told.open) == (set(range(8)), set())
    require_kept(tmp_path / "home", told)
