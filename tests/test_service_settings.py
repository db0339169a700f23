"""When the week begins and the day turns is set once, and holds for everything at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.clock import FixedClock
from habits.day import Moment
from habits.errors import RefusedError, StoreError
from habits.practices import BY_SLUG, PRACTICES
from habits.settings import Settings
from habits.store import Op, Store, codec
from habits.store.stamps import creation_stamp
from habits.streaks import Status
from tests.conftest import ZONE

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home

SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)
THANKS, VISION = BY_SLUG["thanks"], BY_SLUG["vision"]
NIGHT = FixedClock(Moment(datetime(2026, 11, 22, 1, 30, tzinfo=UTC), ZONE))
"""Sunday, 2:30 in Berlin."""


def status(workspace: Workspace, slug: str) -> Status:
    """Return how a practice's leading habit stands."""
    (row,) = service.rows(workspace, [BY_SLUG[slug]])
    return row.leading.standing.status


def test_a_new_home_has_weeks_from_monday_and_days_from_midnight(workspace: Workspace) -> None:
    assert workspace.settings == Settings(week_start=0, rollover_hour=0, welcomed=False)


def test_a_setting_is_one_act_that_can_be_taken_back_and_done_again(workspace: Workspace) -> None:
    change = service.set_setting(workspace, week_start=6, rollover_hour=4)
    assert workspace.settings == Settings(6, 4)
    assert service.words_of(workspace, change) == [
        "the week begins on Sunday",
        "the day turns at 4:00",
    ]

    change = service.undo(workspace)
    assert workspace.settings == Settings()
    assert service.words_of(workspace, change) == [
        "the week begins on Monday",
        "the day turns at midnight",
    ]
    service.redo(workspace)
    assert workspace.settings == Settings(6, 4)
    service.set_setting(workspace, week_start=0, welcomed=True)
    assert workspace.settings == Settings(0, 4, welcomed=True)


def test_what_is_set_so_already_is_no_act(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match=r"It is set so already\. Nothing has changed\."):
        service.set_setting(workspace, week_start=0)
    with pytest.raises(RefusedError, match="nothing to undo"):
        service.undo(workspace)


