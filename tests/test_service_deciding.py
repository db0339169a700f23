"""What is decided about promises in a look back is remembered, done, and taken back in one act."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.review.decision_words import begins_usually, undecided
from habits.review.look_back import Kind, look_at
from habits.review.look_back_shape import look_back_shape
from habits.reviews import Decided, Decision
from habits.store import codec
from tests.conftest import SUNDAY_MORNING

if TYPE_CHECKING:
    from habits.model import Habit
    from habits.review.look_back import Kept, Look
    from habits.service import Workspace
    from habits.store.home import Home

TODAY = SUNDAY_MORNING.instant.date()
NEXT_QUARTER = date(2027, 1, 1)


def looked_at(workspace: Workspace, kind: Kind = Kind.QUARTER, day: date = TODAY) -> Look:
    """Return the quarter or the year that holds a day."""
    return look_at(kind, day, workspace.today, 0)


def flagship(workspace: Workspace, practice: str = "trust") -> Habit:
    """Return the flagship of a practice, as it is now."""
    (row,) = service.rows(workspace, [workspace.practices[practice]])
    return row.leading.habit


def told(workspace: Workspace, key: UUID, kind: Kind = Kind.QUARTER, day: date = TODAY) -> Kept:
    """Return what a look back tells of a habit."""
    back = service.look_back_on(workspace, kind, day)
    return next(each for each in back.habits if each.habit.id == key)


def test_at_first_nothing_is_decided(workspace: Workspace) -> None:
    back = service.look_back_on(workspace, Kind.QUARTER, TODAY)
    assert undecided(back.habits) == len(back.habits) == 8


def test_what_is_kept_is_remembered_and_changes_nothing_else(workspace: Workspace) -> None:
    habit = flagship(workspace)
    change = service.keep_promise(workspace, looked_at(workspace), habit.id)

    assert told(workspace, habit.id).decided == Decided(Decision.KEEP, TODAY)
    assert flagship(workspace) == habit
    assert service.words_of(workspace, change, "Kept") == ["Hand over the how"]
    assert undecided(service.look_back_on(workspace, Kind.QUARTER, TODAY).habits) == 7

    with pytest.raises(RefusedError, match="decided already"):
        service.keep_promise(workspace, looked_at(workspace), habit.id)


def test_each_quarter_and_each_year_is_decided_on_its_own(workspace: Workspace) -> None:
    habit = flagship(workspace)
    service.keep_promise(workspace, looked_at(workspace), habit.id)
    service.keep_promise(workspace, looked_at(workspace, Kind.YEAR), habit.id)

    assert told(workspace, habit.id, day=date(2026, 8, 1)).decided is None
    assert told(workspace, habit.id, Kind.YEAR).decided is not None
    assert told(workspace, habit.id, Kind.YEAR, date(2025, 1, 1)).decided is None
    assert told(workspace, habit.id, Kind.WEEK).decided is None


def test_a_change_holds_from_the_day_that_is_said_and_is_one_act(workspace: Workspace) -> None:
    habit, cadence = flagship(workspace), parse_cadence("every 2 weeks")
    look = looked_at(workspace)
    change = service.change_promise(workspace, look, habit.id, cadence, NEXT_QUARTER)

    assert flagship(workspace).cadences == (*habit.cadences, (NEXT_QUARTER, cadence))
    assert told(workspace, habit.id).decided == Decided(Decision.CHANGE, TODAY)
    assert service.words_of(workspace, change, "Changed") == [
        "Hand over the how · every 2 weeks from 1 Jan 2027 on"
    ]

    service.undo(workspace)
    assert flagship(workspace) == habit
    assert told(workspace, habit.id).decided is None

    service.redo(workspace)
    assert told(workspace, habit.id).decided == Decided(Decision.CHANGE, TODAY)


def test_a_change_that_cannot_be_decides_nothing(workspace: Workspace) -> None:
    habit, look = flagship(workspace), looked_at(workspace)
    with pytest.raises(RefusedError, match="from today on"):
        service.change_promise(
            workspace, look, habit.id, parse_cadence("monthly"), date(2026, 1, 1)
        )
    assert told(workspace, habit.id).decided is None
    assert flagship(workspace) == habit


def test_what_is_retired_is_archived_and_still_told_in_this_look_back_alone(
    workspace: Workspace,
) -> None:
    habit = flagship(workspace)
    change = service.retire_promise(workspace, looked_at(workspace), habit.id)

    assert flagship(workspace).archived == TODAY
    assert told(workspace, habit.id).decided == Decided(Decision.RETIRE, TODAY)
    assert service.words_of(workspace, change, "Archived") == ["Hand over the how · today"]
    year = service.look_back_on(workspace, Kind.YEAR, TODAY)
    assert habit.id not in {each.habit.id for each in year.habits}


def test_what_was_retired_is_restored_where_it_is_kept_after_all(workspace: Workspace) -> None:
    habit, look = flagship(workspace), looked_at(workspace)
    service.retire_promise(workspace, look, habit.id)
    service.keep_promise(workspace, look, habit.id)

    assert flagship(workspace) == habit
    assert told(workspace, habit.id).decided == Decided(Decision.KEEP, TODAY)
    service.undo(workspace)
    assert flagship(workspace).archived == TODAY
    assert told(workspace, habit.id).decided == Decided(Decision.RETIRE, TODAY)


def test_a_decision_that_is_taken_back_is_told_with_its_habit(workspace: Workspace) -> None:
    habit = flagship(workspace)
    service.keep_promise(workspace, looked_at(workspace), habit.id)
    undone = service.undo(workspace)
    assert service.words_of(workspace, undone) == ["Hand over the how · to be decided again"]
    redone = service.redo(workspace)
    assert service.words_of(workspace, redone) == ["Hand over the how · keep"]


def test_two_machines_that_decide_about_different_promises_remember_both(
    workspace: Workspace, home: Home
) -> None:
    one, other = flagship(workspace), flagship(workspace, "thanks")
    laptop = service.open_workspace(home, workspace.clock, device="laptop")
    service.keep_promise(workspace, looked_at(workspace), one.id)
    service.retire_promise(laptop, looked_at(laptop), other.id)

    workspace.catch_up()
    decided = {
        each.habit.id: each.decided.decision
        for each in service.look_back_on(workspace, Kind.QUARTER, TODAY).habits
        if each.decided
    }
    assert decided == {one.id: Decision.KEEP, other.id: Decision.RETIRE}
    assert len(workspace.store.table(codec.REVIEWS)) == 1


def test_who_is_called_as_a_decision_is_leaves_it_readable_when_erased(
    workspace: Workspace,
) -> None:
    habit = flagship(workspace)
    service.log(workspace, workspace.practices["thanks"], "@keep the fix")
    service.keep_promise(workspace, looked_at(workspace), habit.id)
    (person,) = workspace.ledger.people()

    service.erase_person(workspace, person.id)

    assert told(workspace, habit.id).decided == Decided(Decision.KEEP, TODAY)


def test_a_change_begins_with_the_next_quarter_or_today_where_that_is_past(
    workspace: Workspace,
) -> None:
    assert begins_usually(looked_at(workspace)) == NEXT_QUARTER
    assert begins_usually(looked_at(workspace, Kind.YEAR)) == NEXT_QUARTER
    assert begins_usually(looked_at(workspace, day=date(2026, 5, 1))) == TODAY


def test_the_look_back_tells_in_every_format_what_is_decided(workspace: Workspace) -> None:
    look = looked_at(workspace)
    service.keep_promise(workspace, look, flagship(workspace).id)
    service.retire_promise(workspace, look, flagship(workspace, "thanks").id)
    cadence = parse_cadence("monthly")
    key = flagship(workspace, "credit").id
    service.change_promise(workspace, look, key, cadence, NEXT_QUARTER)

    back = service.look_back_on(workspace, Kind.QUARTER, TODAY)
    text = service.paper(back, "md")
    assert "| weekly | 0 | 0 | keep |" in text
    assert "| retire |" in text
    assert "| monthly from Fri 1 Jan 2027 on |" in text
    shape = json.loads(json.dumps(look_back_shape(back)))
    told_of = {each["name"]: (each["decision"], each["decided_on"]) for each in shape["habits"]}
    assert told_of["Hand over the how"] == ("keep", "2026-11-22")
    assert told_of["Share a customer story"] == (None, None)


def test_about_a_habit_that_is_gone_nothing_is_decided(workspace: Workspace) -> None:
    promise = service.Promise("Ask Dev", parse_cadence("weekly"))
    change = service.add_habit(workspace, workspace.practices["trust"], promise)
    key = change.habits[0].either.id
    kept = service.keep_promise(workspace, looked_at(workspace), key)
    assert service.words_of(workspace, kept) == ["Ask Dev · keep"]
    with pytest.raises(RefusedError, match="gone"):
        service.retire_promise(workspace, looked_at(workspace), UUID(int=5))


def test_what_was_decided_before_is_not_told_again(workspace: Workspace) -> None:
    one, two, *_ = service.habits(workspace)
    service.keep_promise(workspace, looked_at(workspace), one.habit.id)
    change = service.keep_promise(workspace, looked_at(workspace), two.habit.id)
    assert service.words_of(workspace, change) == [f"{two.habit.name} · keep"]
