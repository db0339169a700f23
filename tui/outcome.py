"""Outcomes: what an act came to, as a screen shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from habits.today import PracticeRow


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act came to.

    Attributes:
        as_of: The local today.
        rows: The rows that changed; all of them where other processes' acts came in, and on
            another day than the rows were read on last.
        message: What happened, in words.
        undoable: Whether it can be taken back; an act of undoing is not taken back.
        resting: The name of the practice that was logged and might be started, if it might.
    """

    as_of: date
    rows: tuple[PracticeRow, ...]
    message: str
    undoable: bool
    resting: str = ""

    def saying(self, message: str) -> Outcome:
        """Return it with another message."""
        return replace(self, message=message)
