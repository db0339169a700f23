"""What a list that is drawn line by line has: a cursor, tones, and what the mouse does to it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from textual.message import Message
from textual.reactive import var

from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from textual import events

CURSOR: Final = "▸"
"""What stands before the line at the cursor."""


class CursorList(Toned):
    """A list with a cursor of its own; those that derive from it say what stands on a line."""

    DEFAULT_CSS = """
    CursorList { height: 1fr; }
    """

    TURN: ClassVar[int] = 3
    """How far a turn of the wheel goes."""

    cursor: var[int] = var(0)
    """The number of what the cursor is on, from 0."""

    class Chosen(Message):
        """Something was chosen with the mouse, or the wheel was turned, maybe beyond the ends."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    @abstractmethod
    def number_at(self, y: int) -> int | None:
        """Return the number of what stands on a line; None where nothing does."""

    def number_under(self, x: int, y: int) -> int | None:
        """Return the number of what the mouse is on; all of a line is one thing, unless said."""
        del x
        return self.number_at(y)

    @abstractmethod
    def scroll_to_cursor(self) -> None:
        """Scroll as little as can be so that the cursor is in sight."""

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self.scroll_to_cursor()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.scroll_to_cursor()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if (number := self.number_under(event.x, event.y)) is not None:
            self.post_message(self.Chosen(number))

    def on_mouse_scroll_down(self) -> None:
        """Go on."""
        self.post_message(self.Chosen(self.cursor + self.TURN))

    def on_mouse_scroll_up(self) -> None:
        """Go back."""
        self.post_message(self.Chosen(self.cursor - self.TURN))
