"""Where words go: data to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(line: str = "") -> None:
    """Print a line of data."""
    sys.stdout.write(f"{line}\n")


def say_json(value: object) -> None:
    """Print data as JSON, escaped where the output could not show all of it."""
    shows_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    say(json.dumps(value, ensure_ascii=not shows_all, indent=2))


def tell(line: str) -> None:
    """Print a line of words about what happened; what it quotes may hold any characters."""
    sys.stderr.write(f"rapport: {one_line(line)}\n")


def tell_all(lines: Iterable[str]) -> None:
    """Print lines of words about what happened."""
    for line in lines:
        tell(line)


def allow_any_text() -> None:
    """Let every text through, whatever the terminal's encoding: what it lacks becomes a `?`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
