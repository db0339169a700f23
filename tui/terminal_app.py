"""An app in a terminal: what is typed in turn, messages as they are, and an end in one line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.events import InputEvent, Key, Paste

from tui.driver import mended
from tui.text import plain
from tui.turns import Turns

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.events import Event
    from textual.notifications import SeverityLevel

UNFORESEEN: Final = (
    "rapport: Something unforeseen went wrong ({kind}). What was logged before is safe. "
    "RAPPORT_DEBUG=1 shows the details."
)


class TerminalApp(App[None]):
    """What Textual's own app lacks for one that holds what is private, and is typed in ahead.

    Attributes:
        turns: What is typed, and waits for its turn.
    """

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns(self, super().on_event)

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the terminal and writes to it."""
        return mended(super().get_driver_class())

    async def on_event(self, event: Event) -> None:
        """Take what is typed one after another."""
        is_input = isinstance(event, InputEvent | Paste) and not event.is_forwarded
        if is_input and not self.screen_stack:
            # It was typed, or a mouse moved, while the app ended: there is no screen any more.
            return
        if is_input and isinstance(event, Key | Paste):
            await self.turns.take(event)
        else:
            await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message over the screen as it is, without what a terminal would obey."""
        del markup
        super().notify(
            plain(message), title=title, severity=severity, timeout=timeout, markup=False
        )

    def _fatal_error(self) -> None:
        """End with one line: Textual's own report would show what the user wrote."""
        if os.environ.get("RAPPORT_DEBUG"):
            super()._fatal_error()
        else:
            self.panic(UNFORESEEN.format(kind=type(self._exception).__name__))
