"""Makes ready what may be opened next, a piece at a time, while nothing is typed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from habits.errors import RapportError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app import RapportApp

PAUSE_SECONDS: Final = 0.3
"""How long after a key there is time for what takes some milliseconds."""

_GAP: Final = 0.01
"""Seconds between two pieces, so that a key comes in between."""

_NOTHING_LEFT: Final = object()


class LookAhead:
    """What makes ready what may be opened next.

    Args:
        app: The app.
    """

    def __init__(self, app: RapportApp) -> None:
        self._app = app
        self._pieces: Iterator[None] = iter(())
        self._of: tuple[str, object] | None = None

    def go_on(self) -> None:
        """Make a piece of what may be opened next ready, and go on while nothing is typed."""
        app, place = self._app, self._app.place
        is_busy = app.trouble or app.is_working or app.turns.quiet_for < PAUSE_SECONDS
        if is_busy or place is None or place.is_writing:
            return
        # What cannot be understood is told where it is asked for.
        with suppress(RapportError):
            self._begin_where_all_differs(place.GOES_BY)
            if next(self._pieces, _NOTHING_LEFT) is not _NOTHING_LEFT:
                app.set_timer(_GAP, self.go_on)

    def _begin_where_all_differs(self, place: str) -> None:
        of = place, self._app.session.workspace.ledger.days()
        if self._of is None or of[0] != self._of[0] or of[1] is not self._of[1]:
            # Imported on need: the first frame comes before it.
            from tui.ahead import pieces  # noqa: PLC0415

            self._of, self._pieces = of, pieces(self._app.session, place)
