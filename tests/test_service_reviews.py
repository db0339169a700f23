"""The close and the aim of a week: stored at once, taken back, and the same on every machine."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import fixed_clock
from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.reviews import CloseStep
from habits.service import Promise
from habits.store import codec
from habits.store.home import Home
from habits.store.stamps import creation_stamp
from tests.hostile import each_hostile
from tests.records import promised

if TYPE_CHECKING:
    from uuid import UUID

    from habits.change import Change
    from habits.service import Workspace

THANKS, TRUST, VISION = BY_SLUG["thanks"], BY_SLUG["trust"], BY_SLUG["vision"]
EMPATHY, CREDIT = BY_SLUG["empathy"], BY_SLUG["credit"]
SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY - timedelta(days=6)
WEEK = timedelta(days=7)
ROOT = Path(__file__).parents[1]
MISSED, STUBS, SLIPS, CONTACT, FOLLOW_UPS, NOTICED = CloseStep

KILLED = """
import os, signal, sys
from habits import service
from habits.clock import fixed_clock
from habits.reviews import CloseStep
from habits.store.home import Home
from pathlib import Path
workspace = service.open_workspace(Home(Path(sys.argv[1])), fixed_clock("2026-11-22T10:00"))
service.answer_close(workspace, CloseStep.MISSED)
service.answer_close(workspace, CloseStep.SLIPS, "no")
os.kill(os.getpid(), signal.SIGKILL)
"""


def told(workspace: Workspace, change: Change) -> list[str]:
    """Return what a change says."""
    return service.words_of(workspace, change)


def key_of(workspace: Workspace, name: str) -> UUID:
    """Return a person's id."""
    return next(each.id for each in service.people(workspace) if each.name == name)


def send(source: Workspace, target: Workspace) -> None:
    """Bring what one machine wrote to another, as a folder that is synced does."""
    for path in source.store.home.ops.iterdir():
        shutil.copy(path, target.store.home.ops)
    target.catch_up()


@pytest.fixture
def laptop(tmp_path: Path) -> Workspace:
    """A second machine, which has not met the first one."""
    return service.open_workspace(
        Home(tmp_path / "laptop"), fixed_clock("2026-11-22T18:00"), "laptop"
    )


def test_each_answer_is_stored_at_once_and_a_close_goes_on_where_it_was_left(
    workspace: Workspace, home: Home
) -> None:
    assert service.week_close(workspace).step is MISSED
    change = service.answer_close(workspace, MISSED)
    assert told(workspace, change) == ["Weekly close, Not logged yet: looked at"]
    service.answer_close(workspace, STUBS)

    again = service.open_workspace(home, workspace.clock)
    assert service.week_close(again).step is SLIPS
    service.answer_close(again, SLIPS, " Yes ")
    service.answer_close(again, CONTACT)
    service.answer_close(again, FOLLOW_UPS)
    ending = service.answer_close(again, NOTICED, "  Maya does\nthe quiet work ")
    close = service.week_close(again)
    assert told(again, ending) == ["Noticed: Maya does the quiet work", "The week is closed."]
    assert (close.step, close.ended, close.first, close.last) == (None, SUNDAY, MONDAY, SUNDAY)
    assert close.review is not None
    assert (close.review.slipped, close.review.noticed) == (True, "Maya does the quiet work")


def test_a_close_that_is_killed_between_two_steps_goes_on_at_the_next(
    workspace: Workspace, home: Home
) -> None:
    command = [sys.executable, "-c", KILLED, str(home.path)]
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - our own words
    assert done.returncode < 0
    workspace.catch_up()

    close = service.week_close(workspace)
    assert close.review is not None
    assert (close.step, close.review.slipped) == (STUBS, False)
    assert close.answered(SLIPS)


def test_an_answer_is_taken_back_and_the_others_stay(workspace: Workspace) -> None:
    service.answer_close(workspace, MISSED)
    service.answer_close(workspace, SLIPS, "no")
    undone = service.undo(workspace)
    assert told(workspace, undone) == ["Slips in the week: no · taken back"]
    close = service.week_close(workspace)
    assert close.review is not None
    assert (close.step, close.review.slipped) == (STUBS, None)

    service.undo(workspace)
    assert service.week_close(workspace).step is MISSED
    service.redo(workspace)
    assert service.week_close(workspace).step is STUBS


