"""However the app ends, the shell has its terminal back as it was, and what was logged is there."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.e2e.failing import SECRET
from tests.e2e.terminal import PROGRAM, Terminal, terminal
from tests.e2e.test_first_light import rapport

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.e2e

MODES: Final = (b"?1049", b"?1000", b"?1003", b"?1006", b"?1004", b"?2004")
"""The other screen, the mouse, the focus and pastes: all that the app turns on."""

PROMPT: Final = "shell> "
SHELL: Final = Path(shutil.which("bash") or "bash")


class Shell:
    """A shell in a terminal, in which the app is started as users do."""

    def __init__(self, screen: Terminal, home: Path) -> None:
        self.screen = screen
        self.home = home
        self._ran = 0

    def run(self, command: str) -> None:
        """Type a command."""
        self.screen.type(f"{command}\r")

    def start(self, command: object) -> None:
        """Type a command that starts the app, so that it is known which process it is."""
        self.run(f"(echo $BASHPID > {self.home}.pid; exec {command})")

    @property
    def app(self) -> int:
        """The number of the app's process."""
        return int(Path(f"{self.home}.pid").read_text())

    def code(self) -> int:
        """Return the exit code of the last command, once it has ended."""
        self.screen.wait_for_prompt(PROMPT)
        self._ran += 1
        self.run(f"echo c'o'de-{self._ran}=$?=")
        self.screen.wait_for(f"code-{self._ran}=")
        line = next(line for line in self.screen.lines if f"code-{self._ran}=" in line)
        return int(line.split("=")[1])

    def modes(self) -> str:
        """Return how the terminal treats what is typed, and what is shown."""
        self.screen.wait_for_prompt(PROMPT)
        # What was told of the last time may stand on the screen still.
        self._ran += 1
        self.run(f"clear; stty -a > {self.home}.modes; echo don'e'-{self._ran}=")
        self.screen.wait_for(f"done-{self._ran}=")
        return Path(f"{self.home}.modes").read_text()


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    """A shell that stands in the folder of these tests."""
    home = tmp_path / "home"
    words = ("--norc", "--noprofile", "--noediting", "-i")
    with terminal(*words, program=SHELL, home=home, PS1=PROMPT, HISTFILE="") as screen:
        yield Shell(screen, home)


def log_one(screen: Terminal) -> None:
    """Go through the first run and log an act."""
    screen.skip_first_run()
    screen.type(" ")
    screen.wait_for("Logged: ")


def require_given_back(written: bytearray) -> None:
    """Check that all which was turned on in the terminal is off, and the cursor is shown."""
    for mode in MODES:
        on, off = written.rfind(b"\x1b[%bh" % mode), written.rfind(b"\x1b[%bl" % mode)
        assert on <= off, mode
    assert written.rfind(b"\x1b[?25l") < written.rfind(b"\x1b[?25h")


def test_q_gives_the_terminal_back(shell: Shell) -> None:
    before = shell.modes()
    shell.start(PROGRAM)
    log_one(shell.screen)
    shell.screen.type("q")

    assert shell.code() == 0
    require_given_back(shell.screen.written)
    assert shell.modes() == before


def test_signals_end_it_as_if_it_were_left_and_the_code_names_them(shell: Shell) -> None:
    before = shell.modes()
    for number in (signal.SIGTERM, signal.SIGHUP):
        shell.start(PROGRAM)
        if number == signal.SIGTERM:
            log_one(shell.screen)
        shell.screen.wait_for("q quit")
        shell.screen.type("8half a thought")
        shell.screen.wait_for("half a thought")
        os.kill(shell.app, number)

        assert shell.code() == 128 + number
        require_given_back(shell.screen.written)
        assert shell.modes() == before
    assert len(rapport(shell.home, "entries")) == 1


def test_a_crash_is_told_in_one_sentence_without_what_the_user_wrote(shell: Shell) -> None:
    before = shell.modes()
    shell.start(f"{sys.executable} -m tests.e2e.failing")
    log_one(shell.screen)
    shell.screen.type("u")

    assert shell.code() == 1
    require_given_back(shell.screen.written)
    told = shell.screen.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert "rapport: Something unforeseen went wrong (RuntimeError). " in " ".join(told.split())
    assert "Traceback" not in told
    assert SECRET.encode() not in shell.screen.written
    assert shell.modes() == before
    assert len(rapport(shell.home, "entries")) == 1


def test_ctrl_z_sends_it_to_the_background_and_fg_brings_it_back(shell: Shell) -> None:
    before = shell.modes()
    shell.start(PROGRAM)
    log_one(shell.screen)
    shell.screen.type("8half a tho")
    shell.screen.wait_for("half a tho")
    shell.screen.type("\x1a")
    shell.screen.wait_for("Stopped")
    assert shell.modes() == before

    shell.run("fg")
    shell.screen.wait_for("1 Vision")
    shell.screen.wait_for("thanks › half a tho")
    shell.screen.type("ught\r")
    shell.screen.wait_for("Logged: Thanks · half a thought")
    shell.screen.type("q")
    assert shell.code() == 0
    assert shell.modes() == before
