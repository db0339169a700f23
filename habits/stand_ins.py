"""Stand-ins: what is shown in place of words, the same each time. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from habits.record import replace
from habits.text import folded, one_line, quoted
from habits.whole_words import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.model import Remark
    from habits.reviews import Review

Key = TypeVar("Key")

_FIRST: Final = 100
_USUAL: Final = 900
"""How many numbers are as long as the first one."""

_END: Final = 4
"""So many characters of its id tell a text from others."""


def numbered(seeds: Mapping[Key, int]) -> dict[Key, int]:
    """Return a number for each of some keys, made from what it has for good.

    Who comes later changes no number that was given before; where two would have the same one, the
    later takes the next that is free.

    Args:
        seeds: What the numbers are made from, in the order in which the keys came.
    """
    numbers: dict[Key, int] = {}
    taken: set[int] = set()
    for key, seed in seeds.items():
        number = _FIRST + seed % _USUAL
        while number in taken:
            number += 1
        taken.add(number)
        numbers[key] = number
    return numbers


def end_of(key: UUID) -> str:
    """Return what tells a text from others: the end of its id."""
    return str(key)[-_END:]


def unsaid(what: str, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks that tell only when something was said."""
    return tuple(
        replace(each, text=f"{what} {number}") for number, each in enumerate(remarks, start=1)
    )


def unsaid_intentions(intentions: Iterable[str]) -> tuple[str, ...]:
    """Return intentions that tell only how many there are."""
    return tuple(f"intention {number}" for number, _ in enumerate(intentions, start=1))


def unsaid_review(review: Review) -> Review:
    """Return the close or the aim of a week that tells only what was answered."""
    noticed = "what I noticed" if review.noticed else ""
    return replace(review, noticed=noticed, intentions=unsaid_intentions(review.intentions))


class StandIns:
    """Words, each with what is shown in its place.

    Args:
        words: The words, with what stands in for each.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        # A message quotes a long name shortened.
        hidden = [word for word in words if one_line(word) and words[word] != word]
        shown = {form: words[word] for word in hidden for form in (quoted(word)[1:-1], word)}
        self._by_word = {folded(word): stand_in for word, stand_in in shown.items()}
        self._pattern = pattern_of(shown)

    def instead(self, text: str) -> str:
        """Return a text with stand-ins in place of all the words that have one."""
        return self._pattern.sub(lambda match: self._of(match[0]), text)

    def _of(self, word: str) -> str:
        # Letters may be the same to the pattern that are not the same folded.
        return self._by_word.get(folded(word), "…")
