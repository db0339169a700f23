"""The lookout: what other processes did and the new day come in by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import RapportError

if TYPE_CHECKING:
    from tui.app import RapportApp

QUIET_SECONDS: Final = 3.0
"""How long after a key there is time for what may take some."""


class Lookout:
    """What is looked at again and again.

    Args:
        app: The app.
    """

    def __init__(self, app: RapportApp) -> None:
        self._app = app
        self._told = ""

    def look(self) -> None:
        """Look at what other processes did, and at the day; a trouble is told when it begins."""
        app, place = self._app, self._app.place
        if place is None or app.trouble or app.is_working:
            return
        try:
            place.catch_up()
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
