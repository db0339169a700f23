"""What a command line asks for: which command, with which options, on which home and clock."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from habits.clock import SystemClock, fixed_clock
from habits.record import dataclass
from habits.store.home import find_home

if TYPE_CHECKING:
    from habits.cli.syntax import Options
    from habits.clock import Clock
    from habits.store.home import Home

PROGRAM: Final = "rapport"


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command line, read.

    Attributes:
        verb: The command, None for the app; some have two words.
        options: What is said of it.
        home: What `--home` said, None where it said nothing.
        now: What `--now` said, None where it said nothing.
        color: What `--color` said, None where it said nothing.
    """

    verb: str | None
    options: Options
    home: str | None
    now: str | None
    color: str | None = None

    def find_home(self) -> Home:
        """Return the home that is meant.

        Raises:
            RefusedError: It was named, but with an empty or impossible path.
        """
        return find_home(self.home, os.environ)

    def clock(self) -> Clock:
        """Return the clock that is meant; `RAPPORT_NOW` is what `--now` falls back on.

        Raises:
            RefusedError: It was named, but is no time.
        """
        if self.now is not None:
            return fixed_clock(self.now)
        now = os.environ.get("RAPPORT_NOW")
        return SystemClock() if now is None else fixed_clock(now, "RAPPORT_NOW")
