"""Whole words: where names stand in a text as words of their own. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.pattern import pattern
from habits.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai to Khmer, kana and Han: they are written without blanks between words.
_UNPARTED: Final = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)

_BESIDE: Final = r"[^\W_]"


def cases_of(words: Iterable[str]) -> list[str]:
    """Return words as they are, in small letters and in capitals, the longest first.

    They are in NFC, as texts are: a letter may have a mark of its own in one case alone.
    """
    cases = {
        case
        for word in words
        for case in (word, *map(clean, (word.casefold(), word.upper())))
        if case
    }
    return sorted(cases, key=lambda word: (-len(word), word))


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds words in any case, and of several the longest.

    Letters and digits beside a word make it a part of another, where its script parts words at all.
    An underscore joins no words: `maya_fix` tells of Maya, as `maya-fix` does.

    Args:
        words: The words; one may hold blanks and signs.
    """
    whole = map(_whole, cases_of(words))
    return pattern("|".join(whole) or "(?!)", re.IGNORECASE)


def _whole(word: str) -> str:
    begin = "" if _UNPARTED.match(word[0]) else rf"(?<!{_BESIDE})"
    end = "" if _UNPARTED.match(word[-1]) else rf"(?!{_BESIDE})"
    return f"{begin}{re.escape(word)}{end}"
