"""The installed program in a real pseudo terminal, as a user sees it."""

from __future__ import annotations

import os
import resource
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM: Final = Path(sys.executable).with_name("rapport")
PATIENCE: Final = 20.0
"""Seconds after which something that should be on the screen is given up."""

ESC: Final = "\x1b"
TAB: Final = "\t"
ENTER: Final = "\r"
UP: Final = "\x1b[A"
DOWN: Final = "\x1b[B"
BACKSPACE: Final = "\x7f"
CTRL_W: Final = "\x17"


class Terminal:
    """A terminal with the program in it.

    Attributes:
        written: All that the program wrote.
    """

    def __init__(self, child: pexpect.spawn[bytes], size: tuple[int, int]) -> None:
        self._child = child
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.written = bytearray()

    @property
    def lines(self) -> list[str]:
        """What is on the screen, without blanks at the ends of the lines."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def exit_code(self) -> int | None:
        """What the program ended with, once `wait_for_end` has returned."""
        return self._child.exitstatus

    def type(self, keys: str) -> None:
        """Send keys as a keyboard does."""
        self.send(keys.encode())

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        self._child.send(content)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def limit_files(self, size: int) -> None:
        """Let no file of the program grow beyond so many bytes, as a disk does that is full."""
        assert self._child.pid is not None
        _, most = resource.prlimit(self._child.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._child.pid, resource.RLIMIT_FSIZE, (size, most))

    def hang_up(self) -> None:
        """Take the terminal away, as a window that is closed does."""
        process = self._child.ptyproc  # type: ignore[attr-defined]  # its types know no inside
        process.fileobj.close()
        process.closed = self._child.closed = True

    def has_ended(self) -> bool:
        """Wait for the program's end without reading from it, and return whether it came."""
        end = time.monotonic() + PATIENCE
        while self._child.isalive() and time.monotonic() < end:
            time.sleep(0.05)
        return not self._child.isalive()

    def read(self, seconds: float) -> bool:
        """Take in what the program writes next; return whether it still may write more."""
        try:
            written = self._child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += written
        self._stream.feed(written)
        return True

    def settle(self, seconds: float) -> None:
        """Take in all that the program writes within some time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.02)

    def wait_for(self, text: str) -> None:
        """Wait until a text is on the screen."""
        end = time.monotonic() + PATIENCE
        while not any(text in line for line in self.lines):
            shown = "\n".join(self.lines)
            assert time.monotonic() < end, f"{text!r} did not come:\n{shown}"
            assert self.read(0.1) or text in "\n".join(self.lines), (
                f"ended before {text!r}:\n{shown}"
            )

    def wait_for_prompt(self, prompt: str) -> None:
        """Wait until what was written last is the prompt of a shell."""
        end = time.monotonic() + PATIENCE
        while not self.written.endswith(prompt.encode()):
            assert time.monotonic() < end, f"{prompt!r} did not come"
            self.read(0.1)

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text is nowhere on the screen."""
        end = time.monotonic() + PATIENCE
        while any(text in line for line in self.lines):
            assert time.monotonic() < end, f"{text!r} stayed"
            self.read(0.1)

    def say(self, keys: str, *shown: str) -> None:
        """Type keys and wait until the screen says what they came to."""
        self.type(keys)
        for text in shown:
            self.wait_for(text)

    def leave(self) -> None:
        """Leave with q, and wait until the program has ended well."""
        self.type("q")
        self.wait_for_end()
        assert self.exit_code == 0

    def skip_first_run(self) -> None:
        """Leave out the three steps with which a new home opens."""
        for step in ("1 of 3", "2 of 3", "Start with"):
            self.wait_for(step)
            self.type("\x1b")
        self.wait_for("1-8 log")

    def wait_for_end(self) -> None:
        """Wait until the program has ended."""
        end = time.monotonic() + PATIENCE
        while self.read(0.1):
            assert time.monotonic() < end, "the program did not end"
        self._child.close()

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(height, width)
        self._child.setwinsize(height, width)

    def kill(self) -> None:
        """End the program at once, as `kill -9` does, and take in what it had written."""
        self._child.kill(9)
        self.wait_for_end()


@contextmanager
def terminal(
    *words: str,
    home: Path | None = None,
    size: tuple[int, int] = (80, 24),
    program: Path = PROGRAM,
    **environment: str,
) -> Iterator[Terminal]:
    """Run the program, or another one, in a terminal of this size, in columns and rows."""
    width, height = size
    child: pexpect.spawn[bytes] = pexpect.spawn(
        str(program),
        list(words),
        dimensions=(height, width),
        env={
            **os.environ,
            "TERM": "xterm-256color",
            **({"RAPPORT_HOME": str(home)} if home else {}),
            **environment,
        },
    )
    # The pause before each send is for programs that ask for passwords.
    child.delaybeforesend = None
    try:
        yield Terminal(child, size)
    finally:
        child.close(force=True)
