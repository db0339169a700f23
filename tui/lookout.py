"""The lookout: what other processes and machines did, and the new day, come in by themselves."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from habits.errors import RapportError
from habits.service.behind import NOT_SYNCED, sync_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app import RapportApp
    from tui.screens.place import Place
    from tui.syncer import Syncer

QUIET_SECONDS: Final = 3.0
"""How long after a key there is time for what may take some."""

PAUSE_SECONDS: Final = 0.3
"""How long after a key there is time for what takes some milliseconds."""

_GAP: Final = 0.01
"""Seconds between two such pieces, so that a key comes in between."""

_NOTHING_LEFT: Final = object()

_HIDDEN: Final = "Syncing did not go well. The mask hides why; 'rapport sync status' tells it."


class Lookout:
    """What is looked at again and again.

    Args:
        app: The app.

    Attributes:
        syncer: What lets the home be synced; None as long as it does not sync.
    """

    def __init__(self, app: RapportApp) -> None:
        self._app = app
        self._told = ""
        self._ahead: Iterator[None] = iter(())
        self._ahead_of: tuple[str, object] | None = None
        self.syncer: Syncer | None = None

    def look(self) -> None:
        """Look at what other processes did, and at the day; a trouble is told when it begins."""
        app, place = self._app, self._app.place
        if place is None or app.trouble or app.is_working:
            return
        try:
            place.catch_up()
            if app.turns.quiet_for > PAUSE_SECONDS:
                self._look_at_syncing(place)
            if not place.is_writing:
                # Between two keys, so that none of them waits for what completion has to know.
                app.session.vocabulary()
                if app.turns.quiet_for > QUIET_SECONDS:
                    app.session.rest()
        except RapportError as error:
            message = app.session.words(str(error))
            if message != self._told:
                place.tell(message, "warning")
            self._told = message
        else:
            self._told = ""
            self.look_ahead()

    def look_ahead(self) -> None:
        """Make a piece of what may be opened next ready, and go on while nothing is typed."""
        app, place = self._app, self._app.place
        is_busy = app.trouble or app.is_working or app.turns.quiet_for < PAUSE_SECONDS
        if is_busy or place is None or place.is_writing:
            return
        # What cannot be understood is told where it is asked for.
        with suppress(RapportError):
            self._begin_where_all_differs(place.GOES_BY)
            if next(self._ahead, _NOTHING_LEFT) is not _NOTHING_LEFT:
                app.set_timer(_GAP, self.look_ahead)

    def _begin_where_all_differs(self, place: str) -> None:
        of = place, self._app.session.workspace.ledger.days()
        if self._ahead_of is None or of[0] != self._ahead_of[0] or of[1] is not self._ahead_of[1]:
            # Imported on need: the first frame comes before it.
            from tui.ahead import pieces  # noqa: PLC0415

            self._ahead_of, self._ahead = of, pieces(self._app.session, place)

    def sync_now(self, place: Place) -> None:
        """Let the home be synced at once; what came of it is told when it is over."""
        if (syncer := self._syncing()) is None:
            place.tell(NOT_SYNCED)
        else:
            syncer.ask()
            place.tell("Syncing.")

    def show_aside(self, place: Place) -> None:
        """Let a place show how syncing stands, where the home syncs."""
        if self.syncer is not None:
            place.show_aside(*self.syncer.aside())

    def _look_at_syncing(self, place: Place) -> None:
        if (syncer := self._syncing()) is None:
            return
        if news := syncer.look():
            is_hidden = self._app.session.mask is not None and not news.is_well
            words = _HIDDEN if is_hidden else news.words
            place.tell(words, "information" if news.is_well else "warning")
        for each in self._app.places:
            self.show_aside(each)

    def _syncing(self) -> Syncer | None:
        """Return what lets the home be synced, which is loaded when the home is known to sync."""
        workspace = self._app.session.workspace
        if self.syncer is None and sync_mark(workspace):
            # Imported on need: most homes do not sync.
            from tui.syncer import Syncer  # noqa: PLC0415

            self.syncer = Syncer(workspace)
        return self.syncer
