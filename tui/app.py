"""The app: its first screen, its style and what happens when something unforeseen does."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from textual.app import App

from tui.driver import mended
from tui.screens.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from habits.errors import RapportError
    from tui.first_frame import FirstFrame
    from tui.messages import HelpWanted, HomeFailed
    from tui.session import Session

UNFORESEEN = (
    "rapport: Something unforeseen went wrong ({kind}). What was logged before is safe. "
    "RAPPORT_DEBUG=1 shows the details."
)


class RapportApp(App[None]):
    """rapport, full screen.

    Args:
        open_session: Opens the home; it is called behind the first frame where there is one.
        frame: What is shown first; None to open the home for it.

    Attributes:
        trouble: Why it had to end, if it had to.
    """

    TITLE = "rapport"
    CSS_PATH = "styles/today.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, open_session: Callable[[], Session], frame: FirstFrame | None = None
    ) -> None:
        super().__init__()
        self._open_session = open_session
        self._frame = frame
        self.trouble: RapportError | None = None

    def get_default_screen(self) -> TodayScreen:
        """Return the screen that opens first."""
        return TodayScreen(self._open_session, self._frame)

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the terminal and writes to it."""
        return mended(super().get_driver_class())

    def on_help_wanted(self, event: HelpWanted) -> None:
        """Show what the keys do."""
        # Imported on need: hardly any start shows it.
        from tui.dialogs.help import HelpDialog  # noqa: PLC0415

        self.push_screen(HelpDialog(event.place, event.actions))

    def on_home_failed(self, event: HomeFailed) -> None:
        """End, and say why once the terminal is given back."""
        self.trouble = event.error
        self.exit(return_code=event.error.exit_code)

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
