"""Outcomes: what an act came to, as a screen shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tui.text import shortened

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from habits.today import PracticeRow

MESSAGE_CELLS: Final = 120
"""What of an act is told in a message, so that it covers no row."""

_CELLS_BESIDE: Final = 60
"""What of it is told where there is more to say."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act came to.

    Attributes:
        as_of: The local today.
        rows: The rows that changed; all of them where other processes' acts came in, and on
            another day than the rows were read on last.
        says: Returns what happened, in words; it is asked once the rows are drawn.
        undoable: Whether it can be taken back; an act of undoing is not taken back.
        not_started: The name of the practice that was logged and might be started, if it might.
        answer: What is said of a slip.
        proposed: What might be followed up, in words; empty where nothing might.
    """

    as_of: date
    rows: tuple[PracticeRow, ...]
    says: Callable[[], str]
    undoable: bool
    not_started: str = ""
    answer: str = ""
    proposed: str = ""

    @property
    def message(self) -> str:
        """What happened, in words."""
        return self.says()

    def told(self, key_of: Callable[[str], str]) -> str:
        """Return it in words, with the keys of what can be done next.

        Args:
            key_of: Returns the key that does an action, as it is printed.
        """
        beside = list(filter(None, [self.answer, self._proposal(key_of), self._start(key_of)]))
        room = _CELLS_BESIDE if beside else MESSAGE_CELLS
        words = shortened(self.message, room)
        if self.undoable:
            words += f" ({key_of('undo')} undoes)"
        return " · ".join([words, *beside])

    def _proposal(self, key_of: Callable[[str], str]) -> str:
        key = key_of("follow.proposed")
        return f"{key} follows it up: {self.proposed}" if self.proposed else ""

    def _start(self, key_of: Callable[[str], str]) -> str:
        practice, key = self.not_started, key_of("practice.start")
        return f"{practice} is not started: {key} on its row starts it" if practice else ""

    def saying(self, message: str) -> Outcome:
        """Return it with another message."""
        return replace(self, says=lambda: message)
