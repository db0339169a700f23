"""Looks at the syncing of the home, and tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.service.behind import NOT_SYNCED, sync_mark

if TYPE_CHECKING:
    from tui.app import RapportApp
    from tui.screens.place import Place
    from tui.syncer import Syncer

_HIDDEN: Final = "Syncing did not go well. The mask hides why; 'rapport sync status' tells it."


class SyncWatch:
    """What looks at the syncing of the home.

    Args:
        app: The app.

    Attributes:
        syncer: What lets the home be synced; None as long as it does not sync.
    """

    def __init__(self, app: RapportApp) -> None:
        self._app = app
        self.syncer: Syncer | None = None

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

    def look(self, place: Place) -> None:
        """Tell what came of a sync, and let each place show how it stands."""
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
