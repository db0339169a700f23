"""The views of a quarter or a year that are lists: kinds of acts, entries, and promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from tui import present_look_back as present
from tui.messages import ReviewWanted
from tui.screens.back_view import BackView
from tui.screens.bar_view import BarView
from tui.widgets.bar_list import BarList
from tui.widgets.reading_list import ReadingList

if TYPE_CHECKING:
    from habits.review.look_back import Kept
    from tui.screens.back_view import LookingBack

_NOTHING_TO_READ: Final = "No entry says both what happened and why it mattered."


class KindsView(BarView, BackView):
    """Of which kinds acts and slips were."""

    NAME = "kinds"

    def __init__(self, place: LookingBack) -> None:
        super().__init__(place)
        self._list = BarList(lambda: (), lambda: "No act and no slip tells of which kind it was.")

    def show(self) -> None:
        """Show the kinds."""
        lines = present.kind_lines(self.place.back, is_numbers=self.place.look.is_numbers)
        self._list.show(lines, self._list.cursor)

    def open(self) -> None:
        """Refuse to: a kind is of many days.

        Raises:
            RefusedError: Always.
        """
        message = "A kind has no days of its own to show. Find it in the logbook."
        raise RefusedError(message)


class ReadView(BackView):
    """What is worth reading again, and what was noticed."""

    NAME = "entries"

    def __init__(self, place: LookingBack) -> None:
        super().__init__(place)
        self._lines: tuple[tuple[str, str], ...] = ()
        self._list = ReadingList(lambda number: self._lines[number], lambda: _NOTHING_TO_READ)

    @property
    def widget(self) -> ReadingList:
        """The list."""
        return self._list

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self._lines)

    @property
    def page_size(self) -> int:
        """How many of them are in sight."""
        return self._list.page

    def show(self) -> None:
        """Show the texts."""
        self._lines = present.read_lines(self.place.back)
        self._list.show(self.count, self._list.cursor)

    def open(self) -> None:
        """Open the entry in the logbook's way."""
        specific, number = self.place.back.specific, self._list.cursor
        if not self._lines:
            raise RefusedError(_NOTHING_TO_READ)
        if number >= len(specific):
            week = self.place.back.noticed[number - len(specific)].week
            look = replace(self.place.look, day=week, behind="look_back")
            self.place.go_on(ReviewWanted("close", look))
            return
        entry = specific[number]
        look = replace(
            self.place.look,
            practice=entry.practice,
            day=entry.date,
            at=(entry.date.isoformat(), entry.id.int),
            behind="look_back",
        )
        self.place.go_on(ReviewWanted("reviewed", look))


class PromisesView(BarView, BackView):
    """What is promised, how it was kept, and what is decided about it."""

    NAME = "promises"

    def __init__(self, place: LookingBack) -> None:
        super().__init__(place)
        self._list = BarList(self._details, lambda: "Nothing is promised.")

    @property
    def kept(self) -> Kept | None:
        """The promise at the cursor; None where there is none."""
        return self.place.back.habits[self._list.cursor] if self.count else None

    def show(self) -> None:
        """Show the promises."""
        lines = present.habit_lines(self.place.back, is_numbers=self.place.look.is_numbers)
        self._list.show(lines, self._list.cursor)

    def open(self) -> None:
        """Let it be decided about the promise."""
        self.place.choose_decision()

    def _details(self) -> tuple[str, ...]:
        kept = self.kept
        return (
            () if kept is None else present.habit_details(self.place.back, kept, self.place.key_of)
        )
