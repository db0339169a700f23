"""Streaks are looked back on as they stand after every act."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.review.practice_weeks import WeekState
from habits.service import PracticeEdit, Promise
from habits.store import Op, codec

if TYPE_CHECKING:
    from habits.model import Habit
    from habits.review.heat_map import HeatMap
    from habits.service import Workspace

SUNDAY = date(2026, 11, 22)


def log(workspace: Workspace, practice: str, *lines: str) -> None:
    """Log some lines of a practice."""
    for line in lines:
        service.log(workspace, BY_SLUG[practice], line)


def acts(heat: HeatMap) -> dict[date, int]:
    """Return the days of a heat map on which anything was done, with how much."""
    return {day.date: day.acts for day in heat.days if day.acts}


def done(workspace: Workspace, slug: str) -> dict[date, int]:
    """Return the days of this year on which anything was done in a practice."""
    return acts(service.streak_review(workspace, slug, None, 2026).heat)


def flagship(workspace: Workspace, slug: str) -> Habit:
    """Return the habit that a practice started with."""
    return next(habit for habit in workspace.ledger.habits() if habit.practice == slug)


def test_the_map_of_a_practice_shows_all_acts_but_slips(workspace: Workspace) -> None:
    log(workspace, "credit", "/public @maya the launch", "/unnamed @tom it", "@ana it (fri)")
    assert done(workspace, "credit") == {SUNDAY: 1, date(2026, 11, 20): 1}

    service.edit_practice(workspace, BY_SLUG["credit"], PracticeEdit(move="public", slip=True))
    assert done(workspace, "credit") == {date(2026, 11, 20): 1}


def test_the_map_follows_every_act(workspace: Workspace) -> None:
    assert done(workspace, "thanks") == {}
    log(workspace, "thanks", "@maya the fix", "@tom the test")
    assert done(workspace, "thanks") == {SUNDAY: 2}
    first, second = workspace.store.table(codec.ENTRIES)

    service.redate_entry(workspace, first, date(2026, 9, 1))
    assert done(workspace, "thanks") == {SUNDAY: 1, date(2026, 9, 1): 1}
    service.delete_entry(workspace, second)
    assert done(workspace, "thanks") == {date(2026, 9, 1): 1}
    service.undo(workspace)
    assert done(workspace, "thanks") == {SUNDAY: 1, date(2026, 9, 1): 1}
    (maya,) = (person.id for person in service.people(workspace) if person.handle == "maya")
    service.erase_person(workspace, maya)
    assert done(workspace, "thanks") == {SUNDAY: 1}


def test_what_another_process_logs_is_on_the_map_once_it_is_taken_in(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix")
    assert done(workspace, "thanks") == {SUNDAY: 1}
    log(service.open_workspace(workspace.store.home, workspace.clock, "bob"), "thanks", "@maya it")
    workspace.catch_up()

    assert done(workspace, "thanks") == {SUNDAY: 2}


def test_the_map_of_a_habit_shows_what_it_counts(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix", "@tom the test (yesterday)")
    habit = flagship(workspace, "thanks")
    review = service.streak_review(workspace, "thanks", habit.id, 2026)

    assert review.habit == habit
    assert acts(review.heat) == {SUNDAY: 1, SUNDAY - timedelta(days=1): 1}
    assert (review.current, review.best, review.score_words) == (1, 1, "1 of 1 kept")


def test_the_map_of_a_promise_not_to_do_something_shows_the_slips(workspace: Workspace) -> None:
    promise = Promise("I leave the how to them", parse_cadence("never"))
    (habit,) = service.add_habit(workspace, BY_SLUG["trust"], promise).habits
    log(workspace, "trust", "/dictated @maya the schema", "@tom the what")
    review = service.streak_review(workspace, "trust", habit.either.id, 2026)

    assert acts(review.heat) == {SUNDAY: 1}
    told = service.acts_on(workspace, "trust", habit.either.id, SUNDAY)
    assert [each.what for each in told] == ["the schema"]


def test_a_habit_that_is_gone_cannot_be_looked_back_on(workspace: Workspace) -> None:
    for other in (UUID(int=1), flagship(workspace, "credit").id):
        with pytest.raises(RefusedError, match="gone"):
            service.streak_review(workspace, "thanks", other, 2026)
        with pytest.raises(RefusedError, match="gone"):
            service.acts_on(workspace, "thanks", other, SUNDAY)


def test_the_entries_of_a_day_are_those_that_its_map_counts(workspace: Workspace) -> None:
    log(workspace, "credit", "/public @maya one", "/unnamed @tom two", "@ana three")
    log(workspace, "credit", "@ana four (yesterday)")
    log(workspace, "thanks", "@ana five")

    def told(slug: str, habit: UUID | None, day: date) -> list[str]:
        return [each.what for each in service.acts_on(workspace, slug, habit, day)]

    assert told("credit", None, SUNDAY) == ["three", "one"]
    assert told("credit", flagship(workspace, "credit").id, SUNDAY) == ["three", "one"]
    assert told("credit", None, SUNDAY - timedelta(days=1)) == ["four"]
    assert told("credit", None, SUNDAY - timedelta(days=2)) == []
    assert told("trust", None, SUNDAY) == []


def test_an_entry_that_cannot_be_understood_is_not_among_those_of_its_day(
    workspace: Workspace,
) -> None:
    log(workspace, "thanks", "one", "two")
    key = list(workspace.store.table(codec.ENTRIES))[1]
    service.fill(workspace, [Op(codec.ENTRIES, key, {"zone": 5})])
    workspace.ledger.entries_naming(key)

    assert [each.what for each in service.acts_on(workspace, "thanks", None, SUNDAY)] == ["one"]


def test_the_years_reach_from_the_first_act_to_the_present(workspace: Workspace) -> None:
    assert service.years_of(workspace) == range(2026, 2027)
    log(workspace, "thanks", "@maya the fix (2023-05-01)")
    assert service.years_of(workspace) == range(2023, 2027)
    service.undo(workspace)
    assert service.years_of(workspace) == range(2026, 2027)


def test_the_practices_are_told_by_week_as_the_home_has_them(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix (fri)", "@tom the test", "@ana it (2026-11-10)")
    weeks = service.practice_weeks(workspace, date(2026, 11, 10), SUNDAY)
    rows = {row.slug: row for row in weeks.rows}

    assert weeks.weeks == (date(2026, 11, 9), date(2026, 11, 16))
    assert tuple(rows) == tuple(BY_SLUG)
    assert rows["thanks"].acts == (1, 2)
    assert rows["thanks"].states[1] is WeekState.OPEN
    assert rows["trust"].acts == (0, 0)
