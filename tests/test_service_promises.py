"""Habits are added, changed, archived, restored and skipped, and each of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.day import Moment
from habits.errors import RefusedError
from habits.practices import BY_SLUG, PRACTICES
from habits.service import Edit, Promise, Scope, Workspace
from habits.streaks import Status
from tests.conftest import SUNDAY_MORNING, ZONE

if TYPE_CHECKING:
    from uuid import UUID

    from habits.change import Change
    from habits.model import Habit
    from habits.store.home import Home
    from habits.today import HabitRow

SUNDAY = date(2026, 11, 22)
GROWTH, THANKS, TRUST = BY_SLUG["growth"], BY_SLUG["thanks"], BY_SLUG["trust"]
TALK = Promise("A career talk", parse_cadence("quarterly"), each_person=True)


def later(workspace: Workspace, days: int) -> Workspace:
    """Return the same home so many days later."""
    instant = SUNDAY_MORNING.instant + timedelta(days=days)
    return replace(workspace, clock=FixedClock(Moment(instant, ZONE)))


def added(
    workspace: Workspace, promise: Promise, practice: str = "growth", since: date | None = None
) -> Habit:
    """Add a habit and return it."""
    (altered,) = service.add_habit(workspace, BY_SLUG[practice], promise, since).habits
    assert altered.after is not None
    return altered.after


def row(workspace: Workspace, key: UUID) -> HabitRow:
    """Return a habit as it stands."""
    return service.habit_row(workspace, key)


def pauses(change: Change) -> list[tuple[date, date | None]]:
    """Return the pauses that came with a change."""
    return [(each.after.first, each.after.last) for each in change.pauses if each.after]


def test_a_habit_is_added_to_its_practice_behind_the_flagship(workspace: Workspace) -> None:
    promise = Promise("Thank for unseen work", parse_cadence("monthly"), ("quiet", "rel"))
    habit = added(workspace, promise, "thanks")

    (thanks,) = service.rows(workspace, [THANKS])
    assert [each.habit.name for each in thanks.habits][1:] == ["Thank for unseen work"]
    assert (habit.moves, habit.created, habit.flagship) == (("quiet", "relay"), SUNDAY, False)


def test_a_habit_may_begin_on_an_earlier_day_and_counts_what_was_logged_since(
    workspace: Workspace,
) -> None:
    service.log(workspace, GROWTH, "earlier (3 Nov)")
    promise = Promise("Talk", parse_cadence("monthly"))
    service.add_habit(workspace, GROWTH, promise, since=date(2026, 11, 1))
    (growth,) = service.rows(workspace, [GROWTH])
    assert growth.habits[1].standing.completions == 1


@pytest.mark.parametrize(
    ("promise", "practice", "why"),
    [
        (Promise("x", parse_cadence("never")), "vision", "Vision has none"),
        (Promise("x", parse_cadence("weekly"), ("dictated",)), "trust", "is a slip"),
        (Promise("x", parse_cadence("weekly"), ("sparkle",)), "growth", "has no move '/sparkle'"),
        (Promise("", parse_cadence("weekly")), "growth", "has no name"),
        (Promise("hand over the HOW", parse_cadence("weekly")), "trust", "has a habit"),
        (Promise("x", parse_cadence("mondays"), each_person=True), "growth", "for each person"),
    ],
)
def test_what_cannot_be_promised_is_refused_and_nothing_is_stored(
    workspace: Workspace, promise: Promise, practice: str, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        service.add_habit(workspace, BY_SLUG[practice], promise)
    assert len(service.habits(workspace)) == len(PRACTICES)


def test_a_name_that_is_taken_in_another_practice_is_free(workspace: Workspace) -> None:
    habit = added(workspace, Promise("Hand over the how", parse_cadence("weekly")), "growth")
    assert habit.practice == "growth"


def test_each_person_is_whoever_an_entry_of_any_practice_named(workspace: Workspace) -> None:
    habit = added(workspace, TALK, since=date(2026, 10, 1))
    assert row(workspace, habit.id).standing.target == 0

    service.log(workspace, THANKS, "@maya and @ana: the fix (1 Oct)")
    change = service.log(workspace, GROWTH, "@maya staff")

    standing = row(workspace, habit.id).standing
    assert (standing.completions, standing.target, standing.left) == (1, 2, ("Ana",))
    assert service.touched(workspace, change) == (GROWTH,)


def test_an_entry_that_names_somebody_touches_habits_for_each_person(
    workspace: Workspace,
) -> None:
    added(workspace, TALK)
    assert service.touched(workspace, service.log(workspace, THANKS, "bare")) == (THANKS,)
    assert service.touched(workspace, service.log(workspace, THANKS, "@tom x")) == (GROWTH, THANKS)


def test_who_is_away_for_most_of_a_period_is_not_required_in_it(workspace: Workspace) -> None:
    habit = added(workspace, TALK, since=date(2026, 10, 1))
    service.log(workspace, THANKS, "@maya and @ana: the fix (1 Oct)")
    ana = service.require_person(workspace, "@ANA")
    service.pause(workspace, date(2026, 10, 1), date(2026, 12, 31), Scope(person=ana.id))

    assert row(workspace, habit.id).standing.left == ("Maya",)
    assert row(workspace, habit.id).standing.status is Status.ON_TRACK


def test_a_limit_counts_slips_alone_and_other_habits_none(workspace: Workspace) -> None:
    habit = added(workspace, Promise("I leave the how to them", parse_cadence("never")), "trust")
    service.log(workspace, TRUST, "/context why")
    assert row(workspace, habit.id).standing.status is Status.ON_TRACK

    service.log(workspace, TRUST, "/dictated the index")

    standing = row(workspace, habit.id).standing
    assert (standing.status, standing.completions, standing.total) == (Status.SLIPPED, 1, 1)
    (trust,) = service.rows(workspace, [TRUST])
    assert trust.leading.standing.total == 1


def test_an_edit_changes_only_what_it_names(workspace: Workspace) -> None:
    habit = added(workspace, Promise("Talk", parse_cadence("monthly"), ("talk",)))
    edit = Edit(name="Talk about aims", moves=("talk", "match"))
    (altered,) = service.edit_habit(workspace, habit.id, edit).habits

    assert altered.before == habit
    assert altered.after is not None
    assert (altered.after.name, altered.after.moves) == ("Talk about aims", ("talk", "match"))
    assert altered.after.cadences == habit.cadences
    assert service.edit_habit(workspace, habit.id, Edit(moves=())).habits[0].either.moves == ()


def test_an_anchor_and_a_reason_are_cleaned_and_each_is_changed_alone(
    workspace: Workspace,
) -> None:
    habit = added(workspace, TALK)
    edit = Edit(anchor=" after\tstand-up ", reason="because they\x07 asked\nfor it")
    service.edit_habit(workspace, habit.id, edit)
    kept = row(workspace, habit.id).habit
    assert (kept.anchor, kept.reason) == ("after stand-up", "they asked for it")

    service.edit_habit(workspace, habit.id, Edit(anchor=""))
    kept = row(workspace, habit.id).habit
    assert (kept.anchor, kept.reason) == ("", "they asked for it")
    service.edit_habit(workspace, habit.id, Edit(reason=""))
    assert row(workspace, habit.id).habit.reason == ""


def test_another_cadence_holds_from_today_and_leaves_the_past(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "one")
    service.log(workspace, THANKS, "two")
    habit = service.require_habit(workspace, "thank someone")
    after = later(workspace, 2)
    before = row(after, habit.id).standing

    service.edit_habit(after, habit.id, Edit(cadence=parse_cadence("daily")))

    now = row(after, habit.id)
    assert (now.standing.current, now.standing.best) == (before.current, before.best) == (1, 1)
    assert str(now.habit.cadence(after.today)) == "daily"


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Edit(), "Nothing would change"),
        (Edit(name="A career talk"), "Nothing would change"),
        (Edit(name="Talk about where someone wants to go"), "has a habit"),
        (Edit(cadence=parse_cadence("every 3 days")), "cannot hold for each person"),
        (Edit(cadence=parse_cadence("once a quarter")), "is quarterly already"),
        (Edit(cadence=parse_cadence("daily"), since=SUNDAY - timedelta(days=1)), "from today on"),
        (Edit(moves=("spork",)), "Did you mean /spark"),
        (Edit(anchor="x" * 61), "61 cells wide"),
        (Edit(reason="x" * 10_001), "10,001 characters"),
    ],
)
def test_an_edit_that_does_not_hold_together_changes_nothing(
    workspace: Workspace, edit: Edit, why: str
) -> None:
    habit = added(workspace, TALK)
    with pytest.raises(RefusedError, match=why):
        service.edit_habit(workspace, habit.id, edit)
    assert row(workspace, habit.id).habit == habit


def test_a_habit_that_was_laid_down_stands_still_and_leads_no_row(workspace: Workspace) -> None:
    habit = added(workspace, Promise("Talk", parse_cadence("monthly")))
    flagship = service.require_habit(workspace, "where someone wants to go")
    service.archive_habit(workspace, flagship.id)

    (growth,) = service.rows(workspace, [GROWTH])
    assert growth.leading.habit.id == habit.id
    assert [each.habit.id for each in growth.live] == [habit.id]
    service.archive_habit(workspace, habit.id, SUNDAY)
    (growth,) = service.rows(workspace, [GROWTH])
    assert [each.habit.id for each in growth.live] == [growth.leading.habit.id]
    assert growth.leading.standing.status is Status.ARCHIVED


def test_a_name_means_the_live_habit_before_one_that_was_laid_down(workspace: Workspace) -> None:
    old = added(workspace, Promise("Talk", parse_cadence("monthly")))
    service.archive_habit(workspace, old.id)
    new = added(workspace, Promise("Talk", parse_cadence("weekly")))
    assert service.require_habit(workspace, "talk").id == new.id
    assert service.require_habit(workspace, str(old.id)).id == old.id


def test_a_habit_taken_up_again_has_rested_meanwhile_and_undo_lays_it_down_again(
    workspace: Workspace,
) -> None:
    habit = added(workspace, Promise("Talk", parse_cadence("weekly")))
    service.archive_habit(workspace, habit.id)
    after = later(workspace, 10)
    change = service.restore_habit(after, habit.id)

    assert pauses(change) == [(SUNDAY, date(2026, 12, 1))]
    assert row(after, habit.id).standing.rate is None
    service.undo(after)
    assert row(after, habit.id).habit.archived == SUNDAY
    assert service.pauses(after) == ()


def test_a_skip_pauses_the_running_period_and_is_taken_back(workspace: Workspace) -> None:
    story = service.require_habit(workspace, "customer story")
    change = service.skip_habit(workspace, story.id)

    assert pauses(change) == [(SUNDAY, date(2026, 11, 29))]
    assert change.slugs == tuple(BY_SLUG)
    assert row(workspace, story.id).standing.status is Status.PAUSED
    service.undo(workspace)
    assert row(workspace, story.id).standing.status is Status.ON_TRACK


@pytest.mark.parametrize("act", [service.archive_habit, service.restore_habit, service.skip_habit])
def test_a_habit_that_was_taken_back_elsewhere_is_told(
    workspace: Workspace, home: Home, clock: FixedClock, act: object
) -> None:
    habit = added(workspace, TALK)
    service.undo(service.open_workspace(home, clock))
    assert callable(act)
    with pytest.raises(RefusedError, match="The habit is gone"):
        act(workspace, habit.id)


def test_a_habit_that_was_taken_back_elsewhere_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="The habit is gone"):
        service.habit_row(workspace, uuid4())
