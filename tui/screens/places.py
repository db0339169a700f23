"""The places one goes to from Today; each is imported when one goes there first."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from tui.messages import ReviewWanted
from tui.review_look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.keymap import Keymap
    from tui.messages import PlaceWanted
    from tui.screens.place import Place
    from tui.session import Session

OF_REVIEW: Final = {
    "review": "review.ReviewScreen",
    "streaks": "streak_review.StreakReviewScreen",
    "look_back": "look_back.LookBackScreen",
    "reviewed": "reviewed_entries.ReviewedEntries",
    "close": "week_close.WeekCloseScreen",
}
"""The places of Review by the words that one goes there by: they go on with what was looked at."""

OTHERS: Final = {
    "aim": "week_aim.WeekAimScreen",
    "people": "people.PeopleScreen",
    "welcome": "welcome.WelcomeScreen",
}
"""The others, by the same."""


def place_for(wanted: PlaceWanted, open_session: Callable[[], Session], keymap: Keymap) -> Place:
    """Return the place that is wanted."""
    place: Place
    if wanted.person is not None:
        place = _of("person.PersonScreen")(open_session, wanted.person, keymap)
    elif where := OF_REVIEW.get(wanted.place):
        look = wanted.look if isinstance(wanted, ReviewWanted) else Look()
        place = _of(where)(open_session, look, keymap)
    elif where := OTHERS.get(wanted.place):
        place = _of(where)(open_session, keymap)
    else:
        logbook = _of("logbook.LogbookScreen")
        place = logbook(open_session, keymap, is_finding=wanted.is_finding)
    return place


def _of(where: str) -> Any:  # noqa: ANN401 - each place is made of something else
    module, _, name = where.partition(".")
    return getattr(import_module(f"tui.screens.{module}"), name)
