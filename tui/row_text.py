"""What a practice's row says, and in which tones: all that is needed to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How something is meant to look; each is a component class of the style sheet."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    ATTENTION = "attention"
    KEPT = "kept"
    MISSED = "missed"
    OPEN = "open"
    PAUSED = "paused"


Cell = tuple[str, Tone]
"""A sign of a strip and its tone."""


@dataclass(frozen=True, slots=True)
class RowText:
    """A practice's row in words and signs.

    Attributes:
        key: The key that logs it.
        name: Its name.
        strip: Its latest periods, oldest first, always as many.
        count: The length of its streak, empty for none.
        unit: What the streak counts.
        status: Where it stands.
        tone: How the status looks.
        last: The last sentence logged.
        promise: What was promised, how often, and the best streak.
    """

    key: str
    name: str
    strip: tuple[Cell, ...]
    count: str
    unit: str
    status: str
    tone: Tone
    last: str
    promise: str
