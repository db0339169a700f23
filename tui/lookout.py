"""The lookout: what other processes and machines did, and the new day, come in by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import RapportError
from tui.look_ahead import PAUSE_SECONDS, LookAhead
from tui.sync_watch import SyncWatch

if TYPE_CHECKING:
    from tui.app import RapportApp

QUIET_SECONDS: Final = 3.0
"""How long after a key there is time for what may take some."""


class Lookout:
    """What is looked at again and again.

    Args:
        app: The app.

    Attributes:
        ahead: What makes ready what may be opened next.
        syncing: What looks at the syncing of the home.
    """

    def __init__(self, app: RapportApp) -> None:
        self._app = app
        self._told = ""
        self.ahead = LookAhead(app)
        self.syncing = SyncWatch(app)

    def look(self) -> None:
        """Look at what other processes did, and at the day; a trouble is told when it begins."""
        app, place = self._app, self._app.place
        if place is None or app.trouble or app.is_working:
            return
        try:
            place.catch_up()
            if app.turns.quiet_for > PAUSE_SECONDS:
                self.syncing.look(place)
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
            self.ahead.go_on()
