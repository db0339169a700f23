"""How quick the app is in a terminal, beside a bare one: `python -m tests.bench.terminal`.

Both run in pseudo terminals of 120 x 40, in turn, in one run. A start is timed from the spawn to
the screen that can be used, a key from its byte to the first bytes of the answer.
"""

from __future__ import annotations

import compileall
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

import pyte

import habits
import tui
from habits.store.home import Home
from tests.bench.standings import tell
from tests.bench.years import make_years

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE: Final = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("j", "next", ""), ("q", "quit", "")]
    count = 0

    def compose(self):
        yield Static("ready 0")

    def action_next(self):
        self.count += 1
        self.query_one(Static).update(f"ready {self.count}")

Bare().run()
"""
COLUMNS, ROWS = 120, 40
STARTS: Final = 9
KEYS: Final = 40
FIRSTS: Final = 7
READING: Final = 1
"""Seconds that are read, before the next key, where something is opened for the first time."""
ENTRIES: Final = 30_000
IDLE: Final = 20
"""Seconds for which it is looked how busy the app is while nothing happens."""
QUIET: Final = 0.06
"""Seconds without a byte after which an answer is taken to be whole."""


class Program:
    """A program in a pseudo terminal."""

    def __init__(self, words: list[str], environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.begun = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.execve(words[0], words, {**os.environ, "TERM": "xterm-256color", **environment})  # noqa: S606
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def read(self, seconds: float) -> float | None:
        """Take in what comes next and return when it came, None where nothing did."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return None
        came = time.perf_counter()
        try:
            self._stream.feed(os.read(self._terminal, 1 << 16))
        except OSError:
            return None
        return came

    def wait_for(self, pattern: str) -> float:
        """Return how long after its start the program showed something."""
        last = self.begun
        while not re.search(pattern, "\n".join(self.screen.display)):
            came = self.read(20)
            if came is None:
                message = f"{pattern} did not come:\n" + "\n".join(self.screen.display)
                raise TimeoutError(message)
            last = came
        return last - self.begun

    def settle(self) -> None:
        """Wait until nothing comes any more."""
        while self.read(QUIET) is not None:
            pass

    def press(self, key: str) -> float:
        """Press a key and return how long its answer took to begin."""
        begun = time.perf_counter()
        os.write(self._terminal, key.encode())
        came = self.read(5)
        if came is None:
            message = f"no answer to {key!r}"
            raise TimeoutError(message)
        self.settle()
        return came - begun

    def leave(self) -> None:
        """Press q and wait for the end."""
        os.write(self._terminal, b"q")
        while self.read(1) is not None:
            pass

    def resident(self) -> float:
        """Return how much memory it takes at most, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024

    def busy(self) -> float:
        """Return how much processor time it has taken, in seconds."""
        fields = (
            Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(
    words: list[str], ready: str, environment: dict[str, str]
) -> Iterator[tuple[Program, float]]:
    """Run a program until it is ready, and yield how long that took."""
    program = Program(words, environment)
    try:
        yield program, program.wait_for(ready)
    finally:
        os.kill(program.pid, signal.SIGKILL)
        os.waitpid(program.pid, 0)


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for package in (habits, tui):
            # An installed program has its bytecode; without it Python would be timed.
            compileall.compile_dir(package.__path__[0], quiet=1)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        bare = [sys.executable, str(folder / "bare.py")], r"ready \d"
        years = Home(folder / "years")
        make_years(years, ENTRIES)
        app = [str(Path(sys.executable).with_name("rapport"))], r"8 Thanks +[■□·]"
        home = {"RAPPORT_HOME": str(years.path)}
        with running(*app, home) as (program, _):
            # As in life: it was left before it is started again.
            program.settle()
            program.leave()
        starts: dict[str, list[float]] = {"bare": [], "app": []}
        memory: dict[str, list[float]] = {"bare": [], "app": []}
        for _ in range(STARTS):
            for who, (words, ready), environment in (("bare", bare, {}), ("app", app, home)):
                with running(words, ready, environment) as (program, took):
                    starts[who].append(took)
                    program.settle()
                    memory[who].append(program.resident())
        tell(
            f"first paint / bare ({median(starts['bare']) * 1000:.0f} ms), {ENTRIES} entries",
            median(starts["app"]) / median(starts["bare"]), 1.25, 1.05,
        )  # fmt: skip
        tell(
            f"memory / bare ({median(memory['bare']):.0f} MiB)",
            median(memory["app"]) / median(memory["bare"]), 1.7, 1.25,
        )  # fmt: skip
        _firsts(bare, app, home)
        _keys(bare, app, home)


QUICK: Final = {"moves": "jk", "opens the line": "4", "types in it": "x", "logs": " "}
"""What is to be as quick as a bare app, and the keys that do it."""

OTHERS: Final = {
    "undo": "u",
    "to the logbook": "l",
    "through the logbook": "G",
    "finds": "m",
    "to people": "p",
    "through people": "jk",
    "person page": "\r",
    "to review": "r",
    "streaks": "\r",
    "through a year": "kj",
    "next view": "\t",
    "look back": "b",
    "its promises": "\x1b[Z",
    "back to Today": "t",
    "help": "?",
    "palette": "\x10",
    "menu": "a",
    "mask": "m",
}
"""Any other action, and the key that does it."""

FIRST: Final = {
    "review": "r",
    "streaks": "\r",
    "runs": "\t",
    "score": "\t",
    "rhythm": "\t",
    "review again": "r",
    "look back": "b",
    "its people": "\t",
    "its year": "w",
    "review at last": "r",
    "close": "C",
}
"""What is opened for the first time, in turn, and the key that does it."""

ESCAPE: Final = "\x1b"


def _firsts(bare: tuple[list[str], str], app: tuple[list[str], str], home: dict[str, str]) -> None:
    """Open everything of Review once after each start."""
    floor: list[float] = []
    took: dict[str, list[float]] = defaultdict(list)
    for _ in range(FIRSTS):
        with running(*bare, {}) as (one, _), running(*app, home) as (two, _):
            one.settle()
            two.settle()
            for what, key in FIRST.items():
                time.sleep(READING)
                floor.append(one.press("j"))
                took[what].append(two.press(key))
    base = median(floor)
    for what, times in took.items():
        name = f"first key to paint / bare ({base * 1000:.1f} ms): {what}"
        tell(name, median(times) / base, 8, 4)


def _keys(bare: tuple[list[str], str], app: tuple[list[str], str], home: dict[str, str]) -> None:
    with running(*bare, {}) as (one, _), running(*app, home) as (two, _):
        one.settle()
        two.settle()
        time.sleep(1)
        before, began = two.busy(), time.perf_counter()
        time.sleep(IDLE)
        idle = (two.busy() - before) / (time.perf_counter() - began)
        tell("idle, % of a processor", idle * 100, 0.5, 0.2)
        floor: list[float] = []
        took: dict[str, list[float]] = defaultdict(list)
        for number in range(KEYS):
            floor += [one.press("j"), one.press("j")]
            _round(two, took, number)
        base = median(floor)
        for what, (must, aim) in {
            **dict.fromkeys(QUICK, (1.5, 1.0)),
            **dict.fromkeys(OTHERS, (8, 4)),
        }.items():
            name = f"key to paint / bare ({base * 1000:.1f} ms): {what}"
            tell(name, median(took[what]) / base, must, aim)
        tell("a lone escape, in ms", median(took["escape"]) * 1000, 30, 25)


def _round(app: Program, took: dict[str, list[float]], number: int) -> None:
    """Do everything once, and come back to where it began."""

    def press(what: str, key: str) -> None:
        took[what].append(app.press(key))

    press("moves", QUICK["moves"][number % 14 // 7])
    for what in ("opens the line", "types in it"):
        press(what, QUICK[what])
    app.press("\x7f")
    press("escape", ESCAPE)
    press("logs", QUICK["logs"])
    press("undo", OTHERS["undo"])
    for what in ("to the logbook", "through the logbook"):
        press(what, OTHERS[what])
    app.press("/")
    press("finds", OTHERS["finds"])
    app.press(ESCAPE)
    press("to people", OTHERS["to people"])
    press("through people", OTHERS["through people"][number % 2])
    press("person page", OTHERS["person page"])
    press("to review", OTHERS["to review"])
    press("streaks", OTHERS["streaks"])
    press("through a year", OTHERS["through a year"][number % 2])
    press("next view", OTHERS["next view"])
    app.press(OTHERS["to review"])
    press("look back", OTHERS["look back"])
    press("its promises", OTHERS["its promises"])
    press("back to Today", OTHERS["back to Today"])
    for what in ("help", "palette", "menu"):
        press(what, OTHERS[what])
        app.press(ESCAPE)
    press("mask", OTHERS["mask"])
    app.press(OTHERS["mask"])


if __name__ == "__main__":
    main()
