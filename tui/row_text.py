"""What the rows of Today say, and in which tones: all that is needed to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How something is meant to look; each is a component class of the style sheet."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    ATTENTION = "attention"
    GRAVE = "grave"
    KEPT = "kept"
    MISSED = "missed"
    OPEN = "open"
    PAUSED = "paused"


Cell = tuple[str, Tone]
"""A sign of a strip and its tone."""


@dataclass(frozen=True, slots=True)
class RowText:
    """A practice's row, or one of its further habits, in words and signs.

    Attributes:
        key: The key that logs it; empty for a further habit of the practice above.
        name: Its name.
        strip: Its latest periods, oldest first, always as many.
        count: The length of its streak, empty for none.
        unit: What the streak counts.
        status: Where it stands.
        tone: How the status looks.
        last: The last sentence logged.
        promise: The pause that is planned, what was promised, how often, and the best streak.
        name_tone: How the name looks.
        thing: What it tells of: the slug of a practice, or the id of a further habit as text.
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
    name_tone: Tone = Tone.PLAIN
    thing: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something that is due, in words.

    Attributes:
        text: What it is, and when.
        tone: How it looks.
        follow_up: The id of the follow-up that it tells of, as text; empty for a habit.
        habit: The id of the habit that it tells of, as text; empty for a follow-up.
        aim: The number of the intention that it tells of, as text; empty for what is due.
    """

    text: str
    tone: Tone
    follow_up: str = ""
    habit: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry in words.

    Attributes:
        day: Its day, in words.
        key: The key of its practice.
        practice: The name of its practice.
        words: What happened.
        why: Why it mattered, and the tags.
        tone: How the words look.
    """

    day: str
    key: str
    practice: str
    words: str
    why: str
    tone: Tone = Tone.PLAIN
