"""What is decided about a promise in a look back: it is kept, changed or retired."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from habits import service
from habits.deeds import ARCHIVED, KEPT
from habits.errors import RefusedError
from habits.review.decision_words import begins_usually
from habits.words import long_day_words
from tui import back_sight, tasks
from tui.choice import Choice
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.change import Change
    from habits.model import Habit
    from habits.review.look_back import Kept
    from habits.service import LookBack


class DecisionActions(CommonActions):
    """The decisions, for a place that has a cursor on a promise."""

    back: LookBack

    @property
    @abstractmethod
    def kept(self) -> Kept | None:
        """The promise at the cursor; None where it is on none."""

    def action_keep(self) -> None:
        """Keep the promise at the cursor as it is."""
        self._decide(KEPT, service.keep_promise)

    def action_retire(self) -> None:
        """Retire the promise at the cursor; its entries stay."""
        self._decide(ARCHIVED, service.retire_promise)

    def action_change(self) -> None:
        """Change how often the promise at the cursor is promised, from a day on."""

        def begin() -> None:
            self.write(tasks.decisions.changing(self.session, self.back.look, self._habit()))

        self.carry_out(begin)

    def choose_decision(self) -> None:
        """Let it be decided about the promise at the cursor."""
        kept = self.kept
        if kept is None:
            message = "Nothing is promised."
            raise RefusedError(message)
        since = long_day_words(begins_usually(self.back.look))
        choices = [
            Choice("Keep", str(kept.habit.cadence(self.back.look.as_of)), self.action_keep),
            Choice("Change how often", f"from {since} on, or another day", self.action_change),
            Choice("Retire", "its entries stay", self.action_retire),
        ]
        self.choose(kept.habit.name, choices, lambda act: act())

    def _decide(self, deed: str, decide: Callable[..., Change]) -> None:
        session, look = self.session, self.back.look
        self.carry_out(
            lambda: session.outcome(decide(session.workspace, look, self._habit().id), deed)
        )

    def _habit(self) -> Habit:
        """Return the habit at the cursor.

        Raises:
            RefusedError: The cursor is on none, or it is gone.
        """
        if (kept := self.kept) is None:
            message = f"That is no promise. {self.key_of('back.view')} turns to those."
            raise RefusedError(message)
        return back_sight.habit_of(self.session, kept.habit.id)
