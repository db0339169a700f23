"""A habit counts the entries that fit its promise, from the day on which it was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from habits import counting
from habits.counting import is_archived, roster_of
from habits.model import Entry, Habit, Pause, Person
from habits.practices import BY_SLUG, PRACTICES, Move, Practice
from habits.streaks import Member
from tests.records import entry, habit, history_of

START = date(2026, 11, 9)
BEFORE = date(2026, 11, 2)
AFTER = date(2026, 11, 16)
SLIPS = [
    pytest.param(practice, move, id=move.slug)
    for practice in PRACTICES
    for move in practice.moves
    if move.slip
]


def counts(promise: Habit, act: Entry) -> bool:
    """Return whether a habit of a practice that nobody has changed counts an entry."""
    return counting.counts(promise, act, BY_SLUG[promise.practice])


@pytest.mark.parametrize("move", [None, "context", "options", "question", "owner"])
def test_a_habit_counts_every_act_of_its_practice(move: str | None) -> None:
    assert counts(habit(START, practice="trust"), entry(AFTER, practice="trust", move=move))


def test_a_habit_counts_no_act_of_another_practice() -> None:
    assert not counts(habit(START, practice="trust"), entry(AFTER, practice="thanks"))


@pytest.mark.parametrize(("practice", "move"), SLIPS)
def test_a_slip_never_counts(practice: Practice, move: Move) -> None:
    slip = entry(AFTER, practice=practice.slug, move=move.slug)
    assert not counts(habit(START, practice=practice.slug), slip)


def test_a_move_that_the_user_added_counts() -> None:
    assert counts(habit(START), entry(AFTER, move="postcard"))


@pytest.mark.parametrize(
    ("move", "counted"), [("quiet", True), ("relay", True), ("thanks", False), (None, False)]
)
def test_a_habit_that_names_moves_counts_only_these(move: str | None, *, counted: bool) -> None:
    promise = habit(START, moves=("quiet", "relay"))
    assert counts(promise, entry(AFTER, move=move)) is counted


@pytest.mark.parametrize(
    ("day", "logged_on", "counted"),
    [
        (START, START, True),
        (AFTER, AFTER, True),
        (BEFORE, BEFORE, False),
        (BEFORE, START, True),
        (BEFORE, AFTER, True),
    ],
)
def test_an_act_before_the_start_counts_if_it_was_logged_after_the_habit_was_made(
    day: date, logged_on: date, *, counted: bool
) -> None:
    assert counts(habit(START), entry(day, logged_on=logged_on)) is counted


def test_an_earlier_start_takes_in_what_was_logged_before_the_habit_was_made() -> None:
    promise = habit(BEFORE, made_on=AFTER)
    assert counts(promise, entry(START, logged_on=START))
    assert not counts(promise, entry(date(2026, 11, 1), logged_on=START))


@pytest.mark.parametrize(("practice", "move"), SLIPS)
def test_a_limit_counts_every_slip_of_its_practice_and_nothing_else(
    practice: Practice, move: Move
) -> None:
    limit = habit(START, "never", practice=practice.slug)
    assert counts(limit, entry(AFTER, practice=practice.slug, move=move.slug))
    for other in (None, "postcard", *(each.slug for each in practice.moves if not each.slip)):
        assert not counts(limit, entry(AFTER, practice=practice.slug, move=other))


def test_a_limit_may_name_the_slips_it_counts() -> None:
    limit = habit(START, "at most once a month", practice="trust", moves=("dictated",))
    assert counts(limit, entry(AFTER, practice="trust", move="dictated"))
    assert not counts(limit, entry(AFTER, practice="trust", move="hurried"))


def test_what_is_a_slip_is_said_by_the_practice_as_the_user_has_it() -> None:
    trust = replace(BY_SLUG["trust"], moves=(Move("hurried", "I pressed for a date", slip=True),))
    hurried = entry(AFTER, practice="trust", move="hurried")
    dropped = entry(AFTER, practice="trust", move="dictated")
    promise, limit = habit(START, practice="trust"), habit(START, "never", practice="trust")

    assert [counting.counts(promise, act, trust) for act in (hurried, dropped)] == [False, True]
    assert [counting.counts(limit, act, trust) for act in (hurried, dropped)] == [True, False]


def people(*names: str) -> list[Person]:
    """Return people of these names."""
    return [
        Person(UUID(int=number), name, f"h{number}") for number, name in enumerate(names, start=1)
    ]


def test_the_roster_holds_whom_an_entry_names_by_name() -> None:
    maya, ana, tom = people("Maya", "ana", "Tom")
    roster = roster_of([maya, ana, tom], {maya.id: BEFORE, ana.id: AFTER}, ())
    assert list(roster.values()) == [Member("ana", AFTER), Member("Maya", BEFORE)]
    assert list(roster) == [ana.id, maya.id]


def test_an_engineer_is_away_on_the_days_of_their_own_pauses() -> None:
    maya, ana = people("Maya", "Ana")
    pauses = [
        Pause(UUID(int=7), START, AFTER, person=maya.id),
        Pause(UUID(int=8), AFTER, person=maya.id),
        Pause(UUID(int=9), START),
        Pause(UUID(int=10), START, practice="thanks"),
    ]
    roster = roster_of([maya, ana], {maya.id: BEFORE, ana.id: BEFORE}, pauses)
    assert roster[maya.id].away == ((START, AFTER), (AFTER, None))
    assert roster[ana.id].away == ()


def test_two_engineers_of_one_name_are_told_apart_by_their_handles() -> None:
    one, two, ana = people("Maya", "Maya", "Ana")
    joined = dict.fromkeys((one.id, two.id, ana.id), START)
    names = [member.name for member in roster_of([one, two, ana], joined, ()).values()]
    assert names == ["Ana", "Maya (@h1)", "Maya (@h2)"]


def test_only_a_habit_for_each_person_has_a_roster_and_the_names_of_each_log() -> None:
    maya, ana = people("Maya", "Ana")
    roster = {maya.id: Member("Maya", BEFORE)}
    entries = [entry(AFTER, people=(maya.id, ana.id)), entry(AFTER)]
    each = history_of(habit(START, each_person=True), entries, (), roster)
    assert (each.roster, each.log_people) == ((Member("Maya", BEFORE),), (("Maya",), ()))
    plain = history_of(habit(START), entries, (), roster)
    assert (plain.roster, plain.log_people) == (None, ())


def test_a_history_holds_the_counted_dates_with_repeats_in_any_order() -> None:
    promise = habit(START, "twice a week", practice="trust", archived=date(2026, 12, 1))
    entries = [
        entry(AFTER, practice="trust"),
        entry(START, practice="trust", move="owner"),
        entry(AFTER, practice="trust", move="context"),
        entry(AFTER, practice="trust", move="dictated"),
        entry(BEFORE, practice="trust"),
        entry(AFTER, practice="vision"),
    ]
    history = history_of(promise, entries, (), {})
    assert sorted(history.logs) == [START, AFTER, AFTER]
    assert (history.created, history.cadences) == (START, promise.cadences)
    assert history.archived == date(2026, 12, 1)


def test_a_history_holds_the_pauses_that_cover_the_habit() -> None:
    promise, neighbour = habit(START), habit(START)
    ident = UUID(int=0)
    pauses = [
        Pause(ident, date(2026, 1, 1), date(2026, 1, 2)),
        Pause(ident, date(2026, 2, 1), None, practice="thanks"),
        Pause(ident, date(2026, 3, 1), None, practice="vision"),
        Pause(ident, date(2026, 4, 1), date(2026, 4, 2), habit=promise.id),
        Pause(ident, date(2026, 5, 1), None, habit=neighbour.id),
        Pause(ident, date(2026, 6, 1), None, person=ident),
    ]
    assert history_of(promise, (), pauses, {}).pauses == (
        (date(2026, 1, 1), date(2026, 1, 2)),
        (date(2026, 2, 1), None),
        (date(2026, 4, 1), date(2026, 4, 2)),
    )


@pytest.mark.parametrize(("as_of", "archived"), [(BEFORE, False), (START, True), (AFTER, True)])
def test_a_habit_is_laid_down_from_the_day_on_which_it_was_archived(
    as_of: date, *, archived: bool
) -> None:
    assert is_archived(habit(BEFORE, archived=START), as_of) is archived


def test_a_habit_that_was_never_archived_is_live() -> None:
    assert not is_archived(habit(BEFORE), date.max)
