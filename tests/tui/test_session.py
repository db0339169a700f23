"""The app's door to the use cases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from habits import service
from habits.day import Moment
from habits.practices import BY_SLUG
from habits.store import Op, codec
from tests import records
from tests.conftest import SUNDAY_MORNING, ZONE
from tests.tui.screen_text import row, shown
from tui import lookout
from tui.app import RapportApp
from tui.session import MOST_UNSAVED, Session
from tui.tasks import acts

if TYPE_CHECKING:
    import pytest

    from habits.clock import Clock, FixedClock
    from habits.store.home import Home


class MovableClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.moment = SUNDAY_MORNING

    def now(self) -> Moment:
        """Return the moment it was set to."""
        return self.moment

    def sleep(self, days: int) -> None:
        """Let days go by."""
        self.moment = Moment(self.moment.instant + timedelta(days=days), ZONE)


def session(home: Home, clock: Clock) -> Session:
    """Return a session on a home."""
    return Session(service.open_workspace(home, clock))


def test_an_act_draws_only_the_rows_it_touches(home: Home, clock: FixedClock) -> None:
    outcome = session(home, clock).log(BY_SLUG["trust"], "context")

    assert [row.practice.slug for row in outcome.rows] == ["trust"]
    assert outcome.message == "Logged: Trust · context · today"


def test_after_midnight_all_rows_are_drawn_anew(home: Home) -> None:
    clock = MovableClock()
    open_session = session(home, clock)
    open_session.rows()
    before = clock.moment.day()
    clock.sleep(8)

    outcome = open_session.log(BY_SLUG["trust"], "context")

    assert [row.practice.key for row in outcome.rows] == list(range(1, 9))
    assert (outcome.as_of - before).days == 8
    assert [row.practice.key for row in open_session.undo().rows] == [3]


async def test_an_app_left_open_for_days_shows_the_new_day_with_the_next_act(home: Home) -> None:
    clock = MovableClock()
    app = RapportApp(lambda: session(home, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        clock.sleep(8)
        await pilot.press("space")

        assert "Mon 30 Nov 2026 · week 49" in shown(app)[0]
        assert "open until Sun 6" in row(app, 3)


def test_what_is_told_names_new_people_once(home: Home, clock: FixedClock) -> None:
    open_session = session(home, clock)
    thanks = BY_SLUG["thanks"]

    first = open_session.log(thanks, "@maya the fix")
    second = open_session.log(thanks, "@maya the docs")

    assert first.message == "Logged: Thanks · Maya (new) · the fix · today"
    assert second.message == "Logged: Thanks · Maya · the docs · today"
    reading = acts.logging(open_session, thanks).read("@maya @tom x")
    assert reading.words == "Thanks · Maya, Tom (new) · x · today"
    assert open_session.undo().message == "Undone: Thanks · Maya · the docs · today"


async def test_what_another_process_logs_appears_by_itself_within_a_second(
    home: Home, clock: FixedClock
) -> None:
    app = RapportApp(lambda: session(home, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        other = service.open_workspace(home, clock)
        service.log(other, BY_SLUG["trust"], "the how")
        await pilot.pause(1.0)
        assert "the how" in row(app, 3)


async def test_a_new_day_comes_by_itself(home: Home) -> None:
    clock = MovableClock()
    app = RapportApp(lambda: session(home, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        clock.sleep(8)
        await pilot.pause(1.0)
        assert "Mon 30 Nov 2026 · week 49" in shown(app)[0]


async def test_a_quiet_moment_is_used_for_a_snapshot_where_many_acts_wait(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout, "QUIET_SECONDS", 0)
    open_session = session(home, clock)
    app = RapportApp(lambda: open_session)
    async with app.run_test(size=(80, 24)) as pilot:
        other = service.open_workspace(home, clock)
        made = [records.entry(date(2026, 11, 20), "x" * 20) for _ in range(MOST_UNSAVED + 1)]
        service.fill(other, [Op("entries", each.id, codec.entry_fields(each)) for each in made])
        before = home.data.stat().st_size
        await pilot.pause(1.5)
        assert home.data.stat().st_size > before + 20 * MOST_UNSAVED


async def test_damage_that_is_found_is_told_in_the_app(home: Home, clock: FixedClock) -> None:
    service.log(service.open_workspace(home, clock), BY_SLUG["trust"], "kept")
    home.data.write_text("?")
    app = RapportApp(lambda: session(home, clock))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause()
        assert any("was damaged" in line for line in shown(app))
        assert "kept" in row(app, 3)
