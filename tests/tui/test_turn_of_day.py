"""A new day begins by itself: at midnight, at the hour that is set, when a laptop wakes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.day import Moment
from habits.demo import made_up_year
from habits.practices import BY_SLUG
from tests.conftest import SUNDAY_MORNING, ZONE
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tests.tui.test_trouble import counted, until
from tui.app import RapportApp
from tui.screens.logbook import LogbookScreen
from tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.store.home import Home

MONDAY = "Mon 23 Nov 2026 · week 48"


@dataclass
class MovingClock:
    """A clock that is moved by hand."""

    moment: Moment = field(default=SUNDAY_MORNING)

    def now(self) -> Moment:
        """Return the moment it was moved to."""
        return self.moment

    def go_on(self, **time: float) -> None:
        """Let some time go by."""
        self.moment = Moment(self.moment.instant + timedelta(**time), ZONE)


@pytest.fixture
def moving() -> MovingClock:
    """A clock that stands at Sunday morning until it is moved."""
    return MovingClock()


@pytest.fixture
def app(home: Home, moving: MovingClock) -> RapportApp:
    """The app on a year, of which the last act was logged on Sunday morning."""
    workspace = service.open_workspace(home, moving)
    service.fill(workspace, made_up_year(moving.now()))
    service.log(workspace, BY_SLUG["thanks"], "the fix")
    return RapportApp(lambda: Session(workspace))


def day_of(app: RapportApp, what: str) -> str:
    """Return on which day something happened."""
    days = [each.date for each in service.entries(app.session.workspace) if each.what == what]
    return days[0].isoformat()


async def test_midnight_turns_the_day(app: RapportApp, moving: MovingClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        moving.go_on(hours=14, minutes=29)
        await pilot.pause(0.6)
        assert "Sun 22 Nov 2026 · week 47" in shown(app)[0]
        assert "due today" in row(app, 3)

        moving.go_on(minutes=1)
        await until(pilot, lambda: MONDAY in shown(app)[0])
        assert "open until Sun 29" in row(app, 3)


async def test_a_late_night_belongs_to_the_day_before_until_the_hour_that_is_set(
    app: RapportApp, moving: MovingClock
) -> None:
    service.set_setting(app.session.workspace, rollover_hour=4)
    async with app.run_test(size=(80, 24)) as pilot:
        moving.go_on(hours=18, minutes=29)
        await pilot.pause(0.6)
        await pilot.press("1", *"late", "enter")
        assert is_shown(app, "Logged: Vision · late · today")
        assert "Sun 22 Nov 2026 · week 47" in shown(app)[0]

        moving.go_on(minutes=1)
        await until(pilot, lambda: MONDAY in shown(app)[0])
    assert day_of(app, "late") == "2026-11-22"


async def test_a_laptop_that_wakes_after_days_shows_the_day_and_what_went_cold(
    app: RapportApp, moving: MovingClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        moving.go_on(days=29)
        await until(pilot, lambda: "Mon 21 Dec 2026 · week 52" in shown(app)[0])
        assert "□□□·" in row(app, 3)


async def test_a_line_that_is_open_over_midnight_keeps_its_text_and_logs_on_the_new_day(
    app: RapportApp, moving: MovingClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await type_line(pilot, "half a thou")
        moving.go_on(hours=15)
        await until(pilot, lambda: MONDAY in shown(app)[0])
        assert is_shown(app, "trust › half a thou")
        await pilot.press(*"ght", "enter")
        assert is_shown(app, "Logged: Trust · half a thought · today")
    assert day_of(app, "half a thought") == "2026-11-23"


async def test_the_logbook_turns_once_and_today_has_turned_when_one_comes_back(
    app: RapportApp, moving: MovingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows = counted(monkeypatch, LogbookScreen, "show_all")
    looks = counted(monkeypatch, Session, "catch_up")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert is_shown(app, " ▸ today       Thanks")
        shows.clear()
        moving.go_on(hours=15)
        await until(pilot, lambda: is_shown(app, " ▸ Sun 22      Thanks"))
        before = len(looks)
        await until(pilot, lambda: len(looks) >= before + 2)
        assert len(shows) == 1

        await pilot.press("t")
        await until(pilot, lambda: MONDAY in shown(app)[0])
        assert "open until Sun 29" in row(app, 3)


@pytest.mark.parametrize(
    ("keys", "read", "saved"),
    [
        ("lw", "today instead of Sun 22 · 2026-11-23", "Changed: Thanks · the fix · today"),
        ("ly", "the entries of Mon 23 Nov 2026", "0 of 394 · today"),
        (
            "jjjjjjjjjjw",
            "by today · 2026-11-23",
            "the staff panel · today · Lee · was Fri 20 (u undoes)",
        ),
        (
            ("z", "enter"),
            "Everything paused from today",
            "Paused: everything · from today on",
        ),
    ],
    ids=["dating", "showing one day", "moving", "pausing"],
)
async def test_today_in_a_line_that_is_open_over_midnight_is_the_new_day(
    app: RapportApp, moving: MovingClock, keys: Sequence[str], read: str, saved: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await type_line(pilot, "toda")
        moving.go_on(hours=15)
        await pilot.press("y")
        assert is_shown(app, read)
        await pilot.press("enter")
        assert is_shown(app, saved)