def test_an_answer_is_given_anew_and_said_to_be_so(workspace: Workspace) -> None:
    service.answer_close(workspace, NOTICED, "one")
    assert told(workspace, service.answer_close(workspace, NOTICED, "two")) == ["Noticed: two"]
    assert told(workspace, service.answer_close(workspace, NOTICED, "two")) == []
    service.undo(workspace)
    close = service.week_close(workspace)
    assert close.review is not None
    assert close.review.noticed == "one"


def test_a_week_may_be_closed_with_nothing_noticed(workspace: Workspace) -> None:
    assert told(workspace, service.answer_close(workspace, NOTICED)) == ["The week is closed."]


def test_a_closed_week_is_opened_again_within_it_and_what_was_said_stays(
    workspace: Workspace, home: Home
) -> None:
    with pytest.raises(RefusedError, match="nothing to open again"):
        service.reopen_close(workspace)
    service.answer_close(workspace, SLIPS, "no")
    service.answer_close(workspace, NOTICED, "calm")
    assert told(workspace, service.reopen_close(workspace)) == ["The week is open again."]
    close = service.week_close(workspace)
    assert close.review is not None
    assert (close.step, close.review.slipped, close.review.noticed) == (MISSED, False, "calm")

    service.undo(workspace)
    assert service.week_close(workspace).ended == SUNDAY
    later = service.open_workspace(home, fixed_clock("2026-11-23T09:00"))
    assert service.week_close(later).step is MISSED
    with pytest.raises(RefusedError, match="nothing to open again"):
        service.reopen_close(later)


@pytest.mark.parametrize("said", ["", "maybe", "0", "yes no"])
def test_slips_are_answered_with_yes_or_no(workspace: Workspace, said: str) -> None:
    with pytest.raises(RefusedError, match="neither yes nor no"):
        service.answer_close(workspace, SLIPS, said)
    assert len(workspace.store.table(codec.REVIEWS)) == 0


def test_two_machines_that_close_the_same_week_come_to_one_record_with_all_answers(
    workspace: Workspace, laptop: Workspace
) -> None:
    service.answer_close(workspace, MISSED)
    service.answer_close(laptop, SLIPS, "yes")
    service.answer_close(workspace, NOTICED, "first")
    service.answer_close(laptop, NOTICED, "later, and so what holds")
    send(workspace, laptop)
    send(laptop, workspace)

    tables = [dict(each.store.table(codec.REVIEWS).items()) for each in (workspace, laptop)]
    assert tables[0] == tables[1]
    assert len(tables[0]) == 1
    close = service.week_close(workspace)
    assert close.review is not None
    assert set(close.review.answered) == {MISSED, SLIPS, NOTICED}
    assert (close.review.slipped, close.review.noticed) == (True, "later, and so what holds")


def test_to_take_back_a_first_answer_leaves_what_another_machine_answered(
    workspace: Workspace, laptop: Workspace
) -> None:
    service.answer_close(laptop, MISSED)
    service.answer_close(workspace, SLIPS, "no")
    send(laptop, workspace)
    service.undo(workspace)
    send(workspace, laptop)

    for each in (workspace, laptop):
        close = service.week_close(each)
        assert close.review is not None
        assert set(close.review.answered) == {MISSED}


def test_that_a_week_has_a_record_is_older_than_any_answer(workspace: Workspace) -> None:
    service.answer_close(workspace, MISSED)
    (key,) = workspace.store.table(codec.REVIEWS)
    assert creation_stamp(key.int) == 0


def test_a_plain_reader_finds_the_record_in_the_tinydb_file(workspace: Workspace) -> None:
    service.answer_close(workspace, SLIPS, "no")
    service.set_intentions(workspace, ["Thank Maya"])
    workspace.checkpoint()
    held = json.loads(workspace.store.home.data.read_text(encoding="utf-8"))["reviews"]
    assert sorted(held.values(), key=lambda each: str(each["kind"])) == [
        {"kind": "aim", "week": "2026-11-16", "intentions": ["Thank Maya"]},
        {"kind": "close", "week": "2026-11-16", "slips_on": "2026-11-22", "slipped": False},
    ]


def test_the_steps_look_at_the_week(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "@maya the fix because it held (2026-11-18)")
    service.log(workspace, THANKS, "@dev the docs (2026-11-13)")
    service.log(workspace, TRUST, "/dictated how to shard (fri)")
    service.log(workspace, TRUST, "/dictated how to cache (2026-11-13)")
    promised(workspace, "late", SUNDAY - timedelta(days=20))
    service.add_follow_up(workspace, "today", SUNDAY)
    service.add_follow_up(workspace, "next week", SUNDAY + timedelta(days=1))

    close = service.week_close(workspace)
    assert close.logged == {"thanks": 1, "trust": 1}
    assert {row.practice.slug for row in close.silent} == set(BY_SLUG) - {"thanks", "trust"}
    assert [each.what for each in close.slips] == ["how to shard"]
    assert [row.person.name for row in close.apart] == ["Dev"]
    assert [each.text for each in close.follow_ups] == ["late", "today"]


