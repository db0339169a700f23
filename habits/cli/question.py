"""A question that is asked before something is done, where somebody can answer it."""

from __future__ import annotations

import sys

from habits.text import one_line


def is_wanted(question: str) -> bool:
    """Return whether the user says yes; where nobody sits at a terminal, nothing is asked."""
    if not sys.stdin.isatty():
        return True
    sys.stderr.write(f"{one_line(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
