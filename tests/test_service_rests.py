"""Days rest for everything, a practice, a habit or a person, until they are resumed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from habits import service
from habits.errors import RefusedError
from habits.model import Pause
from habits.practices import BY_SLUG
from habits.service import Scope, Workspace
from habits.streaks import Status
from tests import records

SUNDAY = date(2026, 11, 22)
THANKS = BY_SLUG["thanks"]


@pytest.mark.parametrize("scope", [Scope(), Scope(practice="thanks")])
def test_days_rest_for_everything_or_for_one_practice(workspace: Workspace, scope: Scope) -> None:
    service.pause(workspace, SUNDAY, SUNDAY, scope)
    resting = {
        each.habit.practice
        for each in service.habits(workspace)
        if each.standing.status is Status.PAUSED
    }
    assert resting == ({"thanks"} if scope.practice else set(BY_SLUG))


def test_a_pause_touches_what_rests(workspace: Workspace) -> None:
    only = service.pause(workspace, SUNDAY, None, Scope(practice="thanks"))
    everything = service.pause(workspace, SUNDAY, None)
    assert (only.slugs, everything.slugs) == (("thanks",), tuple(BY_SLUG))


def test_a_pause_needs_its_days_in_order_and_is_stored_once(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="would end on 2026-11-21, before it begins"):
        service.pause(workspace, SUNDAY, SUNDAY - timedelta(days=1))
    service.pause(workspace, SUNDAY, None)
    with pytest.raises(RefusedError, match="paused already"):
        service.pause(workspace, SUNDAY, None)
    assert len(service.pauses(workspace)) == 1


def test_a_pause_that_runs_ends_so_that_today_counts_again(workspace: Workspace) -> None:
    monday = SUNDAY - timedelta(days=6)
    service.pause(workspace, monday, None)
    service.pause(workspace, SUNDAY, None, Scope(practice="thanks"))
    service.pause(workspace, SUNDAY + timedelta(days=5), None)

    service.resume(workspace)
    assert [(each.first, each.last) for each in service.pauses(workspace)] == [
        (monday, SUNDAY - timedelta(days=1)),
        (SUNDAY, None),
        (SUNDAY + timedelta(days=5), None),
    ]
    service.resume(workspace, Scope(practice="thanks"))
    assert [each.practice for each in service.pauses(workspace)] == [None, None]
    with pytest.raises(RefusedError, match="No such pause runs today"):
        service.resume(workspace)
    service.undo(workspace)
    service.undo(workspace)
    assert [each.last for each in service.pauses(workspace)] == [None, None, None]


def test_a_pause_to_come_is_withdrawn_by_its_first_day_and_comes_back(workspace: Workspace) -> None:
    monday, christmas = SUNDAY + timedelta(days=1), date(2026, 12, 24)
    service.pause(workspace, monday, monday)
    service.pause(workspace, christmas, None)
    service.pause(workspace, monday, None, Scope(practice="thanks"))

    with pytest.raises(RefusedError, match="2 such pauses are to come, from 2026-11-23 and from"):
        service.withdraw_pause(workspace)
    with pytest.raises(RefusedError, match="No such pause begins on 2026-12-25"):
        service.withdraw_pause(workspace, date(2026, 12, 25))
    service.withdraw_pause(workspace, monday)
    assert [(each.first, each.practice) for each in service.pauses(workspace)] == [
        (monday, "thanks"),
        (christmas, None),
    ]
    service.undo(workspace)
    assert len(service.pauses(workspace)) == 3


def test_of_two_that_begin_on_one_day_the_last_day_says_which_and_without_one_it_is_the_open_one(
    workspace: Workspace,
) -> None:
    monday = SUNDAY + timedelta(days=1)
    short, long = monday + timedelta(days=1), monday + timedelta(days=4)
    for last in (short, long, None):
        service.pause(workspace, monday, last)
    with pytest.raises(RefusedError, match="What begins on 2026-11-23 ends on 2026-11-24 and 2026"):
        service.withdraw_pause(workspace, monday, last=SUNDAY + timedelta(days=9))

    service.withdraw_pause(workspace, monday)
    assert [each.last for each in service.pauses(workspace)] == [short, long]
    with pytest.raises(RefusedError, match="Name the first and the last day of one"):
        service.withdraw_pause(workspace, monday)
    service.withdraw_pause(workspace, monday, last=short)
    assert [each.last for each in service.pauses(workspace)] == [long]
    service.withdraw_pause(workspace, monday)
    assert service.pauses(workspace) == ()


def test_the_only_pause_to_come_needs_no_day(workspace: Workspace) -> None:
    service.pause(workspace, SUNDAY + timedelta(days=1), None)
    service.withdraw_pause(workspace)
    assert service.pauses(workspace) == ()


def test_what_runs_or_is_over_is_not_withdrawn(workspace: Workspace) -> None:
    service.pause(workspace, SUNDAY - timedelta(days=9), SUNDAY - timedelta(days=8))
    service.pause(workspace, SUNDAY, None)
    with pytest.raises(RefusedError, match="No such pause is to come"):
        service.withdraw_pause(workspace)
    with pytest.raises(RefusedError, match="No such pause begins on 2026-11-22"):
        service.withdraw_pause(workspace, SUNDAY)
    assert len(service.pauses(workspace)) == 2


def test_the_next_pause_of_a_habit_is_the_first_to_come_that_covers_it(
    workspace: Workspace,
) -> None:
    habit = service.habits(workspace)[-1].habit
    assert service.next_pause(workspace, habit) is None
    service.pause(workspace, SUNDAY, SUNDAY)
    service.pause(workspace, SUNDAY + timedelta(days=9), None)
    service.pause(workspace, SUNDAY + timedelta(days=2), None, Scope(practice="vision"))
    nearest = service.pause(workspace, SUNDAY + timedelta(days=5), None, Scope(habit=habit.id))
    assert service.next_pause(workspace, habit) == nearest.pauses[0].after


def test_who_resumes_before_a_pause_begins_is_told_how_it_is_withdrawn(
    workspace: Workspace,
) -> None:
    service.pause(workspace, SUNDAY + timedelta(days=1), None)
    with pytest.raises(RefusedError, match=r"only from 2026-11-23\. 'rapport resume --planned'"):
        service.resume(workspace)


def test_a_person_is_meant_by_handle_name_or_a_part_of_it(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "@ana.lima and @maya: the fix")
    people = {service.require_person(workspace, word).name for word in ("ana.lima", "@Ana.Lima")}
    assert people == {service.require_person(workspace, "lima").name} == {"Ana Lima"}
    with pytest.raises(RefusedError, match="There is no person 'bob'"):
        service.require_person(workspace, "bob")


def test_a_pause_of_a_person_rests_no_habit() -> None:
    one = records.habit(SUNDAY)
    pause = Pause(one.id, SUNDAY, person=one.id)
    assert not pause.covers(one)
    assert SUNDAY in pause
    assert SUNDAY - timedelta(days=1) not in pause