def test_a_week_that_is_past_is_told_as_it_was(workspace: Workspace, home: Home) -> None:
    service.log(workspace, VISION, "@ana @dev @maya the plan (2026-11-03)")
    service.log(workspace, THANKS, "@maya the fix (2026-11-18)")
    service.log(workspace, THANKS, "(2026-11-20)")
    service.log(workspace, TRUST, "/dictated how to shard (fri)")
    service.set_intentions(workspace, ["Thank Maya"])
    service.add_follow_up(workspace, "today", SUNDAY)
    later = service.open_workspace(home, fixed_clock("2026-12-01T09:00"))
    service.log(later, THANKS, "@dev the docs (2026-11-30)")
    service.log(later, TRUST, "/dictated how to cache (2026-11-30)")
    service.add_habit(later, EMPATHY, Promise("Ask", parse_cadence("weekly")), date(2026, 12, 1))
    service.archive_practice(later, CREDIT)
    service.start_practice(later, CREDIT)
    service.add_follow_up(later, "to come", date(2026, 12, 4))

    close = service.week_close(later, SUNDAY - timedelta(days=2))
    assert (close.first, close.last, close.until, close.is_past) == (MONDAY, SUNDAY, SUNDAY, True)
    assert close.logged == {"thanks": 2, "trust": 1}
    assert [each.date.day for each in close.stubs] == [20]
    assert [each.what for each in close.slips] == ["how to shard"]
    assert [row.person.name for row in close.apart] == ["Ana", "Dev"]
    assert [each.text for each in close.follow_ups] == ["today"]
    assert close.intentions == ("Thank Maya",)
    assert close.which == "that week"
    assert not service.week_close(later).is_past
    begun = {row.practice.slug for row in service.week_close(later, MONDAY - WEEK).rows}
    assert begun == set()


def test_a_week_that_was_not_closed_is_closed_later_and_the_running_one_stays_open(
    workspace: Workspace, home: Home
) -> None:
    service.answer_close(workspace, MISSED)
    service.log(workspace, THANKS, "")
    later = service.open_workspace(home, fixed_clock("2026-11-24T09:00"))
    assert service.week_close(later, SUNDAY).step is STUBS
    (stub,) = service.week_close(later, SUNDAY).stubs
    service.sharpen_stub(later, stub.id, "@maya the fix", MONDAY)
    service.answer_close(later, SLIPS, "no", MONDAY)
    service.answer_close(later, NOTICED, "Dev asks first", MONDAY)

    close = service.week_close(later, SUNDAY)
    assert close.review is not None
    assert (close.ended, close.review.noticed) == (date(2026, 11, 24), "Dev asks first")
    assert (close.review.sharpened, close.review.slipped) == (1, False)
    assert service.week_close(later).review is None

    service.reopen_close(later, MONDAY)
    assert service.week_close(later, SUNDAY).step is MISSED
    assert service.week_close(later).review is None


def test_an_archived_practice_is_not_asked_about(workspace: Workspace) -> None:
    service.archive_practice(workspace, VISION)
    assert "vision" not in {row.practice.slug for row in service.week_close(workspace).rows}


def test_three_bare_entries_are_asked_about_and_no_fourth_once_they_were_said_anew(
    workspace: Workspace, home: Home
) -> None:
    for day in ("2026-11-08", "2026-11-09", "2026-11-16", "2026-11-20", "2026-11-21"):
        service.log(workspace, THANKS, f"({day})")
    service.log(workspace, TRUST, "/dictated")
    newest, second, third = service.week_close(workspace).stubs
    assert [each.date.day for each in (newest, second, third)] == [21, 20, 16]

    change = service.sharpen_stub(workspace, newest.id, "@maya the fix because it held")
    assert told(workspace, change) == ["Thanks · Maya (new) · the fix · because it held · Sat 21"]
    service.sharpen_stub(workspace, second.id, "the docs")
    assert service.week_close(service.open_workspace(home, workspace.clock)).stubs == (third,)
    service.sharpen_stub(workspace, third.id, "the demo")
    assert service.week_close(workspace).stubs == ()

    service.undo(workspace)
    assert service.week_close(workspace).stubs == (third,)
    service.delete_entry(workspace, third.id)
    with pytest.raises(RefusedError, match="gone"):
        service.sharpen_stub(workspace, third.id, "the demo")


