"""The logbook: all entries, found as one types, and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import LOGBOOK
from tui.keymap import USUAL
from tui.row_text import EntryText, Tone
from tui.screens.find_actions import FindActions
from tui.widgets.bars import TitleBar
from tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from textual.widget import Widget

    from habits.model import Entry
    from tui.keymap import Keymap
    from tui.session import Session

_UNREADABLE = EntryText("", "", "", "cannot be read", "", Tone.ATTENTION)


class LogbookScreen(FindActions):
    """All entries, the newest day first.

    Args:
        open_session: Returns the session.
        keymap: Which keys do which action.
        is_finding: Whether it opens with the line in which one says what to find.
    """

    NAME = "Logbook"
    GOES_BY = "logbook"
    ACTIONS = LOGBOOK

    def __init__(
        self,
        open_session: Callable[[], Session],
        keymap: Keymap = USUAL,
        *,
        is_finding: bool = False,
    ) -> None:
        super().__init__(open_session, keymap)
        self._opens_finding = is_finding
        self._names: Mapping[UUID, str] = {}

    def body(self) -> Iterable[Widget]:
        """Return the title and the list."""
        yield TitleBar("Logbook", "")
        yield EntryList(self._read, self._read_whole, self._nothing)

    def on_mount(self) -> None:
        """Show all entries."""
        self.carry_out(self._begin)

    def _begin(self) -> None:
        self.logbook.follow()
        self.look_for(self.everything)
        if self._opens_finding:
            self.action_find()

    def show_all(self) -> None:
        """Show everything as it is now, with the cursor on the entry that it was on."""
        self.logbook.follow()
        self.show_anew()

    def show_found(self) -> None:
        """Show what is found until now."""
        self._names = self.session.names()
        number = self.number_here
        self._list.show(self.above + len(self.logbook.places), number)
        self.remember(number)

    def show_more(self) -> None:
        """Show what was found besides, behind what is shown."""
        if self.at is None or self.number_here != self._list.cursor:
            self.show_found()
        else:
            self._list.grow(self.above + len(self.logbook.places))

    @property
    def above(self) -> int:
        """How many lines stand above the entries."""
        return 0

    @property
    def number_here(self) -> int:
        """The number of the line that the cursor is to be on."""
        return 0 if self.at is None else self.logbook.number(self.at)

    def remember(self, number: int) -> None:
        """Remember where the entry stands that the cursor is on, unless another was meant."""
        here = self.logbook.place(number)
        if self.at is None or (here is not None and here[1] == self.at[1]):
            self.at = here

    def action_go(self, place: str) -> None:
        """Go to another place."""
        if place == self.GOES_BY:
            self.look_for(self.everything)
        else:
            super().action_go(place)

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._go_to(self._list.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_move(by * self._list.page)

    def action_move_found(self, by: int) -> None:
        """Move the cursor while one types what is looked for."""
        self.action_move(by)

    def action_page_found(self, by: int) -> None:
        """Move the cursor by a page while one types what is looked for."""
        self.action_page(by)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first entry or to the last."""
        self._go_to(to if to >= 0 else self._list.count + to)

    def on_cursor_list_chosen(self, event: EntryList.Chosen) -> None:
        """Move the cursor to what was clicked."""
        self._go_to(event.number)

    def _go_to(self, number: int) -> None:
        self._list.cursor = max(min(number, self._list.count - 1), 0)
        self.at = None
        self.remember(self._list.cursor)

    def _read(self, number: int) -> EntryText:
        places = self.logbook.places
        # What another process has just deleted is no longer there, but still to be drawn.
        entry = self.logbook.entry(places[number]) if number < len(places) else None
        return self.session.entry_text(entry, self._names) if entry else _UNREADABLE

    def _read_whole(self) -> str:
        return self.session.whole_entry_text(self.entry) if self.entry else self.why_no_entry

    def _nothing(self) -> str:
        if self.logbook.is_looking:
            return "Looking …"
        if self.logbook.finding.is_all_of_them:
            first, last = self.key_of("log.vision"), self.key_of("log.thanks")
            return f"Nothing is logged yet. Press {first} to {last} to log an act."
        return f"Nothing fits. {self.key_of('filter.none')} shows all entries again."

    @property
    def entry(self) -> Entry | None:
        """The entry at the cursor; None where there is none, or it cannot be read."""
        place = self.logbook.place(self._list.cursor - self.above)
        return None if place is None else self.logbook.entry(place)

    @property
    def why_no_entry(self) -> str:
        """Why there is no entry at the cursor."""
        if self._list.count:
            return "This entry cannot be read. Leave rapport and run 'rapport doctor'."
        return self._nothing()

    @property
    def _list(self) -> EntryList:
        return self.query_one(EntryList)
