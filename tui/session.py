"""The app's door to the use cases: an open home, spoken to in the app's words."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from habits import service
from habits.change_words import change_words
from habits.errors import RapportError, RefusedError, StoreError
from habits.practices import PRACTICES
from tui.first_frame import FirstFrame
from tui.outcome import Outcome
from tui.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Hashable
    from uuid import UUID

    from habits.change import Change
    from habits.model import Habit
    from habits.practices import Practice
    from habits.service import Logbook, Workspace

HIDDEN: Final = "what the mask hides"

LATER: Final = 60.0
"""After how many seconds what could not be written is tried again."""

MOST_UNSAVED: Final = 500
"""How many operations the TinyDB file may lack while the app is open."""

PATIENCE: Final = 1.0
"""Seconds that a key waits for another process that writes; the screen stands still meanwhile."""


class Session(Sight):
    """One use of the app.

    Args:
        workspace: The open home.

    Attributes:
        drafts: What was left in the line, by what it was written for.
        weeks: Over how many weeks one looks at people; None for as many as usual.
        person: The id of whom one looked at last; None for nobody.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        workspace.store.patience = PATIENCE
        self.drafts: dict[Hashable, str] = {}
        self.weeks: int | None = None
        self.person: UUID | None = None
        self._rests_from = 0.0
        self._caught_up_on = workspace.today

    @cached_property
    def logbook(self) -> Logbook:
        """All entries, and what is looked for among them."""
        return service.Logbook(self.workspace)

    def first_frame(self) -> FirstFrame:
        """Return what the app shows first.

        Raises:
            RapportError: The home cannot be opened or read.
        """
        rows = self.rows()
        texts = tuple(map(self.row_text, rows))
        return FirstFrame(self.day_words(), self.north_star(), texts, self.agenda(rows))

    @property
    def is_new(self) -> bool:
        """Whether nothing was set up or logged in the home yet."""
        home = self.workspace
        return not (
            home.settings.welcomed
            or home.ledger.people()
            or home.ledger.north_stars()
            or home.ledger.has_entries()
        )

    def close(self) -> None:
        """Leave the home, and keep what is shown for the next start.

        Where it cannot be written nothing is lost: everything is in the logs.
        """
        self.mask = None
        with suppress(RapportError):
            self.workspace.close()
            # What others log from here on makes it another home than the one that is shown.
            files = self.workspace.files()
            self.workspace.catch_up()
            rollover_hour = self.workspace.settings.rollover_hour
            shown = self.first_frame().said(self.workspace.today, files, rollover_hour)
            self.workspace.keep(shown)

    def require_unmasked(self) -> None:
        """Check that what is to be changed can be seen.

        Raises:
            RefusedError: The mask is on.
        """
        if self.mask is not None:
            message = "The mask hides what would be changed. Take it off first."
            raise RefusedError(message)

    def log(self, practice: Practice, text: str) -> Outcome:
        """Log a line for a practice.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        change = service.log(self.workspace, practice, self.line(text))
        outcome = self.outcome(change)
        rests = not all(row.is_active for row in outcome.rows)
        if rests and service.to_be_started(self.workspace, change):
            return replace(outcome, resting=self.practices[practice.slug].name)
        return outcome

    def log_bare(self, practice: Practice, habit: Habit) -> Outcome:
        """Log a bare entry for a habit: no move, or the first one that it counts.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        return self.log(practice, self.bare_line(habit))

    @staticmethod
    def bare_line(habit: Habit) -> str:
        """Return the line of a bare entry; where each person is meant it still lacks the name."""
        move = [f"/{habit.moves[0]}"] if habit.moves else []
        return " ".join([*move, *(["@"] if habit.each_person else [])])

    def take_reports(self) -> list[str]:
        """Return what was found damaged or changed since this was asked last, and what was done."""
        return self.workspace.take_reports()

    def catch_up(self) -> bool:
        """Take in what other processes did, and the new day; return whether anything differs.

        Raises:
            RapportError: They cannot be read.
        """
        foreign = self.workspace.catch_up()
        if foreign:
            self._follow()
        before, self._caught_up_on = self._caught_up_on, self.workspace.today
        return foreign or self._caught_up_on != before

    def rest(self) -> None:
        """Use a quiet moment: make the TinyDB file anew where it lags far behind.

        Where it cannot be written that is tried again later: everything is in the logs.
        """
        if time.monotonic() >= self._rests_from and self.workspace.store.is_behind(MOST_UNSAVED):
            try:
                self.workspace.checkpoint()
            except StoreError:
                self._rests_from = time.monotonic() + LATER

    def undo(self) -> Outcome:
        """Take back the newest act.

        Raises:
            RapportError: There is nothing to take back, or it could not be.
        """
        return replace(self.outcome(service.undo(self.workspace), "Undone"), undoable=False)

    def redo(self) -> Outcome:
        """Do again what was taken back last.

        Raises:
            RapportError: There is nothing to do again, or it could not be.
        """
        return self.outcome(service.redo(self.workspace), "Redone")

    def outcome(self, change: Change, deed: str = "Logged") -> Outcome:
        """Return what a change came to.

        Args:
            change: The change.
            deed: What was done, in a word.
        """
        self._follow(change)
        today = self.workspace.today
        all_differ = change.foreign or today != self._read_on
        touched = PRACTICES if all_differ else service.touched(self.workspace, change)
        return Outcome(today, self.rows(touched), self._message(change, deed), undoable=True)

    def _message(self, change: Change, deed: str) -> str:
        shown = self.mask.change(change) if self.mask else change
        today = self.workspace.today
        words = change_words(shown, self.names(change), today, self.practices)
        return f"{deed}: {', '.join(words) or HIDDEN}"
