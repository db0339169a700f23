"""The app's one door to the use cases."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from habits import service
from habits.errors import RapportError, StoreError
from habits.words import full_day_words
from tui.first_frame import FirstFrame
from tui.present import draft_text, row_text

if TYPE_CHECKING:
    from datetime import date

    from habits.change import Change
    from habits.practices import Practice
    from habits.service import Workspace
    from habits.today import PracticeRow, Today
    from tui.row_text import RowText


MOST_UNSAVED: Final = 500
"""How many operations the TinyDB file may lack while the app is open."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act came to.

    Attributes:
        as_of: The local today.
        rows: The rows that changed; all of them where other processes' acts came in, and on
            another day than the rows were read on last.
        message: What happened, in words.
        undoable: Whether `u` takes it back; an act of undoing is not taken back.
    """

    as_of: date
    rows: tuple[PracticeRow, ...]
    message: str
    undoable: bool


class Session:
    """One use of the app: the open home, spoken to in the app's words."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._read_on = workspace.today
        self._may_rest = True

    def first_frame(self) -> FirstFrame:
        """Return what the app shows first.

        Raises:
            RapportError: The home cannot be opened or read.
        """
        today = self.today()
        return FirstFrame(self.day_words(), tuple(map(self.row_text, today.rows)))

    def day_words(self) -> str:
        """Return the day on which all rows were read last, in words."""
        return full_day_words(self._read_on)

    def close(self) -> None:
        """Leave the home, and keep what is shown for the next start.

        Where it cannot be written nothing is lost: everything is in the logs.
        """
        with suppress(RapportError):
            self._workspace.close()
            # What others log from here on makes it another home than the one that is shown.
            files = self._workspace.files()
            self._workspace.catch_up()
            rollover_hour = self._workspace.settings.rollover_hour
            shown = self.first_frame().said(self._workspace.today, files, rollover_hour)
            self._workspace.keep(shown)

    def today(self) -> Today:
        """Return the eight practices as they stand.

        Raises:
            RapportError: They cannot be read.
        """
        today = service.today(self._workspace)
        self._read_on = today.as_of
        return today

    def row_text(self, row: PracticeRow) -> RowText:
        """Return how a row reads."""
        return row_text(row, service.names(self._workspace), self._workspace.today)

    def log(self, practice: Practice, text: str) -> Outcome:
        """Log a line for a practice.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        return self._outcome(service.log(self._workspace, practice, text))

    def log_bare(self, row: PracticeRow) -> Outcome:
        """Log a bare entry on a row: no move, or the first one that its leading habit counts.

        Raises:
            RapportError: It cannot be logged; nothing was stored.
        """
        moves = row.leading.habit.moves
        return self.log(row.practice, f"/{moves[0]}" if moves else "")

    def take_reports(self) -> list[str]:
        """Return what was found damaged or changed since this was asked last, and what was done."""
        return self._workspace.take_reports()

    def catch_up(self) -> Today | None:
        """Take in what other processes did, and the new day; return all rows if anything differs.

        Raises:
            RapportError: They cannot be read.
        """
        foreign = self._workspace.catch_up()
        return self.today() if foreign or self._workspace.today != self._read_on else None

    def rest(self) -> None:
        """Use a quiet moment: make the TinyDB file anew where it lags far behind.

        Where it cannot be written it is not tried again: everything is in the logs, and leaving
        the app is another moment for it.
        """
        if self._may_rest:
            try:
                self._workspace.close(MOST_UNSAVED)
            except StoreError:
                self._may_rest = False

    def undo(self) -> Outcome:
        """Take back the newest act.

        Raises:
            RapportError: There is nothing to take back, or it could not be.
        """
        return self._outcome(service.undo(self._workspace), "Undone")

    def redo(self) -> Outcome:
        """Do again what was taken back last.

        Raises:
            RapportError: There is nothing to do again, or it could not be.
        """
        return self._outcome(service.redo(self._workspace), "Redone")

    def read_back(self, practice: Practice, text: str) -> str:
        """Return what a line would log, in words.

        Raises:
            RapportError: The line cannot be logged.
        """
        draft = service.preview(self._workspace, practice, text)
        known = service.handles(self._workspace)
        return draft_text(practice, draft, known, self._workspace.today)

    def _outcome(self, change: Change, deed: str = "Logged") -> Outcome:
        today = self._workspace.today
        all_differ = change.foreign or today != self._read_on
        rows = self.today().rows if all_differ else self._rows(change)
        return Outcome(today, rows, self._message(change, deed), deed != "Undone")

    def _rows(self, change: Change) -> tuple[PracticeRow, ...]:
        return service.rows(self._workspace, service.touched(self._workspace, change))

    def _message(self, change: Change, deed: str) -> str:
        return f"{deed}: {', '.join(service.words_of(self._workspace, change))}"