def test_the_week_of_a_close_begins_where_weeks_begin(workspace: Workspace, home: Home) -> None:
    service.set_setting(workspace, week_start=6)
    service.answer_close(workspace, NOTICED, "calm")
    close = service.week_close(workspace)
    assert (close.first, close.last) == (SUNDAY, SUNDAY + timedelta(days=6))

    saturday = service.open_workspace(home, fixed_clock("2026-11-28T23:00"))
    assert service.week_close(saturday).ended == SUNDAY
    next_sunday = service.open_workspace(home, fixed_clock("2026-11-29T09:00"))
    assert service.week_close(next_sunday).step is MISSED


@pytest.mark.parametrize(("start", "now"), [(0, 6), (6, 0), (0, 3), (3, 0), (0, 4)])
def test_a_week_keeps_its_records_where_another_day_becomes_its_first(
    home: Home, start: int, now: int
) -> None:
    thursday = service.open_workspace(home, fixed_clock("2026-11-19T09:00"))
    service.set_setting(thursday, week_start=start) if start else None
    service.set_intentions(thursday, ["Thank Maya"])
    service.set_setting(thursday, week_start=now)
    weeks = {
        day: service.intentions(service.open_workspace(home, fixed_clock(day.isoformat())))
        for day in (date(2026, 11, 19) + timedelta(days=each) for each in range(-14, 15))
    }
    shown = [day for day, intended in weeks.items() if intended]
    assert len(shown) == 7
    assert {day.weekday() for day in shown} == set(range(7))
    assert shown[0].weekday() == now


def test_after_midnight_it_is_the_week_of_the_evening_before(home: Home) -> None:
    night = service.open_workspace(home, fixed_clock("2026-11-23T01:30"))
    service.set_setting(night, rollover_hour=3)
    service.answer_close(night, NOTICED, "late")
    close = service.week_close(night)
    assert (close.first, close.ended) == (MONDAY, SUNDAY)

    morning = service.open_workspace(home, fixed_clock("2026-11-23T03:00"))
    assert service.week_close(morning).step is MISSED


def test_up_to_three_things_are_intended_through_the_week(workspace: Workspace, home: Home) -> None:
    assert service.intentions(workspace) == ()
    change = service.set_intentions(workspace, [" Thank\nMaya ", "", "Ask Dev back", "Thank Maya"])
    assert told(workspace, change) == ["Intended this week: Thank Maya · Ask Dev back"]
    assert service.aim(workspace).intentions == ("Thank Maya", "Ask Dev back")
    assert service.week_close(workspace).intentions == ("Thank Maya", "Ask Dev back")
    with pytest.raises(RefusedError, match="up to 3 intentions"):
        service.set_intentions(workspace, "abcde")
    with pytest.raises(RefusedError, match="intended already"):
        service.set_intentions(workspace, ["Thank Maya", "Ask Dev back"])

    monday = service.open_workspace(home, fixed_clock("2026-11-23T09:00"))
    assert service.intentions(monday) == ()
    taken_back = service.set_intentions(workspace, [])
    assert told(workspace, taken_back) == [
        "Intended this week: Thank Maya · Ask Dev back · taken back"
    ]
    with pytest.raises(RefusedError, match="Nothing is intended"):
        service.set_intentions(workspace, [])
    service.undo(workspace)
    assert service.intentions(workspace) == ("Thank Maya", "Ask Dev back")


def test_the_aim_tells_whose_turn_it_is_with_what_was_said_last(workspace: Workspace) -> None:
    for day, who in (("2026-08-03", "ana"), ("2026-10-30", "dev"), ("2026-11-20", "maya")):
        service.log(workspace, THANKS, f"@{who} the fix of {day} ({day})")
    service.log(workspace, THANKS, "@ana (2026-08-04)")
    service.log(workspace, TRUST, "/dictated @ana how to shard")
    service.add_people(workspace, ["Zoe", "Bo"])
    while service.look_back(workspace):
        pass

    aim = service.aim(workspace)
    assert aim.is_whole
    assert [each.row.person.name for each in aim.longest] == ["Ana", "Bo", "Zoe"]
    ana = aim.longest[0]
    assert ana.said is not None
    assert ana.said.what == "the fix of 2026-08-03"
    assert aim.longest[1].said is None


