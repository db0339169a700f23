"""Telling: what a place says at its foot, or above the line while one writes."""

from __future__ import annotations

import time
from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.widgets.bars import KeyBar
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from tui.row_text import Tone
    from tui.session import Session


class Telling(Screen[None]):
    """A screen that has the line, and tells in its place what happened.

    Attributes:
        told_at: When it told something last, by the clock of Textual's events: a key that was typed
            before that, while the app was held up, does not take it away.
    """

    def __init__(self) -> None:
        super().__init__()
        self._line = QuickLine()
        self._key_bar = KeyBar()
        self.told_at = 0.0

    @property
    @abstractmethod
    def session(self) -> Session:
        """The session."""

    def tell(self, message: str, severity: SeverityLevel = "information") -> None:
        """Show a message at the foot, or above it while something is written there."""
        if self._line.is_open:
            self.app.clear_notifications()
            self.notify(message, severity=severity, markup=False)
        else:
            self.told_at = time.monotonic()
            self._line.show(message, urgent=severity != "information")
            self._make_room()

    def untell(self) -> None:
        """Tell no longer what was told: the mask may hide it by now."""
        if self._line.is_in_use and not self._line.is_open:
            self._line.show("")
            self._make_room()

    def show_aside(self, words: str, tone: Tone) -> None:
        """Show what is told beside the keys, whatever else is told."""
        self._key_bar.show_aside(words, tone)

    def tell_reports(self) -> None:
        """Tell what was found damaged or changed."""
        for report in self.session.take_reports():
            self.notify(self._session_words(report), severity="warning", markup=False)

    def _session_words(self, message: str) -> str:
        return self.session.words(message)

    def _make_room(self) -> None:
        """Let the line take the place of the keys where there is room for one of them alone."""
        self.set_class(self.has_class("-tight") and self._line.is_in_use, "-writing")
