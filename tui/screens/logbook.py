"""The logbook: all entries, found as one types, and mended."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from habits import service
from habits.completion import complete
from habits.finding import Finding
from habits.when import require_date
from habits.words import day_words, long_day_words
from tui import tasks
from tui.actions import LOGBOOK
from tui.choice import Choice
from tui.keymap import USUAL
from tui.messages import PlaceWanted
from tui.row_text import EntryText, Tone
from tui.screens.entry_actions import EntryActions
from tui.task import Reading, Task
from tui.widgets.bars import TitleBar
from tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID

    from textual.widget import Widget

    from habits.completion import Completion
    from habits.model import Entry
    from habits.service import Logbook
    from tui.keymap import Keymap
    from tui.session import Session

_UNREADABLE = EntryText("", "", "", "cannot be read; 'rapport doctor' tells more", "", "")


class LogbookScreen(EntryActions):
    """All entries, the newest day first.

    Args:
        open_session: Returns the session.
        keymap: Which keys do which action.
        is_finding: Whether it opens with the line in which one says what to find.
    """

    NAME = "Logbook"
    ACTIONS = LOGBOOK

    def __init__(
        self,
        open_session: Callable[[], Session],
        keymap: Keymap = USUAL,
        *,
        is_finding: bool = False,
    ) -> None:
        super().__init__(open_session, keymap)
        self._is_finding = is_finding
        self._finding = Finding()
        self._search: Iterator[list[UUID]] | None = None
        self._found: list[UUID] = []

    def body(self) -> Iterable[Widget]:
        """Return the title and the list."""
        yield TitleBar("Logbook", "")
        yield EntryList(self._read, self._nothing)

    def on_mount(self) -> None:
        """Show all entries."""
        self.show_all()
        if self._is_finding:
            self.action_find()

    def show_all(self) -> None:
        """Read the logbook anew, with the cursor on the entry that it was on."""
        at, number = self._key, self._list.cursor
        self.__dict__.pop("_logbook", None)
        self._look_for(self._finding)
        if at in self._found:
            number = self._found.index(at)
        self._list.show(len(self._found), number)

    def action_go(self, place: str) -> None:
        """Go to another place."""
        if place == "logbook":
            self._look_for(Finding())
        else:
            super().action_go(place)

    def action_find(self) -> None:
        """Find entries as one types."""
        before = self._finding

        def read(text: str) -> Reading:
            self._look_for(replace(self._finding, text=text))
            return Reading("every word has to stand in what happened, why, /move, @name or #tag")

        def save(text: str) -> None:
            self._look_for(replace(self._finding, text=text))

        def offer(text: str) -> Completion:
            return complete(text, None, self.session.vocabulary())

        self.write(
            Task(
                "find",
                "words, @people, #tags",
                read,
                save,
                self._finding.text if self.session.mask is None else "",
                complete=offer,
                leave=lambda: self._look_for(before),
            )
        )

    def action_clear(self) -> None:
        """Show all entries again; where all are shown, go back to Today."""
        if self._finding.is_anything:
            self.app.post_message(PlaceWanted("today"))
        else:
            self._look_for(Finding())

    def action_filter_practice(self) -> None:
        """Show the entries of one practice alone, or of all."""
        choices = [
            Choice(each.name, each.why, each.slug) for each in self.session.practices.values()
        ]
        choices.append(Choice("All", "every practice", None))
        self.choose(
            "Show", choices, lambda slug: self._look_for(replace(self._finding, practice=slug))
        )

    def action_filter_day(self) -> None:
        """Show the entries of one day alone, or of all."""
        if self._finding.day is not None:
            self._look_for(replace(self._finding, day=None))
            return
        today, entry = self.session.workspace.today, self.entry

        here = None if entry is None else entry.date

        def read(text: str) -> Reading:
            day = require_date(text, today) if text.strip() else here
            return Reading(f"the entries of {long_day_words(day)}" if day else "of which day?")

        def save(text: str) -> None:
            day = require_date(text, today) if text.strip() else here
            self._look_for(replace(self._finding, day=day))

        self.write(Task("day", tasks.acts.DATES, read, save))

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._list.cursor = max(min(self._list.cursor + by, self._list.count - 1), 0)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_move(by * self._list.page)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first entry or to the last."""
        self._list.cursor = to if to >= 0 else max(self._list.count + to, 0)

    def on_entry_list_chosen(self, event: EntryList.Chosen) -> None:
        """Move the cursor to what was clicked."""
        self._list.cursor = event.number

    def _look_for(self, finding: Finding) -> None:
        """Look for entries, the first of them at once and the others between two keys."""
        self._finding = finding
        if finding.is_anything:
            self._search, self._found = None, list(self._logbook.keys)
        else:
            meant = replace(finding, text=self.session.line(finding.text))
            self._search, self._found = self._logbook.search(meant), []
            self._go_on_searching()
        self._list.show(len(self._found), 0)
        self._tell_count()

    def _go_on_searching(self) -> None:
        """Look through the next entries."""
        more = None if self._search is None else next(self._search, None)
        if more is None:
            self._search = None
        else:
            self._found += more
            self.call_later(self._go_on_after, self._search)
        self._list.show(len(self._found), self._list.cursor)
        self._tell_count()

    def _go_on_after(self, search: Iterator[list[UUID]]) -> None:
        """Go on with a search, if nothing else is looked for by now."""
        if search is self._search:
            self._go_on_searching()

    def _tell_count(self) -> None:
        today, looked_for = self.session.workspace.today, self._finding
        parts = [
            self.session.practices[looked_for.practice].name if looked_for.practice else "",
            day_words(looked_for.day, today) if looked_for.day else "",
            f"{len(self._found):,} of {len(self._logbook.keys):,}"
            if not looked_for.is_anything
            else f"{len(self._found):,} entries",
            "…" if self._search is not None else "",
        ]
        self.title_bar.show_day(" · ".join(filter(None, parts)))

    def _read(self, number: int) -> EntryText:
        entry = self._logbook.entry(self._found[number])
        return (
            self.session.entry_text(entry) if entry else replace(_UNREADABLE, tone=Tone.ATTENTION)
        )

    def _nothing(self) -> str:
        if self._finding.is_anything:
            return "Nothing is logged yet. Press 1 to 8 to log an act."
        return "Nothing fits. esc shows all entries again."

    @cached_property
    def _logbook(self) -> Logbook:
        return service.Logbook(self.session.workspace)

    @property
    def _key(self) -> UUID | None:
        number = self._list.cursor
        return self._found[number] if number < len(self._found) else None

    @property
    def entry(self) -> Entry | None:
        """The entry at the cursor; None where there is none."""
        key = self._key
        return None if key is None else self._logbook.entry(key)

    @property
    def _list(self) -> EntryList:
        return self.query_one(EntryList)
