"""The view of the kinds that the acts of a practice are of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.review.balance import balances, has_kinds
from tui.present_streaks import balance_lines
from tui.screens.bar_view import BarView
from tui.screens.looking_view import LookingView
from tui.widgets.bar_list import BarList

if TYPE_CHECKING:
    from habits.model import Entry
    from tui.screens.review_view import Looking


class BalanceView(BarView, LookingView):
    """How many acts of a year were of which kind."""

    NAME = "balance"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._list = BarList(lambda: (), self._nothing)

    @property
    def is_enough(self) -> bool:
        """Whether all entries of the year were found."""
        places = self.book.places
        return super().is_enough or (bool(places) and places[-1][0] < self._first)

    def draw(self) -> None:
        """Show the kinds, once all entries of the year were found."""
        look, year = self.place.look, self.place.review.heat.year
        eight = self.place.session.workspace.practices
        told = balances(self._entries() if self.is_enough else (), eight)
        self._list.show(balance_lines(told, year, is_numbers=look.is_numbers), self._list.cursor)

    def draw_more(self) -> None:
        """Show the kinds once all entries of the year were found, and nothing anew before."""
        if self.is_enough:
            self.draw()

    def open(self) -> None:
        """Refuse to: a kind is of many days.

        Raises:
            RefusedError: Always.
        """
        message = "A kind has no days of its own to show. Find it in the logbook."
        raise RefusedError(message)

    def _entries(self) -> list[Entry]:
        last = f"{self.place.review.heat.year}-12-31"
        found = (
            self.book.entry(each) for each in self.book.places if self._first <= each[0] <= last
        )
        return [entry for entry in found if entry is not None]

    @property
    def _first(self) -> str:
        return date(self.place.review.heat.year, 1, 1).isoformat()

    def _nothing(self) -> str:
        if not self.is_enough:
            return "Looking …"
        review, practices = self.place.review, self.place.session.practices
        if not has_kinds(review.slug):
            return f"{practices[review.slug].name} has no kinds of acts to hold against each other."
        return f"No act was logged in {review.heat.year}."
