"""Writing: the line that is being written, for which practice, and what is left of it for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RapportError
from habits.practices import PRACTICES

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.practices import Practice
    from tui.session import Outcome, Session
    from tui.widgets.quick_line import QuickLine


class Writing:
    """What is written in the line.

    Args:
        line: Returns the line.
        session: Returns the session.
    """

    def __init__(self, line: Callable[[], QuickLine], session: Callable[[], Session]) -> None:
        self._line = line
        self._session = session
        self._practice = PRACTICES[0]
        self._preset = ""
        self._drafts: dict[Practice, str] = {}

    def open(self, practice: Practice, preset: str = "") -> None:
        """Open the line for a practice, with a text or with what was left in it."""
        self._practice, self._preset = practice, preset
        self._line().open(practice.slug, preset or self._drafts.pop(practice, ""))
        self.read_back()

    def read_back(self) -> None:
        """Show under the line what it would log, or why it would be refused."""
        line = self._line()
        try:
            line.show(self._session().read_back(self._practice, line.text))
        except RapportError as error:
            line.show(str(error), urgent=True)

    def save(self) -> Outcome | None:
        """Log the line; where it is refused it stays as it is, and the reason stands under it."""
        line = self._line()
        try:
            outcome = self._session().log(self._practice, line.text)
        except RapportError as error:
            line.show(str(error), urgent=True)
            return None
        line.close()
        return outcome

    def leave(self) -> None:
        """Close the line and keep its text for the next time, if anything was written."""
        line = self._line()
        if line.text != self._preset:
            self._drafts[self._practice] = line.text
        line.close()
