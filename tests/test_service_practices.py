"""Practices are named, taught moves, started and archived; all of it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.catalogue import CATALOGUE
from habits.clock import FixedClock
from habits.day import Moment
from habits.errors import RefusedError, StoreError
from habits.practices import BY_SLUG
from habits.service import Edit, PracticeEdit, Promise, Workspace
from habits.store import Op, codec
from habits.store.ids import fixed_id
from habits.streaks import Status
from habits.words import habit_status_words
from tests.conftest import SUNDAY_MORNING, ZONE

if TYPE_CHECKING:
    from habits.change import Change
    from habits.clock import Clock
    from habits.model import Habit
    from habits.practices import Practice
    from habits.store.home import Home
    from habits.today import PracticeRow

SUNDAY: Final = date(2026, 11, 22)
THANKS, TRUST, GROWTH = BY_SLUG["thanks"], BY_SLUG["trust"], BY_SLUG["growth"]
SHOUTOUT: Final = PracticeEdit(move="shoutout", meaning="in the channel")
GRATITUDE: Final = PracticeEdit(name="Gratitude")


def later(workspace: Workspace, days: int) -> Workspace:
    """Return the same home so many days later."""
    instant = SUNDAY_MORNING.instant + timedelta(days=days)
    return replace(workspace, clock=FixedClock(Moment(instant, ZONE)))


def row(workspace: Workspace, practice: Practice) -> PracticeRow:
    """Return a practice as it stands."""
    (row,) = service.rows(workspace, [practice])
    return row


def flagship(workspace: Workspace, practice: Practice) -> Habit:
    """Return the promise that a practice starts with."""
    return row(workspace, practice).leading.habit


def told(workspace: Workspace, change: Change) -> list[str]:
    """Return a change in words."""
    return service.words_of(workspace, change)


def test_a_practice_has_its_new_name_wherever_it_is_told(workspace: Workspace) -> None:
    change = service.edit_practice(workspace, THANKS, GRATITUDE)

    assert told(workspace, change) == ["Thanks is now Gratitude"]
    assert change.slugs == ("thanks",)
    assert service.touched(workspace, change) == (replace(THANKS, name="Gratitude"),)
    assert row(workspace, THANKS).practice.name == "Gratitude"
    assert [each.practice.name for each in service.today(workspace).rows][7] == "Gratitude"
    logged = service.log(workspace, THANKS, "the fix")
    assert told(workspace, logged) == ["Gratitude · the fix · today"]


def test_an_edit_is_taken_back_and_done_again(workspace: Workspace) -> None:
    service.edit_practice(workspace, THANKS, replace(SHOUTOUT, name="Gratitude"))
    edited = workspace.practices["thanks"]

    undone = service.undo(workspace)
    assert told(workspace, undone) == [
        "Gratitude is now Thanks",
        "Thanks no longer knows /shoutout",
    ]
    assert workspace.practices == BY_SLUG

    redone = service.redo(workspace)
    assert told(workspace, redone) == [
        "Thanks is now Gratitude",
        "Gratitude knows /shoutout, in the channel",
    ]
    assert workspace.practices["thanks"] == edited


def test_an_edit_is_there_for_who_opens_the_home_later_and_in_its_history(
    workspace: Workspace, home: Home, clock: Clock
) -> None:
    service.edit_practice(workspace, THANKS, GRATITUDE)
    workspace.close()

    opened = service.open_workspace(home, clock)
    assert opened.practices["thanks"].name == "Gratitude"
    (act,) = service.history(opened)
    assert told(opened, act.change) == ["Thanks is now Gratitude"]


def test_another_process_sees_an_edit_with_its_next_look(
    workspace: Workspace, home: Home, clock: Clock
) -> None:
    assert service.today(workspace).rows[7].practice == THANKS
    other = service.open_workspace(home, clock)
    service.edit_practice(other, THANKS, replace(SHOUTOUT, name="Gratitude"))

    assert workspace.catch_up()
    assert service.today(workspace).rows[7].practice == other.practices["thanks"]
    assert service.log(workspace, THANKS, "/shoutout the fix").came[0].move == "shoutout"


def test_the_eight_are_read_once_and_not_with_every_log(workspace: Workspace) -> None:
    before = workspace.practices
    service.log(workspace, THANKS, "the fix")
    assert workspace.practices is before


def test_a_move_that_was_added_can_be_logged_and_counted(workspace: Workspace) -> None:
    service.edit_practice(workspace, THANKS, SHOUTOUT)
    promise = Promise("Shout out", parse_cadence("weekly"), ("shout",))
    service.add_habit(workspace, THANKS, promise)
    service.log(workspace, THANKS, "/shoutout the fix")

    counted = {each.habit.name: each.standing.total for each in row(workspace, THANKS).habits}
    assert counted == {"Thank someone and say why": 1, "Shout out": 1}


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_becomes_a_slip_no_longer_counts(
    workspace: Workspace, home: Home, clock: Clock, *, is_kept: bool
) -> None:
    service.log(workspace, THANKS, "/relay the fix")
    assert row(workspace, THANKS).leading.standing.total == 1
    if is_kept:
        workspace.close()
    service.edit_practice(workspace, THANKS, PracticeEdit(move="relay", slip=True))

    for each in (workspace, service.open_workspace(home, clock)):
        assert row(each, THANKS).leading.standing.total == 0
    service.undo(workspace)
    assert row(workspace, THANKS).leading.standing.total == 1


def test_entries_keep_a_move_that_is_dropped_and_still_count(workspace: Workspace) -> None:
    service.log(workspace, TRUST, "/dictated the schema")
    service.log(workspace, TRUST, "/owner for the schema")
    for slug in ("dictated", "owner"):
        service.edit_practice(workspace, TRUST, PracticeEdit(drop=slug))

    assert [entry.move for entry in service.entries(workspace)] == ["dictated", "owner"]
    assert row(workspace, TRUST).leading.standing.total == 2
    with pytest.raises(RefusedError, match="Trust has no move '/owner'"):
        service.log(workspace, TRUST, "/owner again")


def test_a_practice_may_lose_all_its_moves(workspace: Workspace) -> None:
    for move in THANKS.moves:
        service.edit_practice(workspace, THANKS, PracticeEdit(drop=move.slug))
    assert workspace.practices["thanks"].moves == ()
    with pytest.raises(RefusedError, match=r"^Thanks has no move '/quiet'\. Leave it out"):
        service.log(workspace, THANKS, "/quiet the fix")


def test_moves_that_are_as_they_were_from_the_start_are_not_kept(workspace: Workspace) -> None:
    service.edit_practice(workspace, THANKS, SHOUTOUT)
    service.edit_practice(workspace, THANKS, PracticeEdit(drop="shoutout"))
    record = workspace.store.table(codec.PRACTICES)[fixed_id(codec.PRACTICES, "thanks")]
    assert record == {"key": 8, "slug": "thanks", "name": "Thanks"}


def test_a_move_that_a_live_habit_counts_is_dropped_once_it_is_laid_down(
    workspace: Workspace,
) -> None:
    (offer,) = CATALOGUE["vision"]
    vision = BY_SLUG["vision"]
    (altered,) = service.switch_on(workspace, vision, offer).habits
    with pytest.raises(RefusedError, match="counts /playback"):
        service.edit_practice(workspace, vision, PracticeEdit(drop="playback"))

    service.archive_habit(workspace, altered.either.id)
    service.edit_practice(workspace, vision, PracticeEdit(drop="playback"))
    assert service.catalogue(workspace, vision) == ()
    with pytest.raises(RefusedError, match="counts /playback, which Vision no longer knows"):
        service.restore_habit(workspace, altered.either.id)
    with pytest.raises(RefusedError, match="counts /playback, which Vision no longer knows"):
        service.switch_on(workspace, vision, offer)


def test_a_slip_that_was_dropped_is_taught_again_as_a_slip(workspace: Workspace) -> None:
    service.edit_practice(workspace, TRUST, PracticeEdit(drop="dictated"))
    with pytest.raises(RefusedError, match=r"Teach it: .+ --meaning TEXT --slip$"):
        service.switch_on(workspace, TRUST, CATALOGUE["trust"][1])


@pytest.mark.parametrize("edit", [PracticeEdit(), PracticeEdit(name="Thanks")])
def test_an_edit_that_changes_nothing_is_refused(workspace: Workspace, edit: PracticeEdit) -> None:
    with pytest.raises(RefusedError, match="Nothing would change"):
        service.edit_practice(workspace, THANKS, edit)


def test_a_practice_whose_record_is_gone_is_as_it_was_and_can_be_edited(
    workspace: Workspace,
) -> None:
    key = fixed_id(codec.PRACTICES, "thanks")
    service.edit_practice(workspace, THANKS, GRATITUDE)
    service.fill(workspace, [Op(codec.PRACTICES, key, None)])
    assert workspace.practices == BY_SLUG

    change = service.edit_practice(workspace, THANKS, SHOUTOUT)
    assert told(workspace, change) == ["Thanks knows /shoutout, in the channel"]
    assert workspace.practices["thanks"].move("shoutout")


def test_of_two_records_of_one_practice_the_first_holds(workspace: Workspace) -> None:
    double = Op(codec.PRACTICES, fixed_id("x", "x"), {"key": 8, "slug": "thanks", "name": "No"})
    service.fill(workspace, [double])
    assert workspace.practices == BY_SLUG


def test_a_record_that_cannot_be_understood_is_named(workspace: Workspace) -> None:
    service.today(workspace)
    service.fill(workspace, [Op(codec.PRACTICES, fixed_id(codec.PRACTICES, "trust"), {"name": 5})])
    with pytest.raises(StoreError, match="has no readable 'name'"):
        service.today(workspace)


def test_a_practice_rests_with_all_its_habits_in_one_act(workspace: Workspace) -> None:
    service.switch_on(workspace, THANKS, CATALOGUE["thanks"][1])
    service.log(workspace, THANKS, "/relay the fix")
    assert row(workspace, THANKS).is_active

    change = service.archive_practice(workspace, THANKS)

    assert told(workspace, change) == [
        "Thank someone and say why · archived today",
        "Pass on thanks · archived today",
    ]
    assert not row(workspace, THANKS).is_active
    assert row(workspace, TRUST).is_active
    assert len(service.entries(workspace)) == 1
    with pytest.raises(RefusedError, match=r"^Thanks is archived already\. 'rapport practice"):
        service.archive_practice(workspace, THANKS)
    service.undo(workspace)
    assert all(each.habit.archived is None for each in row(workspace, THANKS).habits)


def test_one_that_was_laid_down_before_is_left_as_it_was(workspace: Workspace) -> None:
    service.switch_on(workspace, THANKS, CATALOGUE["thanks"][1])
    service.archive_habit(workspace, flagship(workspace, THANKS).id)
    change = service.archive_practice(later(workspace, 3), THANKS)
    assert [altered.either.name for altered in change.habits] == ["Pass on thanks"]


def test_a_practice_that_never_counted_anything_reads_not_started(workspace: Workspace) -> None:
    service.archive_practice(workspace, GROWTH)
    leading = row(workspace, GROWTH).leading
    assert leading.standing.status is Status.ARCHIVED
    assert habit_status_words(leading, SUNDAY) == "not started"

    service.log(workspace, THANKS, "the fix")
    after = later(workspace, 3)
    service.archive_practice(after, THANKS)
    assert habit_status_words(row(after, THANKS).leading, after.today) == "archived"


def test_a_practice_that_was_logged_on_the_day_it_was_laid_out_still_reads_not_started(
    workspace: Workspace,
) -> None:
    service.archive_practice(workspace, GROWTH)
    service.log(workspace, GROWTH, "a talk")
    leading = row(workspace, GROWTH).leading
    assert leading.standing.total == 1
    assert habit_status_words(leading, SUNDAY) == "not started"


def test_the_first_log_of_a_practice_that_rests_offers_to_start_it(workspace: Workspace) -> None:
    service.log(workspace, GROWTH, "a talk before (3 Nov)")
    service.archive_practice(workspace, GROWTH)

    first = service.log(workspace, GROWTH, "a talk")
    assert service.to_be_started(workspace, first) == GROWTH
    second = service.log(workspace, GROWTH, "another")
    assert service.to_be_started(workspace, second) is None
    assert service.to_be_started(workspace, service.log(workspace, THANKS, "the fix")) is None
    service.start_practice(workspace, GROWTH)
    assert service.to_be_started(workspace, service.log(workspace, GROWTH, "a third")) is None
    assert service.to_be_started(workspace, service.archive_practice(workspace, GROWTH)) is None


def test_a_flagship_starts_on_the_day_on_which_it_is_switched_on(workspace: Workspace) -> None:
    service.edit_habit(
        workspace, flagship(workspace, GROWTH).id, Edit(cadence=parse_cadence("weekly"))
    )
    service.archive_practice(workspace, GROWTH)
    weeks_later = later(workspace, 60)
    service.log(later(workspace, 59), GROWTH, "a talk while it rested")

    change = service.start_practice(weeks_later, GROWTH)

    started = flagship(weeks_later, GROWTH)
    today = weeks_later.today
    assert (started.created, started.archived) == (today, None)
    assert started.cadences == ((today, parse_cadence("weekly")),)
    assert started.made_at == weeks_later.clock.now().instant
    assert change.pauses == ()
    assert told(weeks_later, change) == [f"{GROWTH.flagship.name} · from today on · restored"]
    assert row(weeks_later, GROWTH).leading.standing.total == 0
    service.log(weeks_later, GROWTH, "a talk")
    assert row(weeks_later, GROWTH).leading.standing.total == 1


def test_a_start_is_taken_back_in_one_act(workspace: Workspace) -> None:
    service.archive_practice(workspace, GROWTH)
    before = flagship(workspace, GROWTH)
    service.start_practice(later(workspace, 60), GROWTH)
    service.undo(workspace)
    assert flagship(workspace, GROWTH) == before


def test_a_change_of_cadence_that_was_planned_for_later_stays_planned(
    workspace: Workspace,
) -> None:
    monday, daily = date(2026, 12, 7), parse_cadence("daily")
    key = flagship(workspace, GROWTH).id
    service.edit_habit(workspace, key, Edit(cadence=daily, since=monday))
    service.archive_practice(workspace, GROWTH)
    service.start_practice(later(workspace, 1), GROWTH)
    assert flagship(workspace, GROWTH).cadences == (
        (date(2026, 11, 23), parse_cadence("monthly")),
        (monday, daily),
    )


def test_a_flagship_that_counted_something_goes_on_after_a_pause(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "the fix")
    created = flagship(workspace, THANKS).created
    service.archive_practice(workspace, THANKS)
    week_later = later(workspace, 7)

    change = service.start_practice(week_later, THANKS)

    assert flagship(week_later, THANKS).created == created
    assert [(each.either.first, each.either.last) for each in change.pauses] == [
        (SUNDAY, date(2026, 11, 28))
    ]
    assert row(week_later, THANKS).leading.standing.total == 1


def test_only_the_flagship_is_started(workspace: Workspace) -> None:
    service.switch_on(workspace, THANKS, CATALOGUE["thanks"][1])
    service.archive_practice(workspace, THANKS)
    service.start_practice(workspace, THANKS)
    archived = {each.habit.name: each.habit.archived for each in row(workspace, THANKS).habits}
    assert archived == {"Thank someone and say why": None, "Pass on thanks": SUNDAY}
    with pytest.raises(RefusedError, match=r"^Thanks is started already\."):
        service.start_practice(workspace, THANKS)


def test_a_flagship_that_is_gone_is_made_anew(workspace: Workspace) -> None:
    service.switch_on(workspace, THANKS, CATALOGUE["thanks"][1])
    before = flagship(workspace, THANKS)
    service.fill(workspace, [Op(codec.HABITS, before.id, None)])
    assert flagship(workspace, THANKS).name == "Pass on thanks"

    service.start_practice(workspace, THANKS)
    assert flagship(workspace, THANKS) == before


def test_what_is_switched_on_is_no_longer_on_offer_until_it_is_laid_down(
    workspace: Workspace,
) -> None:
    offers = service.catalogue(workspace, GROWTH)
    assert offers == CATALOGUE["growth"]

    change = service.switch_on(workspace, GROWTH, offers[0])

    assert told(workspace, change) == ["Growth: A career talk · quarterly · each person · /talk"]
    assert service.catalogue(workspace, GROWTH) == offers[1:]
    (altered,) = change.habits
    assert altered.either.created == SUNDAY
    with pytest.raises(RefusedError, match="'A career talk' is switched on already"):
        service.switch_on(workspace, GROWTH, offers[0])
    service.archive_habit(workspace, altered.either.id)
    assert service.catalogue(workspace, GROWTH) == offers


def test_one_that_was_laid_down_is_brought_back(workspace: Workspace) -> None:
    offer = CATALOGUE["growth"][0]
    (altered,) = service.switch_on(workspace, GROWTH, offer).habits
    service.archive_habit(workspace, altered.either.id)

    change = service.switch_on(later(workspace, 7), GROWTH, offer)

    assert [each.either.id for each in change.habits] == [altered.either.id]
    assert [(each.either.first, each.either.last) for each in change.pauses] == [
        (SUNDAY, date(2026, 11, 28))
    ]


def test_one_that_is_brought_back_on_the_day_it_was_laid_down_has_no_gap(
    workspace: Workspace,
) -> None:
    service.log(workspace, THANKS, "the fix")
    before = flagship(workspace, THANKS)
    service.archive_practice(workspace, THANKS)
    assert service.start_practice(workspace, THANKS).pauses == ()
    assert flagship(workspace, THANKS) == before


def test_two_machines_that_switch_on_the_same_have_one_habit(
    workspace: Workspace,
) -> None:
    offer = CATALOGUE["growth"][0]
    (altered,) = service.switch_on(workspace, GROWTH, offer).habits
    assert altered.either.id == fixed_id(codec.HABITS, "growth/talk-each")
    service.undo(workspace)
    assert service.catalogue(workspace, GROWTH)[0] == offer
    (again,) = service.switch_on(workspace, GROWTH, offer).habits
    assert again.either.id == altered.either.id


def test_a_promise_of_ones_own_with_the_same_words_takes_the_place_of_an_offer(
    workspace: Workspace,
) -> None:
    offer = CATALOGUE["growth"][0]
    service.add_habit(workspace, GROWTH, Promise("a career TALK", parse_cadence("monthly")))
    assert offer not in service.catalogue(workspace, GROWTH)
    with pytest.raises(RefusedError, match="Growth has a habit 'A career talk' already"):
        service.switch_on(workspace, GROWTH, offer)
