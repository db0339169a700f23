"""A view of entries, which are looked through a piece at a time, between two keys."""

from __future__ import annotations

import time
from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from habits import service
from habits.finding import Finding
from tui.screens.find_actions import AT_ONE_GO
from tui.screens.review_view import View

if TYPE_CHECKING:
    from habits.service import Logbook
    from tui.screens.review_view import Looking


class LookingView(View):
    """The entries of a practice, or those that a habit counts.

    Those that derive from it say what is drawn of them.
    """

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._finding: Finding | None = None
        self._goes_on = False

    @cached_property
    def book(self) -> Logbook:
        """All entries, and those of the practice among them."""
        return service.Logbook(self.place.session.workspace)

    @abstractmethod
    def draw(self) -> None:
        """Draw what was found until now."""

    @abstractmethod
    def draw_more(self) -> None:
        """Draw what was found besides."""

    @property
    def is_enough(self) -> bool:
        """Whether what was found until now is all that is drawn."""
        return not self.book.is_looking

    def show(self) -> None:
        """Show the entries that are found until now."""
        self.book.follow()
        look = self.place.look
        finding = Finding(practice=look.practice, habit=look.habit)
        if finding != self._finding:
            self._finding = finding
            self.book.look_for(finding)
        self._look_on()
        self.draw()

    def _look_on(self) -> None:
        until = time.monotonic() + AT_ONE_GO
        while not self.is_enough:
            self.book.look_on()
            if time.monotonic() >= until:
                break
        if not self.is_enough and not self._goes_on:
            self._goes_on = True
            self.place.do_later(self._go_on)

    def _go_on(self) -> None:
        self._goes_on = False
        self._look_on()
        self.draw_more()
