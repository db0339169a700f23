"""Whole words: where names stand in a text as words of their own. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai to Khmer, kana and Han: they are written without blanks between words.
_UNPARTED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


def cases_of(words: Iterable[str]) -> list[str]:
    """Return words as they are, in small letters and in capitals, the longest first."""
    cases = {case for word in words for case in (word, word.casefold(), word.upper()) if case}
    return sorted(cases, key=lambda word: (-len(word), word))


def pattern_of(words: Iterable[str], beside: str = r"\w") -> re.Pattern[str]:
    """Return a pattern that finds words in any case, and of several the longest.

    Args:
        words: The words; one may hold blanks and signs.
        beside: A pattern for what beside a word makes it a part of another, where its script
            parts words at all.
    """
    whole = (_whole(word, beside) for word in cases_of(words))
    return re.compile("|".join(whole) or "(?!)", re.IGNORECASE)


def _whole(word: str, beside: str) -> str:
    begin = "" if _UNPARTED.match(word[0]) else rf"(?<!{beside})"
    end = "" if _UNPARTED.match(word[-1]) else rf"(?!{beside})"
    return f"{begin}{re.escape(word)}{end}"
