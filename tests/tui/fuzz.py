"""What a cat on the keyboard types: strokes as a terminal sends them, in any order."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING, Final

from tests.hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator

STROKES: Final = 500
"""How many strokes a seed comes to."""

ESCAPE: Final = "\x1b"
SIZES: Final = ((80, 24), (40, 12), (120, 40), (60, 18), (30, 8), (240, 70), (80, 24))

# Not q, ctrl+c, ctrl+q and ctrl+z: they end the app or leave it, as they should.
_KEYS: Final = tuple(sorted({*string.ascii_letters, *string.digits, *" +,/?[]#"} - {"q"}))
_DIGITS: Final = tuple("12345678")
_ENTER: Final = ("\r",)
_EDITING: Final = tuple(
    "\t|\x1b[Z|\x7f|\x1b[A|\x1b[B|\x1b[C|\x1b[D|\x1b[5~|\x1b[6~|\x1b[H|\x1b[F|\x1b[3~".split("|")
)
_CONTROLS: Final = ("\x1bOP", *"\x10\x10\x01\x02\x04\x05\x0b\x15\x17\x1f")
_WORDS: Final = tuple(
    "@maya |@tom, |@new |#team |because |(yesterday)|(fri) |/tie |/|weekly |2 |24 dec |May ".split(
        "|"
    )
)
_CLICKS: Final = ("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", "\x1b[<64;{0};{1}M", "\x1b[<65;{0};{1}M")
_PASTES: Final = tuple(
    f"\x1b[200~{text.replace(ESCAPE, '').encode(errors='replace').decode()}\x1b[201~"
    for _, text in HOSTILE
)
_CHANCES: Final = (
    (_KEYS, 40),
    (_DIGITS, 6),
    (_ENTER, 10),
    (_EDITING, 14),
    ((ESCAPE,), 8),
    (_WORDS, 12),
    (_CONTROLS, 3),
    (_CLICKS, 3),
    (_PASTES, 2),
)


def strokes(seed: int, most: int = STROKES) -> Iterator[str]:
    """Yield the strokes of a seed; a text stands for as many as it has letters."""
    chance = random.Random(seed)  # noqa: S311 - noise
    kinds, weights = zip(*_CHANCES, strict=True)
    for _ in range(most):
        (kind,) = chance.choices(kinds, weights)
        stroke = chance.choice(kind)
        at = chance.randint(1, 80), chance.randint(1, 24)
        yield stroke.format(*at) if kind is _CLICKS else stroke
