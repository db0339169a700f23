"""Patterns that are compiled when they are first looked for, as most are not in a short command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # noqa: N801 - it is called like a function, and says what that does
        """A regular expression, with the methods of `re.Pattern`."""

        def __init__(self, text: str, flags: int = 0) -> None:
            self._said = text, flags

        def __getattr__(self, name: str) -> object:
            """Return a method of the compiled pattern, and have it at hand from then on."""
            value = getattr(re.compile(*self._said), name)
            setattr(self, name, value)
            return value


__all__ = ["pattern"]
