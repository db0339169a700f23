"""The first and the last line of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.text import content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content


class TitleBar(Static):
    """The product's name at the left, the day at the right."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        width: 1fr;
        color: $text-muted;
        padding: 0 1;
    }
    """

    def __init__(self, day: str) -> None:
        super().__init__()
        self._day = day

    def show_day(self, day: str) -> None:
        """Show another day."""
        if day != self._day:
            self._day = day
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        name, room = "rapport", self.size.width
        gap = room - len(name) - len(self._day)
        return content((name, "bold $primary"), " " * max(gap, 1), self._day)


class KeyBar(Static):
    """The keys that do something here, each with what it does."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        width: 1fr;
        color: $text-muted;
        padding: 0 1;
    }
    """

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show keys and their labels."""
        parts = [part for key, label in keys for part in ((key, "$primary"), f" {label}  ")]
        self.update(content(*parts), layout=False)
