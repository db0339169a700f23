"""The app's door to the use cases: an open home, spoken to in the app's words."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from habits import service
from habits.change_words import change_words
from habits.deeds import PROMISED
from habits.errors import RapportError, RefusedError, StoreError, UnreadableRecordError
from habits.follow_ups import proposal_words
from habits.practices import PRACTICES
from habits.service.workspace import MOST_UNSAVED
from habits.slips import answers
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

_MENDED: Final = "'rapport doctor' mends that."

HIDDEN: Final = "what the mask hides"

LATER: Final = 60.0
"""After how many seconds what could not be written is tried again."""

PATIENCE: Final = 1.0
"""Seconds that a key waits for another process that writes; the screen stands still meanwhile."""


class Session(Sight):
    """One use of the app.

    Args:
        workspace: The open home.

    Attributes:
        drafts: What was left in the line, by what it was written for.
        proposing: The id of the entry that was logged last, until something else is done.
        asked: The ids of those whose preference for a 1:1 was told before a public act.
        weeks: Over how many weeks one looks at people; None for as many as usual.
        person: The id of whom one looked at last; None for nobody.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        workspace.store.patience = PATIENCE
        self.drafts: dict[Hashable, str] = {}
        self.proposing: UUID | None = None
        self.asked: set[UUID] = set()
        self.weeks: int | None = None
        self.person: UUID | None = None
        self._rests_from = 0.0
        self._caught_up_on = workspace.today
        self._erased = workspace.store.erased_count

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
        proposed = service.proposed(self.workspace, change)
        self.proposing = change.came[0].id if proposed else None
        return replace(
            outcome,
            not_started=self._not_started(change, outcome),
            answer=next(iter(answers(change.came, outcome.rows)), ""),
            proposed=proposal_words(proposed, outcome.as_of),
        )

    def follow_proposed(self) -> Outcome:
        """Promise the follow-ups that the entry logged last proposes.

        Raises:
            RapportError: It proposes none, or something else was done since.
        """
        if self.proposing is None:
            message = "Nothing is proposed now: a log of Respect with /ally proposes to follow up."
            raise RefusedError(message)
        change = service.promise_proposed(self.workspace, self.proposing)
        return self.outcome(change, PROMISED)

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
            self.follow()
        before, self._caught_up_on = self._caught_up_on, self.workspace.today
        return foreign or self._caught_up_on != before

    def rest(self) -> None:
        """Use a quiet moment: make the TinyDB file anew where it lags far behind.

        Where it cannot be written that is tried again later: everything is in the logs. The order
        of days and the counts are made ready too, so that the places that need them open without
        waiting for them.
        """
        self.workspace.ledger.days()
        self.workspace.ledger.counts()
        if time.monotonic() >= self._rests_from and self.workspace.store.is_behind(MOST_UNSAVED):
            try:
                self.workspace.checkpoint()
            except StoreError:
                self._rests_from = time.monotonic() + LATER

    def undo(self) -> Outcome:
        """Take back the newest act; of an erasing after it, say that it stays.

        Raises:
            RapportError: There is nothing to take back, or it could not be.
        """
        stays = "Erasing cannot be taken back. " if service.erased_last(self.workspace) else ""
        try:
            change = service.undo(self.workspace)
        except RefusedError as error:
            message = f"{stays}{error}"
            raise RefusedError(message) from None
        deed = f"{stays}Undone, from before it" if stays else "Undone"
        return replace(self.outcome(change, deed), undoable=False)

    def redo(self) -> Outcome:
        """Do again what was taken back last.

        Raises:
            RapportError: There is nothing to do again, or it could not be.
        """
        return self.outcome(service.redo(self.workspace), "Redone")

    def outcome(self, change: Change, deed: str = "Logged") -> Outcome:
        """Return what a change came to, as far as that can be shown.

        Args:
            change: The change.
            deed: What was done, in a word.
        """
        self.proposing = None
        try:
            return self._outcome(change, deed)
        except UnreadableRecordError:
            # Who takes this for a failure would do the same once more.
            said = f"{deed}. It is stored, but not all of it can be shown: {_MENDED}"
            return Outcome(self._read_on, (), lambda: said, undoable=True)

    def _outcome(self, change: Change, deed: str) -> Outcome:
        self.follow(change)
        today = self.workspace.today
        all_differ = change.foreign or today != self._read_on
        touched = PRACTICES if all_differ else service.touched(self.workspace, change)
        rows = self.rows(touched)
        return Outcome(today, rows, partial(self._words, change, deed), undoable=True)

    def _words(self, change: Change, deed: str) -> str:
        meant = change.as_meant(self.workspace.ledger.whom())
        shown = self.mask.change(meant) if self.mask else meant
        today, names = self.workspace.today, self.names(change)
        words = change_words(shown, names, today, self.practices, deed)
        return f"{deed}: {', '.join(words) or HIDDEN}"

    def follow(self, change: Change | None = None) -> None:
        """Follow as `Sight` does; what was left in the line may name whoever was erased."""
        super().follow(change)
        before, self._erased = self._erased, self.workspace.store.erased_count
        if self._erased != before:
            self.drafts.clear()

    def _not_started(self, change: Change, outcome: Outcome) -> str:
        is_any_archived = not all(row.is_active for row in outcome.rows)
        practice = service.to_be_started(self.workspace, change) if is_any_archived else None
        return self.practices[practice.slug].name if practice else ""
