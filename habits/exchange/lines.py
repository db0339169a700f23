"""Lines of a foreign text: no more of them than is modest, whatever they hold."""

from __future__ import annotations

from typing import Final

from habits.errors import RefusedError

MOST_LINES: Final = 1_000_000
"""The most lines of a text; those that say nothing take room as well."""


def lines_of(text: str, name: str) -> list[str]:
    """Return the lines of a text, whichever system ended them.

    Args:
        text: The text.
        name: What the file is called.

    Raises:
        RefusedError: There are more than `MOST_LINES`.
    """
    # Counted before a list is made of them: it would take many times the room.
    if text.count("\n") > MOST_LINES:
        message = f"{name} has more than {MOST_LINES:,} lines. Split it into several files."
        raise RefusedError(message)
    return [line.removesuffix("\r") for line in text.split("\n")]
