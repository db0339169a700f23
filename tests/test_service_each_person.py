"""Who is still to be reached by a promise to each person, as people come, go and are away."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.service import Promise, Scope
from habits.store import codec
from habits.store.home import Home
from habits.streaks import HabitHistory, Member
from tests.conftest import SUNDAY_MORNING
from tests.store.strategies import few
from tests.streaks.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.model import Habit, Person
    from habits.service import Workspace
    from habits.streaks import Standing

SUNDAY = date(2026, 11, 22)
GROWTH, THANKS = BY_SLUG["growth"], BY_SLUG["thanks"]
QUARTER = date(2026, 10, 1)
MIDDLE = date(2026, 11, 16)
"""From this day on the fourth quarter has 46 days, half of its 92."""


def promised(workspace: Workspace, phrase: str = "quarterly", since: date = QUARTER) -> UUID:
    """Promise a career talk with each person, and return the id of the habit."""
    promise = Promise("A career talk", parse_cadence(phrase), ("talk",), each_person=True)
    (altered,) = service.add_habit(workspace, GROWTH, promise, since=since).habits
    return altered.either.id


def standing(workspace: Workspace, habit: UUID) -> Standing:
    """Return how the promise stands."""
    return service.habit_row(workspace, habit).standing


def person(workspace: Workspace, handle: str) -> Person:
    """Return the person of a handle."""
    (only,) = (each for each in service.people(workspace) if each.handle == handle)
    return only


def test_whoever_is_first_named_in_the_first_half_of_a_quarter_is_to_be_reached_in_it(
    workspace: Workspace,
) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@maya the fix (2026-11-16)")
    service.log(workspace, THANKS, "@tom the test (2026-11-17)")
    assert standing(workspace, talk).left == ("Maya",)

    (key, _) = workspace.store.table(codec.ENTRIES)
    service.redate_entry(workspace, key, date(2026, 11, 18))
    assert standing(workspace, talk).left == ()
    service.log(workspace, GROWTH, "/spark @tom protocols (2026-11-01)")
    assert standing(workspace, talk).left == ("Tom",)
    service.undo(workspace)
    service.undo(workspace)
    assert standing(workspace, talk).left == ("Maya",)


def test_the_day_on_which_somebody_is_said_to_have_joined_goes_before_the_first_entry(
    workspace: Workspace,
) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@maya the fix (2026-10-05)")
    maya = person(workspace, "maya").id
    service.edit_person(workspace, maya, joined=date(2026, 11, 17))
    assert standing(workspace, talk).left == ()
    service.edit_person(workspace, maya, joined=MIDDLE)
    assert standing(workspace, talk).left == ("Maya",)
    service.edit_person(workspace, maya, joined=None)
    assert standing(workspace, talk).left == ("Maya",)


@pytest.mark.parametrize(
    ("last_day", "left"), [(date(2026, 11, 14), ()), (date(2026, 11, 15), ("Maya",))]
)
def test_who_leaves_is_to_be_reached_if_they_were_there_for_half_of_the_quarter(
    workspace: Workspace, last_day: date, left: tuple[str, ...]
) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@maya the fix (2026-10-01)")
    service.edit_person(workspace, person(workspace, "maya").id, left=last_day)

    assert standing(workspace, talk).left == left


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        (date(2026, 11, 16), None, ("Maya",)),
        (date(2026, 11, 15), None, ()),
        (date(2026, 10, 1), date(2026, 11, 15), ("Maya",)),
        (date(2026, 10, 1), date(2026, 11, 16), ()),
    ],
)
def test_who_is_on_leave_is_to_be_reached_if_they_are_there_for_half_of_the_quarter(
    workspace: Workspace, first: date, last: date | None, left: tuple[str, ...]
) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@maya the fix (2026-10-01)")
    service.pause(workspace, first, last, Scope(person=person(workspace, "maya").id))
    assert standing(workspace, talk).left == left

    service.undo(workspace)
    assert standing(workspace, talk).left == ("Maya",)


def test_one_talk_with_three_reaches_all_three(workspace: Workspace) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@maya @tom @ana @dev the launch (2026-10-05)")
    assert standing(workspace, talk).left == ("Ana", "Dev", "Maya", "Tom")
    service.log(workspace, GROWTH, "/talk @maya @tom @ana the next year")

    told = standing(workspace, talk)
    assert (told.completions, told.target, told.left) == (3, 4, ("Dev",))


def test_who_is_only_known_by_name_is_not_to_be_reached_yet(workspace: Workspace) -> None:
    talk = promised(workspace)
    service.add_people(workspace, ["Maya"])
    assert (standing(workspace, talk).target, standing(workspace, talk).left) == (0, ())

    service.log(workspace, THANKS, "@maya the fix (2026-10-05)")
    assert standing(workspace, talk).left == ("Maya",)


def test_two_of_one_name_are_both_to_be_reached(workspace: Workspace) -> None:
    talk = promised(workspace)
    service.log(workspace, THANKS, "@ana @ana.lima the launch (2026-10-05)")
    service.edit_person(workspace, person(workspace, "ana.lima").id, name="Ana")
    assert standing(workspace, talk).left == ("Ana (@ana)", "Ana (@ana.lima)")

    service.log(workspace, GROWTH, "/talk @ana the next year")
    assert standing(workspace, talk).left == ("Ana (@ana.lima)",)


def slow_history(workspace: Workspace, habit: Habit) -> HabitHistory:
    """Return the history of the promise, by reading everything as the words of the rule have it."""
    entries = list(workspace.ledger.entries())
    named = {key: [e.date for e in entries if key in e.people] for e in entries for key in e.people}
    roster = {}
    for each in service.people(workspace):
        if each.joined or each.id in named:
            away = [p for p in workspace.ledger.pauses() if p.person == each.id]
            roster[each.id] = Member(
                each.name,
                each.joined or min(named[each.id]),
                each.left,
                tuple((pause.first, pause.last) for pause in away),
            )
    counted = [
        each
        for each in entries
        if (each.practice, each.move) == ("growth", "talk")
        and (each.date >= habit.created or each.logged_at >= habit.made_at)
    ]
    return HabitHistory(
        created=habit.created,
        cadences=habit.cadences,
        logs=tuple(each.date for each in counted),
        pauses=tuple(
            (pause.first, pause.last)
            for pause in workspace.ledger.pauses()
            if pause.person is None and pause.practice in {None, "growth"}
        ),
        roster=tuple(roster.values()),
        log_people=tuple(
            tuple(roster[key].name for key in each.people if key in roster) for each in counted
        ),
    )


@st.composite
def _acts(draw: st.DrawFn) -> list[tuple[str, Any]]:
    lines = st.builds(
        "{0} {1} it {2}".format,
        st.sampled_from(["/talk", "/spark"]),
        st.sampled_from(["@maya", "@tom", "@maya @tom @ana", ""]),
        st.sampled_from(["", "(2026-11-16)", "(2026-11-02)", "(2026-10-05)", "(2026-08-20)"]),
    )
    people = st.sampled_from(["maya", "tom", "ana"])
    some_days = st.sampled_from(
        [date(2026, 8, 1), date(2026, 10, 20), date(2026, 11, 10), MIDDLE, date(2026, 12, 1)]
    )
    about_one = st.tuples(people, some_days, st.none() | some_days)
    return draw(
        st.lists(
            st.one_of(
                st.tuples(st.sampled_from(["log", "log", "log elsewhere"]), lines),
                st.tuples(st.sampled_from(["joined", "left", "away"]), about_one),
                st.tuples(st.sampled_from(["redate", "delete"]), st.integers(0, 4)),
                st.tuples(st.sampled_from(["undo", "redo", "look", "pause"]), st.none()),
            ),
            max_size=14,
        )
    )


def _act(workspace: Workspace, name: str, what: Any) -> None:  # noqa: ANN401 - as drawn
    acts: dict[str, Callable[[], object]] = {
        "log": lambda: service.log(workspace, GROWTH, what),
        "undo": lambda: service.undo(workspace),
        "redo": lambda: service.redo(workspace),
        "look": lambda: service.today(workspace),
        "pause": lambda: service.pause(workspace, date(2026, 11, 10), date(2026, 11, 14)),
    }
    keys = list(workspace.store.table(codec.ENTRIES))
    if isinstance(what, int) and what < len(keys):
        acts |= {
            "redate": lambda: service.redate_entry(workspace, keys[what], date(2026, 11, 15)),
            "delete": lambda: service.delete_entry(workspace, keys[what]),
        }
    known = {each.handle: each.id for each in service.people(workspace)}
    if isinstance(what, tuple) and what[0] in known:
        key, first, last = known[what[0]], what[1], what[2]
        acts |= {
            "joined": lambda: service.edit_person(workspace, key, joined=last),
            "left": lambda: service.edit_person(workspace, key, left=last),
            "away": lambda: service.pause(workspace, first, last, Scope(person=key)),
        }
    if name == "log elsewhere":
        elsewhere = service.open_workspace(workspace.store.home, workspace.clock, "cyd")
        service.log(elsewhere, GROWTH, what)
        workspace.catch_up()
    elif name in acts:
        acts[name]()


@given(
    acts=_acts(),
    phrase=st.sampled_from(["quarterly", "every 6 weeks", "twice a month"]),
    team=st.sampled_from(["", "@maya @tom @ana the launch (2026-08-20)"]),
    looks=st.booleans(),
)
@settings(few, max_examples=200)
def test_through_any_acts_it_stands_as_a_walk_through_the_days_of_each_person_says(
    acts: list[tuple[str, Any]],
    phrase: str,
    team: str,
    tmp_path_factory: pytest.TempPathFactory,
    *,
    looks: bool,
) -> None:
    home, clock = Home(tmp_path_factory.mktemp("home")), FixedClock(SUNDAY_MORNING)
    # On another device, so that undo takes neither the promise nor the team back.
    bob = service.open_workspace(home, clock, "bob")
    habit = promised(bob, phrase, date(2026, 8, 1))
    if team:
        service.log(bob, THANKS, team)
    workspace = service.open_workspace(home, clock, "ada")
    for name, what in acts:
        try:
            _act(workspace, name, what)
        except RefusedError:
            continue
        if looks:
            service.today(workspace)

    row = service.habit_row(workspace, habit)
    figures = asdict(row.standing)
    expected = Reference(slow_history(workspace, row.habit), SUNDAY, 0).standing()
    assert figures.pop("score") == pytest.approx(expected.pop("score"), abs=1e-12)
    assert figures == expected
