"""The sight: what of a home is shown, in the app's words, and behind the mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.north_stars import VISION, star_of
from habits.practices import PRACTICES
from habits.stand_ins import unsaid_intentions
from habits.words import full_day_words
from tui.present import (
    agenda_lines,
    entry_text,
    habit_text,
    intention_lines,
    row_text,
    whole_entry_text,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from uuid import UUID

    from habits.change import Change
    from habits.completion import Vocabulary
    from habits.model import Entry
    from habits.practices import Eight, Practice
    from habits.service import Workspace
    from habits.service.mask import Mask
    from habits.today import HabitRow, PracticeRow
    from tui.row_text import AgendaLine, EntryText, RowText


class Sight:
    """What of a home is shown.

    Attributes:
        workspace: The open home.
        mask: What stands in for names and texts; None while they are shown.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.mask: Mask | None = None
        self._read_on = workspace.today
        self._known: Vocabulary | None = None
        self._to_learn: list[Change] = []

    def day_words(self) -> str:
        """Return the day on which all rows were read last, in words."""
        return full_day_words(self._read_on)

    def north_star(self) -> str:
        """Return the sentence that the work is for; nothing where none was set."""
        star = service.north_star(self.workspace, self._read_on)
        if star is None:
            return ""
        return (self.mask.north_star(star) if self.mask else star).text

    @property
    def practices(self) -> Eight:
        """The eight by their slugs, as the user has made them; behind the mask as they were."""
        return self.mask.practices if self.mask else self.workspace.practices

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
        planned = service.next_pause(self.workspace, row.leading.habit)
        return row_text(row, self.names(), self._read_on, planned)

    def habit_text(self, row: HabitRow) -> RowText:
        """Return how a habit reads under the row of its practice."""
        planned = service.next_pause(self.workspace, row.habit)
        return habit_text(row, self._read_on, planned)

    def entry_text(self, entry: Entry, names: Mapping[UUID, str]) -> EntryText:
        """Return how an entry reads in a list.

        Args:
            entry: The entry.
            names: What `names` returned, once for the whole list.
        """
        shown = self.mask.entry(entry) if self.mask else entry
        return entry_text(self.practices[entry.practice], shown, names, self.workspace.today)

    def whole_entry_text(self, entry: Entry) -> str:
        """Return all that an entry says."""
        shown = self.mask.entry(entry) if self.mask else entry
        star = None
        if entry.practice == VISION:
            star = star_of(entry, service.north_stars(self.workspace))
        if star and self.mask:
            star = self.mask.north_star(star)
        return whole_entry_text(self.practices[entry.practice], shown, self.names(), star)

    def agenda(self, rows: Iterable[PracticeRow]) -> tuple[AgendaLine, ...]:
        """Return what is intended, and what is due besides what rows tell, the most urgent first.

        Raises:
            RapportError: It cannot be read.
        """
        follow_ups = service.follow_ups(self.workspace)
        intended = service.intentions(self.workspace)
        if self.mask:
            follow_ups = tuple(map(self.mask.follow_up, follow_ups))
            intended = unsaid_intentions(intended)
        due = agenda_lines(follow_ups, rows, self.names(), self._read_on)
        return (*intention_lines(intended), *due)

    def names(self, change: Change | None = None) -> Mapping[UUID, str]:
        """Return the names of people and habits by their ids, of those who went with a change too.

        Behind the mask they are stand-ins.
        """
        names = service.labels(self.workspace, change)
        return self.mask.names(names) if self.mask else names

    def vocabulary(self) -> Vocabulary:
        """Return what is known to completion."""
        known, self._known = self._known, None
        changes, self._to_learn = self._to_learn, []
        for change in changes:
            if known is not None:
                known = service.vocabulary_after(self.workspace, change, known)
        self._known = service.vocabulary(self.workspace) if known is None else known
        return self.mask.vocabulary(self._known) if self.mask else self._known

    def turn_mask(self) -> bool:
        """Put the mask on or take it off, and return whether it is on.

        Raises:
            RapportError: What is to be masked cannot be read.
        """
        if self.mask is None:
            self._put_mask_on()
        else:
            self.mask = None
        return self.mask is not None

    def draft(self, *of: Hashable) -> Hashable:
        """Return under what the text of a line is kept when it is left.

        What was written without the mask is not shown behind it, and stand-ins not without it.
        """
        return (*of, self.mask is None)

    def words(self, message: str) -> str:
        """Return a message as it may be shown."""
        return self.mask.words(message) if self.mask else message

    def line(self, text: str) -> str:
        """Return a typed line as it is meant: behind the mask people are named by stand-ins."""
        return self.mask.unmasked(text) if self.mask else text

    def follow(self, change: Change | None = None) -> None:
        """Follow an act, or what others did: what was made of records may be otherwise now.

        What completion learns of an act waits until it is asked for, which no key is held up by.
        """
        if change is None:
            self._known = None
        else:
            self._to_learn.append(change)
        if self.mask is not None:
            self._put_mask_on(change)

    def _put_mask_on(self, change: Change | None = None) -> None:
        # Imported on need: it is hardly ever asked for.
        from habits.service.mask import mask_of  # noqa: PLC0415

        self.mask = mask_of(self.workspace, change)