@pytest.mark.parametrize("wrong", [{"week_start": 7}, {"rollover_hour": 12}])
def test_what_no_calendar_has_is_never_stored(workspace: Workspace, wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no week begins on"):
        service.set_setting(workspace, **wrong)  # type: ignore[arg-type]  # the numbers
    assert workspace.settings == Settings()


def test_a_setting_touches_every_practice(workspace: Workspace) -> None:
    assert service.touched(workspace, service.set_setting(workspace, week_start=6)) == PRACTICES


def test_before_the_day_turns_an_act_counts_for_the_day_before(home: Home) -> None:
    workspace = service.open_workspace(home, NIGHT)
    service.log(workspace, THANKS, "as the clock has it")
    service.set_setting(workspace, rollover_hour=3)
    service.log(workspace, THANKS, "before the day turns")
    service.log(workspace, THANKS, "the day before (yesterday)")
    service.set_setting(workspace, rollover_hour=2)

    assert workspace.today == SUNDAY
    assert [(entry.what, entry.date) for entry in service.entries(workspace)] == [
        ("the day before", date(2026, 11, 20)),
        ("before the day turns", SATURDAY),
        ("as the clock has it", SUNDAY),
    ]


def test_promises_begin_rest_and_end_on_the_day_that_has_not_turned(home: Home) -> None:
    workspace = service.open_workspace(home, NIGHT)
    service.set_setting(workspace, rollover_hour=3)
    promise = service.Promise("Call home", service.habits(workspace)[0].habit.cadence(SUNDAY))
    (made,) = service.add_habit(workspace, THANKS, promise).habits
    assert made.either.created == SATURDAY

    (laid_down,) = service.archive_habit(workspace, made.either.id).habits
    assert laid_down.either.archived == SATURDAY


def test_standings_follow_at_once_when_the_week_is_cut_elsewhere(home: Home) -> None:
    friday = FixedClock(Moment(datetime(2026, 11, 13, 12, tzinfo=UTC), ZONE))
    service.open_workspace(home, friday).close()
    workspace = service.open_workspace(home, FixedClock(Moment(NIGHT.moment.instant, ZONE)))
    service.log(workspace, VISION, "told the story (yesterday)")
    assert status(workspace, "vision") is Status.DONE

    service.set_setting(workspace, week_start=6)
    assert status(workspace, "vision") is not Status.DONE
    service.undo(workspace)
    assert status(workspace, "vision") is Status.DONE


def test_a_skip_lets_the_week_rest_that_runs_by_the_setting(workspace: Workspace) -> None:
    service.set_setting(workspace, week_start=6)
    (row,) = [each for each in service.habits(workspace) if each.habit.practice == "vision"]
    (pause,) = service.skip_habit(workspace, row.habit.id).pauses
    assert (pause.either.first, pause.either.last) == (SUNDAY, date(2026, 11, 28))


def test_a_skip_at_night_is_of_the_week_that_has_not_ended(home: Home) -> None:
    thursday = FixedClock(Moment(datetime(2026, 11, 19, 12, tzinfo=UTC), ZONE))
    service.open_workspace(home, thursday).close()
    workspace = service.open_workspace(home, NIGHT)
    service.set_setting(workspace, week_start=6, rollover_hour=3)
    (row,) = [each for each in service.habits(workspace) if each.habit.practice == "vision"]
    (pause,) = service.skip_habit(workspace, row.habit.id).pauses
    assert pause.either.last == SATURDAY


def test_what_another_process_sets_holds_after_the_next_look(
    home: Home, workspace: Workspace
) -> None:
    service.log(workspace, VISION, "told the story (yesterday)")
    assert service.today(workspace).rows
    other = service.open_workspace(home, workspace.clock, device="other")
    service.set_setting(other, week_start=6, rollover_hour=10)

    assert workspace.catch_up()
    assert workspace.settings == Settings(6, 10)
    assert workspace.today == SATURDAY
    assert service.today(workspace) == service.today(other)


def test_to_take_back_a_first_setting_leaves_what_another_machine_set(
    home: Home, workspace: Workspace
) -> None:
    other = service.open_workspace(home, workspace.clock, device="other")
    service.set_setting(workspace, week_start=6)
    service.set_setting(other, rollover_hour=4)
    service.undo(workspace)

    assert workspace.settings == Settings(0, 4)
    other.catch_up()
    assert other.settings == Settings(0, 4)


def test_that_a_home_has_settings_is_older_than_any_of_them() -> None:
    assert creation_stamp(codec.SETTINGS_ID.int) == 0


def test_settings_that_cannot_be_understood_are_told_and_nothing_is_logged(
    workspace: Workspace,
) -> None:
    workspace.store.commit(lambda: [Op(codec.SETTINGS, codec.SETTINGS_ID, {"rollover_hour": 99})])
    with pytest.raises(StoreError, match="in the table settings has no readable 'rollover_hour'"):
        service.log(workspace, THANKS, "the fix")
    assert service.entries(workspace) == ()
    workspace.store.commit(lambda: [Op(codec.SETTINGS, codec.SETTINGS_ID, {"rollover_hour": 4})])
    assert service.log(workspace, THANKS, "the fix").came


def test_a_habit_that_comes_back_at_night_rests_until_the_day_that_has_not_turned(
    home: Home,
) -> None:
    thursday = FixedClock(Moment(datetime(2026, 11, 19, 12, tzinfo=UTC), ZONE))
    early = service.open_workspace(home, thursday)
    service.set_setting(early, rollover_hour=3)
    (row,) = [each for each in service.habits(early) if each.habit.practice == "vision"]
    service.archive_habit(early, row.habit.id)

    (pause,) = service.restore_habit(service.open_workspace(home, NIGHT), row.habit.id).pauses
    assert pause.either.last == date(2026, 11, 20)


def test_what_a_home_lacks_of_the_eight_is_promised_from_the_day_that_has_not_turned(
    home: Home,
) -> None:
    Store(home).commit(lambda: [Op(codec.SETTINGS, codec.SETTINGS_ID, {"rollover_hour": 3})])
    workspace = service.open_workspace(home, NIGHT)
    assert {row.habit.created for row in service.habits(workspace)} == {SATURDAY}
