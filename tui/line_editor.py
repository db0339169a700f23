"""A line of text with a cursor, edited as lines are in a shell. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.text import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WORD_BEFORE: Final = re.compile(r"\S*\s*\Z")
_WORD_AFTER: Final = re.compile(r"\s*\S*")
_JOINER: Final = "\u200d"


class LineEditor:
    """A text and the place in it where one types.

    Attributes:
        text: The text.
        cursor: Before which character of it the cursor stands.
    """

    def __init__(self) -> None:
        self.text = ""
        self.cursor = 0

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the cursor, under it, and behind that."""
        after = self._next()
        return self.text[: self.cursor], self.text[self.cursor : after], self.text[after:]

    def set(self, text: str) -> None:
        """Hold another text, with the cursor at its end."""
        self.text, self.cursor = text, len(text)

    def insert(self, text: str) -> None:
        """Put a text in at the cursor."""
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def replace(self, begin: int, text: str) -> None:
        """Put a text in place of what stands from somewhere to the cursor."""
        self._cut(begin, self.cursor)
        self.insert(text)

    def press(self, key: str) -> bool:
        """Do what a key does in a line, and return whether it does anything."""
        edit = self._edits().get(key)
        if edit is not None:
            edit()
        return edit is not None

    def _edits(self) -> Mapping[str, Callable[[], None]]:
        """Return what keys do, by their names; those of a shell's line as well."""
        end = len(self.text)
        return {
            "left": lambda: self._go(self._previous()),
            "right": lambda: self._go(self._next()),
            "ctrl+left": lambda: self._go(self._word_before()),
            "ctrl+right": lambda: self._go(self._word_after()),
            "home": lambda: self._go(0),
            "ctrl+a": lambda: self._go(0),
            "end": lambda: self._go(end),
            "ctrl+e": lambda: self._go(end),
            "backspace": lambda: self._cut(self._previous(), self.cursor),
            "delete": lambda: self._cut(self.cursor, self._next()),
            "ctrl+d": lambda: self._cut(self.cursor, self._next()),
            "ctrl+w": lambda: self._cut(self._word_before(), self.cursor),
            "ctrl+u": lambda: self._cut(0, self.cursor),
            "ctrl+k": lambda: self._cut(self.cursor, end),
        }

    def _go(self, place: int) -> None:
        self.cursor = place

    def _cut(self, begin: int, end: int) -> None:
        self.text = self.text[:begin] + self.text[end:]
        self.cursor = begin

    def _next(self) -> int:
        """Return the place behind what stands at the cursor, with all the marks that are on it."""
        place = min(self.cursor + 1, len(self.text))
        while place < len(self.text) and self._is_within(place):
            place += 1
        return place

    def _previous(self) -> int:
        place = max(self.cursor - 1, 0)
        while place > 0 and self._is_within(place):
            place -= 1
        return place

    def _is_within(self, place: int) -> bool:
        """Return whether a place is within a sign that is made of several characters."""
        return self.text[place - 1] == _JOINER or not cells(self.text[place])

    def _word_before(self) -> int:
        found = _WORD_BEFORE.search(self.text, 0, self.cursor)
        return found.start() if found else 0

    def _word_after(self) -> int:
        found = _WORD_AFTER.match(self.text, self.cursor)
        return found.end() if found else len(self.text)