def test_the_aim_tells_which_windows_close_in_the_week(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "one")
    service.log(workspace, VISION, "tied it")
    aim = service.aim(workspace)
    assert aim.last == SUNDAY
    due = {each.habit.practice for each in aim.closing}
    assert "vision" not in due
    assert all(
        each.standing.next_due is not None and each.standing.next_due <= SUNDAY
        for each in aim.closing
    )


NAMING = "Maya is tired, @maya and MAYA; mayas are not"


@pytest.fixture
def maya(workspace: Workspace) -> UUID:
    """Maya, whom a close and an aim name, and Tom."""
    service.log(workspace, THANKS, "@maya @tom the fix")
    service.answer_close(workspace, NOTICED, NAMING)
    service.set_intentions(workspace, ["Thank Maya", "Ask Tom"])
    return key_of(workspace, "Maya")


def test_what_names_a_person_is_part_of_what_is_held_about_them(
    workspace: Workspace, maya: UUID
) -> None:
    held = service.about(workspace, maya)
    assert {(each.kind, each.date, each.texts) for each in held.mentions} == {
        ("review of a week", MONDAY, (NAMING,)),
        ("review of a week", MONDAY, ("Thank Maya",)),
    }
    assert "Maya is tired" in service.held_text(workspace, held, "md")
    assert "Thank Maya" in service.held_text(workspace, held, "json")


def test_who_is_erased_is_named_in_no_close_and_no_aim_and_in_no_file(
    workspace: Workspace, maya: UUID
) -> None:
    workspace.checkpoint()
    before = service.reach_of_erasing(workspace, maya)
    assert before.others.change == 2
    service.erase_person(workspace, maya)

    close = service.week_close(workspace)
    assert close.review is not None
    assert close.review.noticed == "someone is tired, @someone and someone; mayas are not"
    assert close.ended == SUNDAY
    assert close.intentions == ("Thank someone", "Ask Tom")
    files = [each for each in workspace.store.home.path.rglob("*") if each.is_file()]
    assert not [each.name for each in files if b"Maya" in each.read_bytes()]


def test_who_is_made_anonymous_becomes_a_teammate_in_them(workspace: Workspace, maya: UUID) -> None:
    service.anonymise_person(workspace, maya)
    assert service.intentions(workspace) == ("Thank a teammate", "Ask Tom")
    close = service.week_close(workspace)
    assert close.review is not None
    assert "Maya" not in close.review.noticed


def test_what_another_machine_still_says_of_who_is_erased_becomes_someone(
    workspace: Workspace, laptop: Workspace, maya: UUID
) -> None:
    send(workspace, laptop)
    service.set_intentions(laptop, ["Call Maya"])
    service.erase_person(workspace, maya)
    send(workspace, laptop)
    assert service.intentions(laptop) == ("Call someone",)


@each_hostile
def test_hostile_words_are_cleaned_and_come_back(
    workspace: Workspace, home: Home, hostile: str
) -> None:
    service.set_intentions(workspace, [f"x{hostile}"[:9000]])
    service.answer_close(workspace, NOTICED, f"x{hostile}"[:9000])
    (intended,) = service.intentions(workspace)
    workspace.checkpoint()

    again = service.open_workspace(home, workspace.clock)
    close = service.week_close(again)
    assert close.review is not None
    assert service.intentions(again) == (intended,) == (close.review.noticed,)
    assert "\x1b" not in intended
    assert "\n" not in intended


def test_words_without_end_are_refused(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="10,000 are kept"):
        service.set_intentions(workspace, ["x" * 5001, "y" * 5000])
    with pytest.raises(RefusedError, match="10,000 are kept"):
        service.answer_close(workspace, NOTICED, "x" * 10_001)
    assert len(workspace.store.table(codec.REVIEWS)) == 0


@pytest.mark.parametrize(
    ("now", "open_"),
    [
        ("2026-11-16T09:00", ["aim"]),
        ("2026-11-18T09:00", []),
        ("2026-11-20T09:00", ["close"]),
    ],
    ids=["Monday", "Wednesday", "Friday"],
)
def test_it_is_known_when_a_week_is_to_be_closed_and_when_it_wants_an_aim(
    home: Home, now: str, open_: list[str]
) -> None:
    workspace = service.open_workspace(home, fixed_clock(now))
    service.answer_close(workspace, MISSED)
    assert service.is_to_be_closed(workspace) == ("close" in open_)
    assert service.is_to_be_aimed(workspace) == ("aim" in open_)
    service.answer_close(workspace, NOTICED)
    service.set_intentions(workspace, ["Thank Maya"])
    assert not service.is_to_be_closed(workspace)
    assert not service.is_to_be_aimed(workspace)
