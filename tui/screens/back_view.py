"""A view of a quarter or a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.screens.cursor_view import CursorView

if TYPE_CHECKING:
    from textual.message import Message

    from habits.service import LookBack
    from tui.review_look import Look


class LookingBack(Protocol):
    """A place in which one looks back."""

    look: Look
    back: LookBack

    def go_on(self, wanted: Message) -> None:
        """Go where the cursor leads to."""

    def choose_decision(self) -> None:
        """Let it be decided about the promise at the cursor."""

    def key_of(self, action: str) -> str:
        """Return the key that does an action, as it is printed."""


class BackView(CursorView):
    """A way to look back.

    Args:
        place: The place that it is in.
    """

    def __init__(self, place: LookingBack) -> None:
        self.place = place
