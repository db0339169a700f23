"""Review on the screen: a home with a small history, and what the tests of it look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.practices import BY_SLUG
from tests.conftest import SUNDAY_MORNING
from tests.tui.screen_text import shown
from tests.tui.test_turn_of_day import MovingClock
from tui.app import RapportApp
from tui.screens.review import ReviewScreen
from tui.screens.streak_review import StreakReviewScreen
from tui.session import Session

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home

MONDAYS = {6: "the plan", 5: "@maya the @dev table", 1: "the one-liner because it was asked for"}
"""What was logged for Vision on the Monday of so many weeks ago."""


def small_history(home: Home) -> Workspace:
    """Return a home that began seven weeks ago: Vision was kept twice, missed thrice, and kept."""
    clock = MovingClock()
    clock.go_on(days=-6, weeks=-max(MONDAYS))
    workspace = service.open_workspace(home, clock)
    for weeks, said in MONDAYS.items():
        clock.moment = SUNDAY_MORNING
        clock.go_on(days=-6, weeks=-weeks)
        service.log(workspace, BY_SLUG["vision"], said)
    clock.moment = SUNDAY_MORNING
    return workspace


def app_of(workspace: Workspace) -> RapportApp:
    """Return the app on a home."""
    return RapportApp(lambda: Session(workspace))


def table(app: RapportApp) -> ReviewScreen:
    """Return Review, which is on the screen."""
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def streaks(app: RapportApp) -> StreakReviewScreen:
    """Return the streaks, which are on the screen."""
    assert isinstance(app.screen, StreakReviewScreen)
    return app.screen


def weeks_of(app: RapportApp, name: str) -> str:
    """Return the signs of a practice's weeks, without the blanks between them."""
    line = next(line for line in shown(app)[2:] if line[5:].startswith(name))
    return "".join(sign for sign in line[5 + len(name) :] if sign in "■□·‖-")
