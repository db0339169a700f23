"""The entries that Review tells of, opened in the logbook's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.finding import Finding
from tui import review_sight
from tui.actions import REVIEWED
from tui.keymap import USUAL
from tui.messages import PlaceWanted, ReviewWanted
from tui.screens.logbook import LogbookScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.store.days import Place
    from tui.keymap import Keymap
    from tui.review_look import Look
    from tui.session import Session


class ReviewedEntries(LogbookScreen):
    """The entries of a day that a practice or a habit has; from there one goes back to Review.

    Args:
        open_session: Returns the session.
        look: What is looked at.
        keymap: Which keys do which action.
    """

    GOES_BY = "reviewed"
    ACTIONS = REVIEWED

    def __init__(
        self, open_session: Callable[[], Session], look: Look, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self._look = look
        day = review_sight.day_of(self.session, look)
        self.everything = Finding(practice=look.practice, day=day, habit=look.habit)

    def look_for(self, finding: Finding, at: Place | None = None) -> None:
        """Look for entries; at first for those of the day, with the cursor on the one meant."""
        super().look_for(finding, at or self._look.at)

    def leave_place(self) -> None:
        """Go back to where the day was chosen."""
        self.app.post_message(ReviewWanted(self._look.behind, self._look))

    def action_go(self, place: str) -> None:
        """Go to another place; the logbook is another one too."""
        self.app.post_message(PlaceWanted(place))
