"""Computers of a user, for tests with real programs: each with a home directory of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest

from tests.cli.program import NOW, PROGRAM, Done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

PATIENCE: Final = 60.0
"""Seconds after which what another program should do is given up."""


class Computer:
    """A computer, on which rapport is run as a process without a terminal.

    Attributes:
        path: The user's home directory on it.
        environment: What else its processes are told.
    """

    def __init__(self, path: Path, **environment: str) -> None:
        self.path = path
        self.environment = environment
        path.mkdir()

    def __call__(self, *words: str, typed: str = "") -> Done:
        """Run rapport."""
        done = subprocess.run(  # noqa: S603 - our own words
            [str(PROGRAM), *words],
            input=typed.encode(),
            capture_output=True,
            check=False,
            env=self.surroundings(),
            # Nothing may find a terminal to ask whoever runs the tests.
            start_new_session=True,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def surroundings(self) -> dict[str, str]:
        """Return the environment of its processes."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return {**kept, "HOME": str(self.path), "RAPPORT_NOW": NOW, **self.environment}

    def whats(self) -> list[str]:
        """Return what the entries say, sorted."""
        return sorted(each["what"] for each in self("entries", "--json").json)

    def status(self) -> str:
        """Return how the syncing stands, in a few words."""
        return self("sync", "status").lines[0]


def found(name: str, package: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where a program is missing."""
    reason = f"{name} is not installed (Debian's package {package})"
    return pytest.mark.skipif(program(name) is None, reason=reason)


def program(name: str) -> str | None:
    """Return where a program is, also among those of the administrator."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


def free_port() -> int:
    """Return a port of the loopback that nothing listens to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"{what} was waited for in vain"
        time.sleep(0.05)


def listens(port: int) -> bool:
    """Return whether something listens to a port of the loopback."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(words: Sequence[str], log: Path, **environment: str) -> Iterator[None]:
    """Let a program run meanwhile."""
    with (
        log.open("ab") as output,
        subprocess.Popen(  # noqa: S603 - our own words
            words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, **environment},
        ) as process,
    ):
        try:
            yield
        finally:
            process.terminate()
