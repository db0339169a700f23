"""A view with a cursor of its own: one of several ways to look at the same thing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tui.widgets.cursor_list import CursorList


class CursorView(ABC):
    """A way to look at something; those that derive from it say at what."""

    NAME: ClassVar[str]

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
        """Show what is looked at."""

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

    def page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.move(by * self.page_size)

    def jump(self, to: int) -> None:
        """Move the cursor to one of the ends."""
        self.go_to(to if to >= 0 else self.count + to)
