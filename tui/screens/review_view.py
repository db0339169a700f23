"""A view: a way to look at a practice or a habit, with a cursor of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui import review_sight
from tui.screens.cursor_view import CursorView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from habits.review.streak_review import StreakReview
    from tui.review_look import Look
    from tui.session import Session


class Looking(Protocol):
    """A place in which one looks at something."""

    look: Look
    review: StreakReview

    @property
    def session(self) -> Session:
        """The session."""

    def look_at(self, look: Look) -> None:
        """Look at something else."""

    def open_entries(self, look: Look) -> None:
        """Show the entries of the day that is looked at."""

    def do_later(self, act: Callable[[], None]) -> None:
        """Do something once the keys that wait have had their turn."""


class View(CursorView):
    """A way to look at a practice or a habit.

    Args:
        place: The place that it is in.
    """

    def __init__(self, place: Looking) -> None:
        self.place = place

    def step(self, by: int) -> None:
        """Move the cursor to the side."""
        self.move(by)

    def show_day(self, day: date) -> None:
        """Look at a day in its year."""
        self.place.look_at(replace(self.place.look, view="year", day=day))

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return review_sight.day_of(self.place.session, self.place.look)
