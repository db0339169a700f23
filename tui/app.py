"""The app: its first screen, its style and what happens when something unforeseen does."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from textual.app import App

from tui.driver import mended
from tui.screens.today import TodayScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.session import Session

UNFORESEEN = (
    "rapport: Something unforeseen went wrong ({kind}). What was logged before is safe. "
    "RAPPORT_DEBUG=1 shows the details."
)


class RapportApp(App[None]):
    """rapport, full screen."""

    TITLE = "rapport"
    CSS_PATH = "styles/today.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def get_default_screen(self) -> TodayScreen:
        """Return the screen that opens first."""
        return TodayScreen(self._session)

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the terminal and writes to it."""
        return mended(super().get_driver_class())

    def on_ready(self) -> None:
        """Look for garbage again, but not among what was made until now and stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _fatal_error(self) -> None:
        """End with one line: Textual's own report would show what the user wrote."""
        if os.environ.get("RAPPORT_DEBUG"):
            super()._fatal_error()
        else:
            self.panic(UNFORESEEN.format(kind=type(self._exception).__name__))
