"""The names that are left in texts, as far as they can be told: words with a capital."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_WORD: Final = re.compile(r"\w(?:[\w'\u2019.&@/+\u2010\u2011-]*\w)?")
_OF_SOMEBODY: Final = re.compile(r"['\u2019]s$")
_SENTENCE_ENDS: Final = frozenset(".!?:")
_SIGNS: Final = " \n\"'\u201c\u201d\u2018\u2019([\u00ab\u00bb*"
COMMON: Final = frozenset(
    "a after again all also an and another any as at because before both but by during each "
    "even every everyone few first for from he her his how however if in it it's its just last "
    "later many more most my no nobody not nothing now of on once one or our out she since so "
    "some someone that that's the their them then there these they this those though three to "
    "today two until we we'd we'll we're we've what when where which while who why with within "
    "without yes yesterday you your".split()
)
"""Words that begin a sentence and are nobody's name."""

MINE: Final = frozenset(("i", "i'd", "i'll", "i'm", "i've"))
"""They have a capital wherever they stand."""


@dataclass(frozen=True, slots=True)
class NamesLeft:
    """What may be a name in texts.

    Attributes:
        within: Words with a capital within a sentence, and addresses, with how often they stand.
        leading: Words that begin a sentence, where a capital tells nothing.
        has_no_capitals: Whether there is writing without capitals, whose names nothing tells.
    """

    within: tuple[tuple[str, int], ...] = ()
    leading: tuple[str, ...] = ()
    has_no_capitals: bool = False


def names_left(texts: Iterable[str], known: Collection[str] = ()) -> NamesLeft:
    """Return what may be a name in texts, in the order in which it comes.

    Args:
        texts: The texts.
        known: Words that need not be told, folded.
    """
    within: Counter[str] = Counter()
    leading: dict[str, None] = {}
    has_no_capitals = False
    for text in texts:
        has_no_capitals = has_no_capitals or _is_partly_without_case(text)
        for word, leads in _capitalised(text):
            compared = folded(word).replace("\u2019", "'")
            if compared in known or compared in MINE or (leads and compared in COMMON):
                continue
            if leads and _is_plain(word):
                leading[word] = None
            else:
                within[word] += 1
    first = tuple(word for word in leading if word not in within)
    return NamesLeft(tuple(within.items()), first, has_no_capitals)


def _capitalised(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words that may be names, each with whether it begins a sentence."""
    for match in _WORD.finditer(text):
        word = _OF_SOMEBODY.sub("", match[0])
        before = text[: match.start()].rstrip(_SIGNS)
        leads = not before or before[-1] in _SENTENCE_ENDS
        if "@" in word or word != word.lower():
            yield word, leads


def _is_plain(word: str) -> bool:
    """Return whether a word is written as any word is that begins a sentence."""
    return word.isalpha() and word[1:] == word[1:].lower()


def _is_partly_without_case(text: str) -> bool:
    # Most texts are plain, and a look back on a year goes through thousands of them.
    return not text.isascii() and any(map(_is_without_case, text))


def _is_without_case(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()
