"""A view: a way to look at a practice or a habit, with a cursor of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from tui import review_sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from habits.review.streak_review import StreakReview
    from tui.review_look import Look
    from tui.session import Session
    from tui.widgets.cursor_list import CursorList


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


class View(ABC):
    """A way to look at a practice or a habit.

    Args:
        place: The place that it is in.
    """

    NAME: ClassVar[str]

    def __init__(self, place: Looking) -> None:
        self.place = place

    @property
    @abstractmethod
    def widget(self) -> CursorList:
        """What draws it now."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many things the cursor can be on."""

    @property
    def page_size(self) -> int:
        """How many of these a page has."""
        return 1

    @abstractmethod
    def show(self) -> None:
        """Show the practice or the habit that is looked at."""

    @abstractmethod
    def open(self) -> None:
        """Open what the cursor is on.

        Raises:
            RefusedError: There is nothing to open.
        """

    def go_to(self, number: int) -> None:
        """Move the cursor, stopping at the ends."""
        self.widget.cursor = max(min(number, self.count - 1), 0)

    def move(self, by: int) -> None:
        """Move the cursor."""
        self.go_to(self.widget.cursor + by)

    def step(self, by: int) -> None:
        """Move the cursor to the side."""
        self.move(by)

    def page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.move(by * self.page_size)

    def jump(self, to: int) -> None:
        """Move the cursor to one of the ends."""
        self.go_to(to if to >= 0 else self.count + to)

    def show_day(self, day: date) -> None:
        """Look at a day in its year."""
        self.place.look_at(replace(self.place.look, view="year", day=day))

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return review_sight.day_of(self.place.session, self.place.look)
