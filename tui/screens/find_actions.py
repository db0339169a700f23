"""Finding: the logbook shows what is looked for, while one types and afterwards."""

from __future__ import annotations

import time
from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from habits.completion import complete
from habits.finding import Finding
from habits.text import quoted
from habits.when import require_date
from habits.words import day_words, long_day_words
from tui import tasks
from tui.action import methods
from tui.actions import FINDING, FINDING_LINE
from tui.choice import Choice
from tui.keymap import remapped
from tui.messages import PlaceWanted
from tui.screens.entry_actions import EntryActions
from tui.task import Reading, Task

if TYPE_CHECKING:
    from datetime import date

    from habits.completion import Completion
    from habits.service import Logbook
    from habits.store.days import Place
    from tui.action import Action

AT_ONE_GO: Final = 0.002
"""For how many seconds entries are looked through before a key can have its turn."""

BREATH: Final = 0.001
"""For how many seconds a key may have its turn then."""
_TEXT_CELLS: Final = 24
_OF_FINDING: Final = methods(FINDING)


class FindActions(EntryActions):
    """The actions that say what is looked for, for a place that lists what is found.

    Attributes:
        everything: What is looked for where nothing is said.
        at: Where the entry stood on which the cursor was last; None for the first one.
    """

    everything: Finding = Finding()
    at: Place | None = None
    _find_task: Task | None = None
    _goes_on = False

    @abstractmethod
    def show_found(self) -> None:
        """Show what is found until now."""

    @abstractmethod
    def show_more(self) -> None:
        """Show what was found besides, behind what is shown."""

    @property
    def logbook(self) -> Logbook:
        """The entries."""
        return self.session.logbook

    @property
    def line_actions(self) -> tuple[Action, ...]:
        """What can be done while the line is open, by the keys that do it now."""
        return remapped(FINDING_LINE, self.keymap) if self.is_finding else super().line_actions

    @property
    def is_finding(self) -> bool:
        """Whether one is typing what is looked for."""
        return self._find_task is not None and self._writing.task is self._find_task

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the arrows go through what is found while one types."""
        if action in _OF_FINDING or (action == "choose_move" and self.is_finding):
            return action in _OF_FINDING and self.is_finding and not self.is_too_small
        return super().check_action(action, parameters)

    def look_for(self, finding: Finding, at: Place | None = None) -> None:
        """Look for entries, the first of them at once and the others between two keys.

        Args:
            finding: What is looked for.
            at: Where the entry stands that the cursor is to be on, or near; None for the first.
        """
        self.at = at
        self.logbook.look_for(finding)
        self.show_anew()

    def show_anew(self) -> None:
        """Look through the next entries, and show all that is found anew."""
        self._look_on()
        self.show_found()
        self._tell_count()

    def _go_on(self) -> None:
        self._goes_on = False
        self.carry_out(self._go_on_looking)

    def _go_on_looking(self) -> None:
        self._look_on()
        self.show_more()
        self._tell_count()

    def _look_on(self) -> None:
        until = time.monotonic() + AT_ONE_GO
        while self.logbook.is_looking:
            self.logbook.look_on()
            if time.monotonic() >= until:
                break
        if self.logbook.is_looking and not self._goes_on:
            self._goes_on = True
            self.set_timer(BREATH, self._go_on)

    def action_find(self) -> None:
        """Find entries as one types."""
        before, at = self.logbook.finding, self.at
        said = "" if self.session.mask else before.text

        def find(text: str) -> None:
            line = self.session.line(text)
            if Finding(line).words != self.logbook.finding.words:
                self.look_for(replace(self.logbook.finding, text=line))

        def read(text: str) -> Reading:
            find(text)
            return Reading("All must fit: words /move @name #tag")

        def offer(text: str) -> Completion:
            return complete(text, None, self.session.vocabulary())

        self._find_task = Task(
            "find",
            "words, @people, #tags",
            read,
            find,
            said,
            complete=offer,
            leave=lambda: self.look_for(before, at),
        )
        self.write(self._find_task)

    def action_clear(self) -> None:
        """Show all entries again; where all are shown, go back to Today."""
        if self.logbook.finding == self.everything:
            self.leave_place()
        else:
            self.look_for(self.everything, self.at)

    def leave_place(self) -> None:
        """Go back to where one came from."""
        self.app.post_message(PlaceWanted("today"))

    def action_filter_practice(self) -> None:
        """Show the entries of one practice alone, or of all."""
        choices = [
            Choice(each.name, each.why, each.slug) for each in self.session.practices.values()
        ]
        choices.append(Choice("All", "every practice", None))

        def show(slug: str | None) -> None:
            # A habit counts nothing of another practice.
            self.look_for(replace(self.logbook.finding, practice=slug, habit=None), self.at)

        self.choose("Show", choices, show)

    def action_filter_day(self) -> None:
        """Show the entries of one day alone, or of all."""
        finding = self.logbook.finding
        if finding.day is not None:
            self.look_for(replace(finding, day=None), self.at)
            return
        entry = self.entry

        def day_in(text: str) -> date | None:
            if not text.strip():
                return None if entry is None else entry.date
            return require_date(text, self.session.workspace.today)

        def read(text: str) -> Reading:
            day = day_in(text)
            return Reading(f"the entries of {long_day_words(day)}" if day else "of which day?")

        def save(text: str) -> None:
            self.look_for(replace(self.logbook.finding, day=day_in(text)), self.at)

        self.write(Task("day", tasks.acts.DATES, read, save))

    def _tell_count(self) -> None:
        """Tell how many entries are shown, and of which kind."""
        book, finding = self.logbook, self.logbook.finding
        total = len(book.places) if finding.person else book.total
        more = "…" if book.is_looking else ""
        said = "these words" if self.session.mask else quoted(finding.text, _TEXT_CELLS)
        parts = [
            f"{total:,}{more} {'entry' if total == 1 else 'entries'}"
            if finding.is_all_of_them
            else f"{len(book.places):,}{more} of {book.total:,}",
            self.session.practices[finding.practice].name if finding.practice else "",
            day_words(finding.day, self.session.workspace.today) if finding.day else "",
            said if finding.words else "",
            self.session.names().get(finding.habit, "") if finding.habit else "",
        ]
        self.title_bar.show_day(" · ".join(filter(None, parts)))
