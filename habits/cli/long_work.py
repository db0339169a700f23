"""Work that takes seconds: it is told how far it is, and ctrl+c cancels it while it can be."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from habits.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.progress import Stage, Told

_FINAL = "It cannot be cancelled any more, and goes on."


def is_seen() -> bool:
    """Return whether somebody sees at a terminal what is told."""
    return sys.stderr.isatty()


@contextmanager
def telling() -> Iterator[Told]:
    """Give what tells how far something is, and listens to ctrl+c meanwhile.

    Raises:
        KeyboardInterrupt: It was cancelled, which was told.
    """
    teller = _Teller()
    before = signal.signal(signal.SIGINT, teller.interrupt)
    try:
        yield teller
    finally:
        signal.signal(signal.SIGINT, before)
        teller.end_line()


class _Teller:
    """Tells how far something is: in one line that changes where somebody looks at it."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._is_cancelled = False
        self._is_line_open = False

    def __call__(self, stage: Stage) -> None:
        """Tell how far it is.

        Raises:
            KeyboardInterrupt: It is to be cancelled.
        """
        before, self._stage = self._stage, stage
        if self._is_cancelled and not stage.is_final:
            self.end_line()
            tell("Cancelled. Nothing has changed.")
            raise KeyboardInterrupt
        if is_seen():
            sys.stderr.write(f"\rrapport: {stage.doing} · {stage.share:.0%}\x1b[K")
            sys.stderr.flush()
            self._is_line_open = True
        elif before is None or before.doing != stage.doing:
            tell(f"{stage.doing} …")
        if stage.is_final and not (before and before.is_final):
            self.end_line()
            tell(_FINAL)

    def interrupt(self, number: int, frame: object) -> None:
        """Take ctrl+c: what waits to begin ends at once, all else where it can.

        Raises:
            KeyboardInterrupt: It has not begun yet.
        """
        del number, frame
        if self._stage is None:
            raise KeyboardInterrupt
        self._is_cancelled = True
        if self._stage.is_final:
            self.end_line()
            tell(_FINAL)

    def end_line(self) -> None:
        """End the line that changes, where it was begun."""
        if self._is_line_open:
            sys.stderr.write("\n")
            self._is_line_open = False
