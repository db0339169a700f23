"""A syncing in a process of its own, which holds up no key and may be ended at any step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Final

from habits.clock import FixedClock
from habits.errors import StoreError

if TYPE_CHECKING:
    from habits.service import Workspace

_PROGRAM: Final = "habits.cli.sync_behind"

_GRACE: Final = 0.2
"""Seconds in which programs that it has started can tidy up after themselves."""


class Apart:
    """A syncing that goes on in a process of its own.

    What is started from there may outlive it, and hold on to what it writes to: so that is a file,
    which has no other end to wait for.

    Args:
        workspace: The home that is synced.

    Raises:
        StoreError: No process can be begun.
    """

    def __init__(self, workspace: Workspace) -> None:
        home, clock = workspace.store.home, workspace.clock
        at = [clock.now().instant.isoformat()] if isinstance(clock, FixedClock) else []
        # -P: nothing is taken for ours that lies in the folder where the app was opened.
        words = [sys.executable, "-P", "-m", _PROGRAM, str(home.path), *at]
        try:
            with ExitStack() as opened:
                self._said = opened.enter_context(tempfile.TemporaryFile())
                self._process = subprocess.Popen(  # noqa: S603 - our own words
                    words,
                    stdin=subprocess.DEVNULL,
                    stdout=self._said,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                self._close = opened.pop_all().close
        except OSError as error:
            message = (
                f"Syncing cannot be begun: {error.strerror}. Your changes are safe here; "
                "leave rapport and open it again."
            )
            raise StoreError(message) from error

    @property
    def code(self) -> int | None:
        """What it ended with; None while it goes on."""
        return self._process.poll()

    def wait(self, seconds: float) -> bool:
        """Wait for its end for so long, and return whether it has ended."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(seconds, 0))
        return self.code is not None

    def told(self) -> list[str]:
        """Return the lines that it said, once, when it has ended."""
        self._said.seek(0)
        said = self._said.read().decode(errors="replace")
        self._close()
        return said.splitlines()

    def end(self) -> None:
        """End it, and whatever it has started: what it had not finished is done the next time."""
        self._signal(signal.SIGTERM)
        until = time.monotonic() + _GRACE
        while self._signal(0) and time.monotonic() < until:
            time.sleep(_GRACE / 20)
        self._signal(signal.SIGKILL)
        self.wait(_GRACE)

    def _signal(self, number: int) -> bool:
        """Send a signal to it and to what it has started; return whether any of it is there."""
        self._process.poll()
        try:
            os.killpg(self._process.pid, number)
        except OSError:
            return False
        return True
