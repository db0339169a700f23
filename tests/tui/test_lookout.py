"""What may be opened next is made ready while nothing is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.errors import StoreError
from tests.tui.screen_text import is_shown
from tui import ahead, look_ahead
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app import RapportApp
    from tui.session import Session

MADE: list[str] = []
ALL_PIECES = ahead.pieces


def pieces(_session: Session, place: str) -> Iterator[None]:
    """Make two pieces ready in each place, of which the second one is damaged in Review."""
    MADE.append(f"{place} 1")
    yield
    if place == "review":
        message = "It cannot be understood."
        raise StoreError(message)
    MADE.append(f"{place} 2")
    yield


@pytest.fixture(autouse=True)
def _made(monkeypatch: pytest.MonkeyPatch) -> None:
    MADE.clear()
    monkeypatch.setattr(ahead, "pieces", pieces)
    monkeypatch.setattr(look_ahead, "PAUSE_SECONDS", 0)


async def test_it_is_made_ready_a_piece_at_a_time_and_anew_in_another_place(
    app: RapportApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.lookout.look()
        assert MADE == ["today 1"]
        app.lookout.ahead.go_on()
        app.lookout.ahead.go_on()
        app.lookout.look()
        assert MADE == ["today 1", "today 2"]
        await pilot.press("1")
        app.lookout.ahead.go_on()
        await pilot.press("escape")
        assert MADE == ["today 1", "today 2"]

        await pilot.press("r")
        app.lookout.ahead.go_on()
        app.lookout.ahead.go_on()
        assert MADE == ["today 1", "today 2", "review 1"]
        assert isinstance(app.screen, ReviewScreen)
        assert not is_shown(app, "cannot be understood")

        monkeypatch.setattr(type(app), "is_working", True)
        await pilot.press("t")
        app.lookout.ahead.go_on()
        assert MADE[-1] == "review 1"
        monkeypatch.setattr(type(app), "is_working", False)
        monkeypatch.setattr(look_ahead, "PAUSE_SECONDS", 60)
        await pilot.press("t")
        app.lookout.ahead.go_on()
        assert MADE[-1] == "review 1"


async def test_what_is_reviewed_is_made_ready_in_review_alone(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)):
        elsewhere = list(ALL_PIECES(app.session, "today"))
        reviewing = list(ALL_PIECES(app.session, "streaks"))
        assert len(reviewing) > len(elsewhere) == 5
