"""The app's door to the use cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.day import Moment
from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.progress import tell_nobody
from habits.service.workspace import MOST_UNSAVED
from habits.store import Op, codec
from habits.store.days import Days
from tests import records
from tests.conftest import SUNDAY_MORNING, ZONE
from tests.tui.screen_text import row, shown
from tui import lookout
from tui.app import RapportApp
from tui.session import Session
from tui.tasks import acts
from tui.tasks.taking_out import anonymise_person, erase_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.clock import Clock, FixedClock
    from habits.service import Workspace
    from habits.store.days import Place
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


def test_a_log_that_was_stored_is_told_as_done_though_another_record_means_nothing(
    home: Home, clock: FixedClock
) -> None:
    open_session = session(home, clock)
    broken = Op(codec.ENTRIES, UUID(int=1), {"x": 1})
    service.fill(open_session.workspace, [broken])

    outcome = open_session.log(BY_SLUG["trust"], "context")

    assert (outcome.rows, outcome.message) == (
        (),
        "Logged. It is stored, but not all of it can be shown: 'rapport doctor' mends that.",
    )
    assert open_session.undo().message.startswith("Undone. ")


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


def test_after_an_erasing_nothing_in_an_open_session_tells_of_the_person(
    home: Home, clock: FixedClock
) -> None:
    mine, other = session(home, clock), session(home, clock)
    mine.log(BY_SLUG["thanks"], "@maya @tom the fix, as Maya said")
    mine.log(BY_SLUG["thanks"], "@maya only her")
    for each in (mine, other):
        each.catch_up()
        each.rows()
        assert ("maya", "Maya") in each.vocabulary().people
        each.drafts["thanks"] = "@maya the docs"
    logbook = other.logbook
    logbook.look_for(replace(logbook.finding, text="fix"))
    maya = next(p for p in service.people(mine.workspace) if p.handle == "maya")

    outcome = erase_person(mine, maya.id)(tell_nobody)()
    assert other.catch_up()

    assert len(outcome.rows) == 8
    assert not outcome.undoable
    assert outcome.message == ("Erased, from every file of this home. It cannot be taken back.")
    for each in (mine, other):
        assert each.drafts == {}
        told = [each.vocabulary(), each.names(), each.rows(), each.first_frame()]
        told += [each.logbook.entry(place) for place in each.logbook.places]
        assert "maya" not in repr(told).casefold()
    assert mine.undo().message == (
        "Erasing cannot be taken back. Undone, from before it: "
        "Thanks · Tom · the fix, as someone said · today"
    )


def test_an_anonymous_person_is_a_teammate_at_once(home: Home, clock: FixedClock) -> None:
    open_session = session(home, clock)
    open_session.log(BY_SLUG["thanks"], "@maya the fix")
    (maya,) = service.people(open_session.workspace)
    open_session.drafts["thanks"] = "@maya the docs"

    outcome = anonymise_person(open_session, maya.id)(tell_nobody)()

    assert 'They are "a teammate" now' in outcome.message
    assert open_session.drafts == {}
    assert open_session.vocabulary().people == [("teammate", "a teammate")]
    assert list(open_session.names().values())[-1] == "a teammate"


def test_a_message_behind_the_mask_tells_neither_a_name_nor_a_handle(
    home: Home, clock: FixedClock
) -> None:
    open_session = session(home, clock)
    open_session.log(BY_SLUG["thanks"], "@mq the fix")
    (maya,) = service.people(open_session.workspace)
    service.edit_person(open_session.workspace, maya.id, name="Maya Lopes")
    open_session.turn_mask()
    told = open_session.words("mq, @mq, MQ and Maya Lopes are one")
    name = open_session.names()[maya.id]
    handle = name.replace("Person ", "p")
    assert told == f"{name}, @{handle}, {name} and {name} are one"


def test_behind_the_mask_whom_a_habit_has_still_to_reach_is_told_by_stand_ins(
    home: Home, clock: FixedClock
) -> None:
    open_session = session(home, clock)
    open_session.log(BY_SLUG["thanks"], "@maya the fix (2026-09-01)")
    promise = service.Promise("A talk", parse_cadence("quarterly"), ("talk",), each_person=True)
    since = date(2026, 10, 1)
    service.add_habit(open_session.workspace, BY_SLUG["growth"], promise, since=since)
    open_session.turn_mask()
    (name,) = (name for name in open_session.names().values() if name.startswith("Person"))
    told = [line.text for line in open_session.agenda(open_session.rows())]
    assert told[-1].endswith(f"{name} left")
    assert "Maya" not in repr(told)


def test_nobody_is_erased_behind_the_mask(home: Home, clock: FixedClock) -> None:
    open_session = session(home, clock)
    open_session.log(BY_SLUG["thanks"], "@maya the fix")
    (maya,) = service.people(open_session.workspace)
    open_session.turn_mask()
    for act in (erase_person, anonymise_person):
        with pytest.raises(RefusedError, match="The mask hides"):
            act(open_session, maya.id)
    assert service.people(open_session.workspace) == (maya,)


def test_what_is_left_in_the_line_stays_when_others_only_log(home: Home, clock: FixedClock) -> None:
    mine, other = session(home, clock), session(home, clock)
    mine.drafts["thanks"] = "@maya the docs"
    other.log(BY_SLUG["trust"], "the how")
    assert mine.catch_up()
    assert mine.drafts == {"thanks": "@maya the docs"}


async def test_who_is_erased_elsewhere_is_off_the_screen_within_a_second(
    home: Home, clock: FixedClock
) -> None:
    app = RapportApp(lambda: session(home, clock))
    other = service.open_workspace(home, clock)
    service.log(other, BY_SLUG["trust"], "@maya @tom the how, as Maya asked")
    (maya,) = (each for each in service.people(other) if each.handle == "maya")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("l")
        assert any("Maya" in line for line in shown(app))
        service.erase_person(other, maya.id)
        await pilot.pause(1.0)
        for place in ("l", "t"):
            await pilot.press(place)
            assert not any("maya" in line.casefold() for line in shown(app))


def test_a_quiet_moment_puts_days_in_order_and_people_open_without_doing_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    made: list[Days] = []

    def make(places: Iterable[Place]) -> Days:
        made.append(Days(places))
        return made[-1]

    monkeypatch.setattr("habits.store.days.Days", make)
    session = Session(workspace)
    session.rest()
    session.rest()
    assert len(made) == 1

    assert service.coverage(workspace).rows[0].days == 0
    assert len(made) == 1


def test_a_quiet_moment_counts_the_entries_and_review_opens_without_doing_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@maya the fix")
    session = Session(workspace)
    session.rest()
    monkeypatch.delattr("habits.store.counts.Counts")
    weeks = service.practice_weeks(workspace, workspace.today, workspace.today)
    assert [row.acts for row in weeks.rows if row.slug == "thanks"] == [(1,)]
