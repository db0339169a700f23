"""What the rows of People and the head of a person's page say: all that is needed to draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.row_text import Tone

if TYPE_CHECKING:
    from uuid import UUID

    from tui.row_text import Cell


@dataclass(frozen=True, slots=True)
class PersonText:
    """A person's row in words and signs.

    Attributes:
        person: Their id.
        band: What the rows that stand together have in common.
        name: Their name.
        role: What they do.
        presence: Where they are, if they are not here.
        last: How long ago the last warm contact was.
        contacts: The same for each of the eight practices: a sign with its tone, and a number.
        minutes: How many minutes they had with customers, empty for none.
        lacks: What they had none of.
        tone: How the name looks.
    """

    person: UUID
    band: str
    name: str
    role: str
    presence: str
    last: str
    contacts: tuple[tuple[Cell, str], ...]
    minutes: str
    lacks: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of what is known of a person.

    Attributes:
        label: Which kind of thing it tells.
        text: What it tells.
        tone: How it looks.
    """

    label: str
    text: str
    tone: Tone = Tone.PLAIN
