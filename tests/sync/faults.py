"""Faults for tests of syncing: the machine dies at some step, or the remote does."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from habits.errors import OfflineError
from habits.sync.folder import FolderTransport
from habits.sync.git import GitTransport
from habits.sync.git_program import Git

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Died(BaseException):
    """The machine died."""


STEPS: Final = (
    "habits.store.carrying.append",
    "habits.sync.state.replace_durably",
    "habits.sync.folder.replace_durably",
)

ASKED: Final = ("names", "fetch", "publish", "forget")


class Fault(NamedTuple):
    """What goes wrong in a syncing.

    Attributes:
        step: At which step that writes something, the first being 0; beyond the last, never.
        is_after: Whether that step is done then.
        is_offline: Whether the remote dies there, and not the machine; then the steps are what is
            asked of it.
    """

    step: int
    is_after: bool
    is_offline: bool = False


@contextmanager
def befallen(fault: Fault | None) -> Iterator[None]:
    """Let a fault befall what is done, which ends there."""
    if fault is None:
        yield
        return
    left = fault.step

    def failing(function: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes
            nonlocal left
            left -= 1
            if left == -1 and not fault.is_after:
                _fail(fault)
            result = function(*arguments, **named)
            if left == -1:
                _fail(fault)
            return result

        return step

    with pytest.MonkeyPatch.context() as patch:
        if fault.is_offline:
            for kind, name in product((FolderTransport, GitTransport), ASKED):
                patch.setattr(kind, name, failing(getattr(kind, name)))
        else:
            for name in STEPS:
                module, _, function = name.rpartition(".")
                patch.setattr(name, failing(_found(module, function)))
            patch.setattr(Path, "unlink", failing(Path.unlink))
            patch.setattr(Git, "there", failing(Git.there))
        try:
            yield
        except (Died, OfflineError):
            return


def _found(module: str, function: str) -> Callable[..., Any]:
    from importlib import import_module  # noqa: PLC0415

    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _fail(fault: Fault) -> None:
    if fault.is_offline:
        message = "the remote is away"
        raise OfflineError(message)
    raise Died
