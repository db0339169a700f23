"""What can be done with rapport: log, look, take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from habits import service
from habits.day import Moment
from habits.errors import RefusedError, StoreError
from habits.practices import BY_SLUG, PRACTICES
from habits.quicklog import Said
from habits.store import Op, codec
from tests.conftest import SUNDAY_MORNING, ZONE
from tests.records import entry

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.practices import Practice
    from habits.service import Workspace
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
THANKS, TRUST = BY_SLUG["thanks"], BY_SLUG["trust"]


@dataclass
class MovableClock:
    """A clock that is set by hand."""

    moment: Moment = SUNDAY_MORNING

    def now(self) -> Moment:
        """Return the moment it was set to."""
        return self.moment

    def go_on(self, **time: int) -> None:
        """Let time go by."""
        self.moment = Moment(self.moment.instant + timedelta(**time), self.moment.zone)


def whats(workspace: Workspace) -> list[str]:
    """Return what happened, of all entries."""
    return [entry.what for entry in service.entries(workspace)]


def people(workspace: Workspace) -> list[str]:
    """Return the names of all people."""
    return sorted(service.names(workspace).values())


def test_a_new_home_has_the_eight_practices_each_with_its_promise(workspace: Workspace) -> None:
    today = service.today(workspace)

    assert today.as_of == SUNDAY
    assert [
        (row.practice.key, row.practice.name, habit.habit.name, str(habit.habit.cadence(SUNDAY)))
        for row in today.rows
        for habit in row.habits
    ] == [
        (1, "Vision", "Tie the work to the north star", "weekly"),
        (2, "Empathy", "Share a customer story", "every 2 weeks"),
        (3, "Trust", "Hand over the how", "weekly"),
        (4, "Respect", "Notice a skill, a commitment or a rescue", "every 2 weeks"),
        (5, "Productivity", "Sweep for blockers", "weekly"),
        (6, "Credit", "Name the builder", "weekly"),
        (7, "Growth", "Talk about where someone wants to go", "monthly"),
        (8, "Thanks", "Thank someone and say why", "twice a week"),
    ]
    assert all(row.leading.habit.flagship for row in today.rows)
    assert {row.leading.habit.created for row in today.rows} == {SUNDAY}
    assert len(workspace.store.table("practices")) == 8


def test_a_new_home_holds_nothing_else(workspace: Workspace) -> None:
    assert service.entries(workspace) == ()
    assert service.names(workspace) == service.handles(workspace) == {}


def test_opening_a_home_again_on_another_day_keeps_the_promises_as_they_were_made(
    workspace: Workspace, home: Home
) -> None:
    before = home.data.read_bytes()
    clock = MovableClock()
    clock.go_on(days=30)
    again = service.open_workspace(home, clock)

    assert home.data.read_bytes() == before
    assert again.store.table("habits") == workspace.store.table("habits")


def test_a_line_becomes_an_entry_and_who_is_new_becomes_known(workspace: Workspace) -> None:
    change = service.log(
        workspace, THANKS, "/quiet @maya #team the on-call fix because it saved the launch (fri)"
    )

    (logged,) = service.entries(workspace)
    (maya,) = change.new_people
    assert change.came == (logged,)
    assert (logged.practice, logged.move, logged.date) == ("thanks", "quiet", date(2026, 11, 20))
    assert (logged.what, logged.why) == ("the on-call fix", "it saved the launch")
    assert (logged.people, logged.tags) == ((maya.id,), ("team",))
    assert (logged.logged_at, logged.zone) == (SUNDAY_MORNING.instant, ZONE)
    assert (maya.name, maya.handle) == ("Maya", "maya")
    assert (change.went, change.gone_people, change.foreign) == ((), (), False)
    assert change.slugs == ("thanks",)
    assert service.names(workspace) == {maya.id: "Maya"}
    assert service.handles(workspace) == {"maya": "Maya"}


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.slug)
def test_an_entry_of_nothing_but_its_practice_counts_at_once(
    workspace: Workspace, practice: Practice
) -> None:
    (bare,) = service.log(workspace, practice, "").came
    (row,) = service.rows(workspace, [practice])

    assert (bare.practice, bare.date, bare.what, bare.why) == (practice.slug, SUNDAY, "", "")
    assert (bare.move, bare.people, bare.tags) == (None, (), ())
    assert row.leading.standing.completions == 1
    assert row.last is None


def test_what_is_said_beside_the_line_is_taken(workspace: Workspace) -> None:
    said = Said(on=date(2026, 11, 19), why="so", tags=("x",))
    (logged,) = service.log(workspace, TRUST, "it because of that", said).came
    assert (logged.what, logged.why) == ("it because of that", "so")
    assert (logged.date, logged.tags) == (date(2026, 11, 19), ("x",))


def test_a_person_is_known_by_handle_in_any_case_and_once_in_a_line(workspace: Workspace) -> None:
    first = service.log(workspace, THANKS, "@maya and @Maya: the fix")
    second = service.log(workspace, TRUST, "@MAYA and @dev chose")

    assert [person.name for person in first.new_people] == ["Maya"]
    assert [person.name for person in second.new_people] == ["Dev"]
    assert second.came[0].people[0] == first.new_people[0].id
    assert people(workspace) == ["Dev", "Maya"]


def test_two_who_name_the_same_new_person_make_one_person(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    other = service.open_workspace(home, clock)
    mine = service.log(workspace, THANKS, "@maya mine")
    theirs = service.log(other, THANKS, "@maya theirs")

    assert (len(mine.new_people), len(theirs.new_people)) == (1, 0)
    assert (mine.foreign, theirs.foreign) == (False, True)
    assert mine.came[0].people == theirs.came[0].people
    assert len(service.names(other)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "@maya x (tomorrow)",
        "/nope @maya x",
        f"@maya {'x' * 10_001}",
        f"@maya and @{'x' * 61}",
        f"@maya #{'x' * 61}",
    ],
)
def test_a_line_that_is_refused_stores_neither_entry_nor_person(
    workspace: Workspace, home: Home, line: str
) -> None:
    before = home.data.read_bytes()
    with pytest.raises(RefusedError):
        service.log(workspace, THANKS, line)

    assert home.data.read_bytes() == before
    assert service.entries(workspace) == ()
    assert service.names(workspace) == {}


def test_a_preview_is_what_would_be_logged_and_stores_nothing(
    workspace: Workspace, home: Home
) -> None:
    before = home.data.read_bytes()
    draft = service.preview(workspace, THANKS, "@maya the fix because so (fri)")

    assert home.data.read_bytes() == before
    (logged,) = service.log(workspace, THANKS, "@maya the fix because so (fri)").came
    assert (draft.what, draft.why, draft.date) == (logged.what, logged.why, logged.date)
    assert draft.people == (("maya", "Maya"),)


def test_an_entry_is_dated_by_the_local_day(home: Home) -> None:
    clock = MovableClock(Moment(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), ZONE))
    workspace = service.open_workspace(home, clock)
    (logged,) = service.log(workspace, THANKS, "past midnight in Berlin").came

    assert workspace.today == logged.date == date(2026, 11, 23)
    assert logged.logged_at == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def test_an_entry_keeps_its_date_wherever_it_is_read(home: Home) -> None:
    clock = MovableClock()
    service.log(service.open_workspace(home, clock), THANKS, "in Berlin")
    clock.moment = Moment(clock.moment.instant, "Pacific/Auckland")
    (read,) = service.entries(service.open_workspace(home, clock))
    assert (read.date, read.zone) == (SUNDAY, ZONE)


def test_today_moves_on_with_the_clock(home: Home) -> None:
    clock = MovableClock()
    workspace = service.open_workspace(home, clock)
    clock.go_on(days=1)
    assert service.today(workspace).as_of == workspace.today == date(2026, 11, 23)


def test_entries_come_by_date_and_then_as_they_were_logged(home: Home) -> None:
    clock = MovableClock()
    workspace = service.open_workspace(home, clock)
    for line in ("one", "two (fri)", "three", "four (fri)", "five (2026-01-01)"):
        service.log(workspace, THANKS, line)
        clock.go_on(minutes=1)

    assert whats(workspace) == ["five", "two", "four", "one", "three"]


def test_entries_of_a_day_come_as_they_were_logged_also_where_they_came_in_late(
    workspace: Workspace,
) -> None:
    late = [entry(SUNDAY, "second"), entry(SUNDAY, "first", logged_on=date(2026, 11, 1))]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in late])
    assert whats(workspace) == ["first", "second"]


def test_some_rows_are_the_rows_of_today(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "@maya the fix")
    service.log(workspace, TRUST, "the how")
    today = service.today(workspace)

    assert service.rows(workspace, [TRUST, THANKS]) == (today.rows[2], today.rows[7])
    assert service.rows(workspace, []) == ()
    assert today.rows[7].last == service.entries(workspace)[0]


def test_a_record_that_is_not_understood_is_named_and_the_rest_of_the_home_opens(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    service.log(workspace, THANKS, "the fix")
    workspace.store.checkpoint()
    with TinyDB(home.data) as db:
        db.table("entries").update({"date": "soon"})
    again = service.open_workspace(home, clock)

    with pytest.raises(StoreError, match="no readable 'date'"):
        service.today(again)
    (row,) = service.rows(again, [TRUST])
    assert row.practice == TRUST


def test_of_two_entries_of_one_moment_the_one_logged_later_is_the_latest(
    workspace: Workspace,
) -> None:
    for words in ("first words", "second words"):
        service.log(workspace, BY_SLUG["thanks"], words)

    last = service.today(workspace).rows[7].last
    assert last is not None
    assert last.what == "second words"
