"""The app's door to the use cases: an open home, spoken to in the app's words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from habits import service
from habits.errors import RapportError, RefusedError, StoreError
from habits.practices import BY_SLUG, PRACTICES
from habits.words import full_day_words
from tui.first_frame import FirstFrame
from tui.mask import mask_of
from tui.outcome import Outcome
from tui.present import agenda_lines, entry_text, habit_text, row_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.change import Change
    from habits.completion import Vocabulary
    from habits.model import Entry
    from habits.practices import Eight, Practice
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow
    from tui.mask import Mask
    from tui.row_text import AgendaLine, EntryText, RowText

MOST_UNSAVED: Final = 500
"""How many operations the TinyDB file may lack while the app is open."""


class Session:
    """One use of the app.

    Attributes:
        workspace: The open home.
        mask: What stands in for names and texts; None while they are shown.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.mask: Mask | None = None
        self._read_on = workspace.today
        self._may_rest = True
        self._known: Vocabulary | None = None

    def first_frame(self) -> FirstFrame:
        """Return what the app shows first.

        Raises:
            RapportError: The home cannot be opened or read.
        """
        rows = self.rows()
        texts = tuple(map(self.row_text, rows))
        return FirstFrame(self.day_words(), self.north_star(), texts, self.agenda(rows))

    def day_words(self) -> str:
        """Return the day on which all rows were read last, in words."""
        return full_day_words(self._read_on)

    def north_star(self) -> str:
        """Return the sentence that the work is for; nothing where none was set."""
        star = service.north_star(self.workspace)
        if star is None:
            return ""
        return (self.mask.north_star(star) if self.mask else star).text

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

    @property
    def practices(self) -> Eight:
        """The eight by their slugs, as the user has made them; behind the mask as they were."""
        return BY_SLUG if self.mask else self.workspace.practices

    def rows(self, practices: Iterable[Practice] = PRACTICES) -> tuple[PracticeRow, ...]:
        """Return practices as they stand, all of them unless said.

        Raises:
            RapportError: They cannot be read.
        """
        if practices is PRACTICES:
            self._read_on = self.workspace.today
        rows = service.rows(self.workspace, practices)
        return tuple(map(self.mask.row, rows)) if self.mask else rows

    def row_text(self, row: PracticeRow) -> RowText:
        """Return how a row reads."""
        return row_text(row, self.names(), self.workspace.today)

    def habit_text(self, row: HabitRow) -> RowText:
        """Return how a habit reads under the row of its practice."""
        return habit_text(row, self.workspace.today)

    def entry_text(self, entry: Entry) -> EntryText:
        """Return how an entry reads in a list."""
        shown = self.mask.entry(entry) if self.mask else entry
        practice = self.practices[entry.practice]
        return entry_text(practice, shown, self.names(), self.workspace.today)

    def agenda(self, rows: Iterable[PracticeRow]) -> tuple[AgendaLine, ...]:
        """Return what is due besides what rows tell, the most urgent first.

        Raises:
            RapportError: It cannot be read.
        """
        follow_ups = service.follow_ups(self.workspace)
        if self.mask:
            follow_ups = tuple(map(self.mask.follow_up, follow_ups))
        return agenda_lines(follow_ups, rows, self.names(), self.workspace.today)

    def names(self, change: Change | None = None) -> Mapping[UUID, str]:
        """Return the names of people and habits by their ids, of those who went with a change too.

        Behind the mask they are stand-ins.
        """
        names = service.labels(self.workspace, change)
        return self.mask.names(names) if self.mask else names

    def vocabulary(self) -> Vocabulary:
        """Return what is known to completion."""
        if self._known is None:
            self._known = service.vocabulary(self.workspace)
        return self.mask.vocabulary(self._known) if self.mask else self._known

    def turn_mask(self) -> bool:
        """Put the mask on or take it off, and return whether it is on."""
        if self.mask is None:
            self.mask = mask_of(self.workspace)
        else:
            self.mask = None
        return self.mask is not None

    def words(self, message: str) -> str:
        """Return a message as it may be shown."""
        return self.mask.words(message) if self.mask else message

    def line(self, text: str) -> str:
        """Return a typed line as it is meant: behind the mask people are named by stand-ins."""
        return self.mask.unmasked(text) if self.mask else text

    def require_unmasked(self) -> None:
        """Check that what is to be changed can be seen.

        Raises:
            RefusedError: The mask is on.
        """
        if self.mask is not None:
            message = "The mask hides what would be changed. Press m to take it off first."
            raise RefusedError(message)

    def log(self, practice: Practice, text: str) -> Outcome:
        """Log a line for a practice.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        return self.outcome(service.log(self.workspace, practice, self.line(text)))

    def log_bare(self, row: PracticeRow) -> Outcome:
        """Log a bare entry on a row: no move, or the first one that its leading habit counts.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        moves = row.leading.habit.moves
        return self.log(row.practice, f"/{moves[0]}" if moves else "")

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
            self._forget()
        return foreign or self.workspace.today != self._read_on

    def rest(self) -> None:
        """Use a quiet moment: make the TinyDB file anew where it lags far behind.

        Where it cannot be written it is not tried again: everything is in the logs, and leaving
        the app is another moment for it.
        """
        if self._may_rest:
            try:
                self.workspace.close(MOST_UNSAVED)
            except StoreError:
                self._may_rest = False

    def undo(self) -> Outcome:
        """Take back the newest act.

        Raises:
            RapportError: There is nothing to take back, or it could not be.
        """
        return self.outcome(service.undo(self.workspace), "Undone")

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
        self._forget()
        today = self.workspace.today
        all_differ = change.foreign or today != self._read_on
        touched = PRACTICES if all_differ else service.touched(self.workspace, change)
        return Outcome(today, self.rows(touched), self._message(change, deed), deed != "Undone")

    def _message(self, change: Change, deed: str) -> str:
        shown = self.mask.change(change) if self.mask else change
        words = service.words_of(self.workspace, shown, self.names(change))
        return f"{deed}: {', '.join(words)}"

    def _forget(self) -> None:
        """Forget what was made of records that may be others now."""
        self._known = None
        if self.mask is not None:
            self.mask = mask_of(self.workspace)
