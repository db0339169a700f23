"""The places one goes to from Today; imported on need, as no start shows any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import ReviewWanted
from tui.review_look import Look
from tui.screens.logbook import LogbookScreen
from tui.screens.look_back import LookBackScreen
from tui.screens.people import PeopleScreen
from tui.screens.person import PersonScreen
from tui.screens.review import ReviewScreen
from tui.screens.reviewed_entries import ReviewedEntries
from tui.screens.streak_review import StreakReviewScreen
from tui.screens.week_aim import WeekAimScreen
from tui.screens.week_close import WeekCloseScreen
from tui.screens.welcome import WelcomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.keymap import Keymap
    from tui.messages import PlaceWanted
    from tui.screens.place import Place
    from tui.session import Session


def place_for(wanted: PlaceWanted, open_session: Callable[[], Session], keymap: Keymap) -> Place:
    """Return the place that is wanted."""
    if wanted.person is not None:
        return PersonScreen(open_session, wanted.person, keymap)
    if wanted.place == WelcomeScreen.GOES_BY:
        return WelcomeScreen(open_session, keymap)
    look = wanted.look if isinstance(wanted, ReviewWanted) else Look()
    if wanted.place == ReviewScreen.GOES_BY:
        return ReviewScreen(open_session, look, keymap)
    if wanted.place == StreakReviewScreen.GOES_BY:
        return StreakReviewScreen(open_session, look, keymap)
    if wanted.place == LookBackScreen.GOES_BY:
        return LookBackScreen(open_session, look, keymap)
    if wanted.place == ReviewedEntries.GOES_BY:
        return ReviewedEntries(open_session, look, keymap)
    if wanted.place == WeekCloseScreen.GOES_BY:
        return WeekCloseScreen(open_session, look, keymap)
    if wanted.place == WeekAimScreen.GOES_BY:
        return WeekAimScreen(open_session, keymap)
    if wanted.place == PeopleScreen.GOES_BY:
        return PeopleScreen(open_session, keymap)
    return LogbookScreen(open_session, keymap, is_finding=wanted.is_finding)
