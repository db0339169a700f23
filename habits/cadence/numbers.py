"""Numbers and ordinals as they stand in a phrase."""

from __future__ import annotations

from typing import Final

NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
        start=1,
    )
}
NUMBER: Final = rf"\d+|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
"""The pattern of a number, as a numeral or a word."""


def number(text: str | None) -> int:
    """Return the number that a word or numeral stands for; none said is one."""
    return 1 if text is None else NUMBERS.get(text) or int(text)
