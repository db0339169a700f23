"""Where words go: data to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Final

from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable


_RED: Final = "\x1b[31m"
_PLAIN: Final = "\x1b[0m"


def say(line: str = "") -> None:
    """Print a line of data."""
    sys.stdout.write(f"{line}\n")


def say_json(value: object) -> None:
    """Print data as JSON, escaped where the output could not show all of it."""
    shows_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    say(json.dumps(value, ensure_ascii=not shows_all, indent=2))


def tell(line: str, *, is_grave: bool = False) -> None:
    """Print a line of words about what happened; what it quotes may hold any characters.

    Args:
        line: The line.
        is_grave: Whether it is red, where a terminal shows it that may be coloured.
    """
    words = f"rapport: {one_line(line)}"
    sys.stderr.write(f"{_RED}{words}{_PLAIN}\n" if is_grave and _shows_red() else f"{words}\n")


def _shows_red() -> bool:
    is_coloured = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    return is_coloured and sys.stderr.isatty()


def tell_all(lines: Iterable[str]) -> None:
    """Print lines of words about what happened."""
    for line in lines:
        tell(line)


def allow_any_text() -> None:
    """Let every text through, whatever the terminal's encoding: what it lacks becomes a `?`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
