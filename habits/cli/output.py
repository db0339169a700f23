"""Where words go: data to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_RED: Final = "\x1b[31m"
_PLAIN: Final = "\x1b[0m"


def say(line: str = "") -> None:
    """Print a line of data.

    Raises:
        RefusedError: It cannot be written.
    """
    with _printing():
        sys.stdout.write(f"{line}\n")


def say_bytes(content: bytes) -> None:
    """Print data as it is; raises as `say`."""
    with _printing():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def flush() -> None:
    """Let all that was printed be written; raises as `say`."""
    with _printing():
        sys.stdout.flush()


@contextmanager
def _printing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"The output cannot be written: {error.strerror}. What was done before is done."
        raise RefusedError(message) from None


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


def open_closed() -> None:
    """Let nothing come of what is printed where the shell has closed the output, as by `>&-`.

    In the order of their numbers: a file of the home that took one would be printed into.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - it stays open
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above


def allow_any_text() -> None:
    """Let every text through, whatever the terminal's encoding: what it lacks becomes a `?`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
