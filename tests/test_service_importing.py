"""What another program kept comes in as habits, entries and pauses, once, and in one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.errors import RefusedError
from habits.exchange import landing
from habits.exchange.foreign import Foreign, ForeignHabit, LeftOut, Mark, Note, Skip
from habits.practices import BY_SLUG, Move
from habits.service import carrying
from habits.service.importing import import_foreign, unmapped
from habits.store import Op
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING
from tests.hostile import each_hostile
from tests.strategies import texts, untimed

if TYPE_CHECKING:
    from pathlib import Path

    from habits.exchange.report import Report
    from habits.model import Habit
    from habits.service import Workspace

SUNDAY = date(2026, 11, 22)
WEEKLY = parse_cadence("weekly")
READ = ForeignHabit(
    key="1",
    name="Read a book",
    description="Did you read today?",
    cadence=WEEKLY,
    marks=(
        Mark(date(2026, 11, 9), "12 pages", "Dune"),
        Mark(date(2026, 11, 2)),
        Mark(date(2026, 11, 16), note="Ulysses,\nagain"),
    ),
    skips=tuple(Skip(date(2026, 10, day)) for day in (7, 5, 6, 20)),
)
ALL_TO_GROWTH = {"1": "growth"}


def kept(*habits: ForeignHabit) -> Foreign:
    return Foreign("loop", habits, read=sum(len(each.marks) + len(each.skips) for each in habits))


def carried(workspace: Workspace, habit: ForeignHabit, practice: str | None = "growth") -> Report:
    return import_foreign(workspace, kept(habit), {habit.key: practice})


def habit_of(workspace: Workspace, habit: ForeignHabit = READ) -> Habit:
    key = landing.habit_id("loop", habit)
    return next(each for each in workspace.ledger.habits() if each.id == key)


def everything(workspace: Workspace) -> dict[str, dict[object, object]]:
    return {name: dict(records.items()) for name, records in workspace.store.tables()}


def test_a_foreign_habit_becomes_one_with_a_move_of_its_own(workspace: Workspace) -> None:
    report = carried(workspace, READ)

    made = habit_of(workspace)
    assert (made.practice, made.name, made.moves) == ("growth", "Read a book", ("read_a_book",))
    assert made.cadences == ((date(2026, 10, 5), WEEKLY),)
    assert (made.created, made.archived) == (date(2026, 10, 5), None)
    move = workspace.practices["growth"].move("read_a_book")
    assert move == Move("read_a_book", "Did you read today?")
    assert report.added == {"entries": 3, "habits": 1, "pauses": 2}
    assert report.changed == {"practices": 1}


def test_its_marks_become_entries_with_their_number_and_note(workspace: Workspace) -> None:
    carried(workspace, READ)

    assert [(each.date.day, each.move, each.what) for each in service.entries(workspace)] == [
        (2, "read_a_book", ""),
        (9, "read_a_book", "12 pages: Dune"),
        (16, "read_a_book", "Ulysses,\nagain"),
    ]
    row = next(r for r in service.habits(workspace) if r.habit.name == "Read a book")
    assert (row.standing.total, row.standing.current) == (3, 3)


def test_its_skipped_days_become_pauses_of_it_alone(workspace: Workspace) -> None:
    report = carried(workspace, replace(READ, skips=(*READ.skips, Skip(date(2026, 12, 24), "off"))))

    assert [(each.first, each.last, each.habit) for each in service.pauses(workspace)] == [
        (date(2026, 10, 5), date(2026, 10, 7), habit_of(workspace).id),
        (date(2026, 10, 20), date(2026, 10, 20), habit_of(workspace).id),
        (date(2026, 12, 24), date(2026, 12, 24), habit_of(workspace).id),
    ]
    assert report.left_out == ()


def test_notes_of_skipped_days_go_with_the_pause_each_once(workspace: Workspace) -> None:
    said = {3: "on leave", 4: "on  leave", 5: "", 6: "back\nat noon", 9: ""}
    skips = tuple(Skip(date(2026, 11, day), note) for day, note in said.items())
    carried(workspace, replace(READ, skips=skips))

    assert [
        (each.first.day, each.last and each.last.day, each.note)
        for each in service.pauses(workspace)
    ] == [(3, 6, "on leave\nback\nat noon"), (9, 9, "")]


def test_notes_of_days_that_are_not_carried_are_told_one_by_one(workspace: Workspace) -> None:
    notes = (Note(date(2026, 11, 4), "was ill"), Note(date(2026, 11, 3), "too\nlate"))
    odd = replace(
        READ, cadence=None, notes=notes, skips=(Skip(date(2026, 11, 5), "off"), *READ.skips)
    )
    report = carried(workspace, odd)

    assert [(each.habit, each.date.day, each.text) for each in report.notes] == [
        ("Read a book", 3, "too\nlate"),
        ("Read a book", 4, "was ill"),
        ("Read a book", 5, "off"),
    ]


def test_one_that_was_put_away_is_archived_on_its_last_day(workspace: Workspace) -> None:
    carried(workspace, replace(READ, archived=True))

    assert habit_of(workspace).archived == date(2026, 11, 16)


def test_one_that_was_never_done_begins_today(workspace: Workspace) -> None:
    carried(workspace, replace(READ, marks=(), skips=(), archived=True))

    assert (habit_of(workspace).created, habit_of(workspace).archived) == (SUNDAY, SUNDAY)


def test_one_without_a_cadence_brings_its_entries_alone(workspace: Workspace) -> None:
    report = carried(workspace, replace(READ, cadence=None))

    assert report.added == {"entries": 3}
    assert report.taken[0].cadence is None
    assert report.left_out == (LeftOut(carrying.NO_PROMISE, 4),)
    assert workspace.practices["growth"].move("read_a_book") is not None
    again = carried(workspace, replace(READ, cadence=None), "trust")
    assert (again.added, again.taken[0].practice) == ({}, "growth")


def test_a_limit_counts_slips(workspace: Workspace) -> None:
    carried(workspace, replace(READ, cadence=parse_cadence("at most twice a week")))

    assert habit_of(workspace).is_limit
    assert workspace.practices["growth"].move("read_a_book") == Move(
        "read_a_book", "Did you read today?", slip=True
    )
    service.archive_habit(workspace, habit_of(workspace).id)
    service.restore_habit(workspace, habit_of(workspace).id)


def test_why_a_cadence_is_not_the_same_is_reported(workspace: Workspace) -> None:
    report = carried(workspace, replace(READ, cadence_note="any seven days there"))

    assert (report.taken[0].cadence, report.taken[0].note) == (WEEKLY, "any seven days there")


def test_days_out_of_range_are_left_out_and_counted(workspace: Workspace) -> None:
    odd = (Mark(date(2026, 11, 23)), Mark(date(1969, 12, 31)), Mark(date.max), Mark(date.min))
    skips = (Skip(date.min), Skip(date.max))
    report = carried(workspace, replace(READ, marks=(*READ.marks, *odd), skips=skips))

    assert set(report.left_out) == {
        LeftOut(landing.AHEAD, 2),
        LeftOut(landing.TOO_EARLY, 2),
        LeftOut(landing.OUT_OF_RANGE, 2),
    }
    assert report.added == {"entries": 3, "habits": 1}


def test_a_note_that_is_too_long_is_cut_and_told(workspace: Workspace) -> None:
    report = carried(workspace, replace(READ, marks=(Mark(SUNDAY, note="x" * 10_001),)))

    (entry,) = service.entries(workspace)
    assert len(entry.what) == 10_000
    assert report.left_out == (LeftOut(landing.CUT, 1),)


def test_what_was_done_twice_on_a_day_is_two_entries(workspace: Workspace) -> None:
    twice = replace(READ, marks=(Mark(SUNDAY, note="a"), Mark(SUNDAY, note="a")))

    assert carried(workspace, twice).added["entries"] == 2
    assert carried(workspace, twice).known == 4


def test_a_second_run_adds_nothing(workspace: Workspace) -> None:
    carried(workspace, READ)
    before = everything(workspace)
    report = carried(workspace, READ)

    assert (report.added, report.changed, report.known) == ({}, {}, 5)
    assert everything(workspace) == before
    assert service.undo(workspace).went != ()


def test_a_second_run_adds_what_is_new_where_the_habit_is_now(workspace: Workspace) -> None:
    carried(workspace, READ)
    service.edit_habit(workspace, habit_of(workspace).id, service.Edit(name="Read more"))
    more = replace(READ, name="Books", marks=(*READ.marks, Mark(SUNDAY)))

    assert unmapped(workspace, kept(more), {}) == []
    report = import_foreign(workspace, kept(more), {})
    assert report.added == {"entries": 1}
    (newest,) = workspace.ledger.entries_between(SUNDAY, SUNDAY)
    assert (newest.practice, newest.move) == ("growth", "read_a_book")
    assert habit_of(workspace).name == "Read more"


def test_what_was_edited_or_deleted_since_stays_so(workspace: Workspace) -> None:
    carried(workspace, READ)
    first, second, _ = service.entries(workspace)
    service.delete_entry(workspace, first.id)
    service.edit_entry(workspace, second.id, "my own words")
    (pause, _) = service.pauses(workspace)
    service.archive_habit(workspace, habit_of(workspace).id)
    before = everything(workspace)

    assert carried(workspace, READ).added == {}
    assert everything(workspace) == before
    assert pause in service.pauses(workspace)


def test_a_habit_that_was_deleted_here_stays_deleted(workspace: Workspace) -> None:
    carried(workspace, READ)
    key = habit_of(workspace).id
    service.undo(workspace)
    service.redo(workspace)
    workspace.store.commit(lambda: [Op("habits", key, None)])
    report = carried(workspace, replace(READ, marks=(*READ.marks, Mark(SUNDAY))))

    assert (report.added, report.left_out) == ({}, (LeftOut(carrying.GONE, 8),))


def test_one_undo_takes_all_of_it_back_and_it_can_be_run_again(workspace: Workspace) -> None:
    before = everything(workspace)
    carried(workspace, READ)
    whole = everything(workspace)
    service.undo(workspace)
    assert everything(workspace) == before

    assert carried(workspace, READ).added == {"entries": 3, "habits": 1, "pauses": 2}
    assert everything(workspace) == whole


def test_it_can_be_run_again_after_it_was_undone_in_another_process(
    home: Home, clock: FixedClock
) -> None:
    carried(service.open_workspace(home, clock), READ)
    service.undo(service.open_workspace(home, clock))
    again = service.open_workspace(home, clock)

    assert carried(again, READ).added["entries"] == 3


def test_a_dry_run_reports_the_same_and_stores_nothing(workspace: Workspace) -> None:
    before = everything(workspace)
    rehearsed = import_foreign(workspace, kept(READ), ALL_TO_GROWTH, dry_run=True)
    assert everything(workspace) == before

    done = carried(workspace, READ)
    assert (rehearsed.added, rehearsed.taken) == (done.added, done.taken)


def test_a_habit_that_is_not_wanted_is_left_out(workspace: Workspace) -> None:
    report = carried(workspace, READ, None)

    assert (report.added, report.left_out) == ({}, (LeftOut(carrying.UNWANTED, 1),))


def test_habits_that_nobody_maps_are_refused_with_their_names(workspace: Workspace) -> None:
    many = [replace(READ, key=str(number), name=f"Habit {number}") for number in range(7)]

    with pytest.raises(RefusedError) as refused:
        import_foreign(workspace, kept(*many), {"0": "growth"})
    assert str(refused.value) == (
        "Nobody says which practice these belong to: 'Habit 1', 'Habit 2', 'Habit 3', 'Habit 4', "
        "'Habit 5' and 1 more. Name one for all with --as PRACTICE, or each in a file with "
        "--map FILE."
    )
    assert service.entries(workspace) == ()


def test_habits_of_one_name_are_told_apart(workspace: Workspace) -> None:
    twins = [replace(READ, key=str(number), skips=()) for number in range(3)]
    import_foreign(workspace, kept(*twins), dict.fromkeys("012", "growth"))

    names = [habit_of(workspace, twin).name for twin in twins]
    assert names == ["Read a book", "Read a book 2", "Read a book 3"]
    assert {habit_of(workspace, twin).moves for twin in twins} == {("read_a_book",)}


def test_a_long_name_is_cut_to_be_told_apart(workspace: Workspace) -> None:
    twins = [replace(READ, key=key, name="\u5bbd" * 40) for key in "12"]
    import_foreign(workspace, kept(*twins), dict.fromkeys("12", "growth"))

    names = [habit_of(workspace, twin).name for twin in twins]
    assert names == ["\u5bbd" * 30, "\u5bbd" * 29 + " 2"]


def test_a_name_that_is_no_word_makes_a_move_of_its_own(workspace: Workspace) -> None:
    carried(workspace, replace(READ, name="!!!", description=""))

    assert habit_of(workspace).moves == ("imported",)
    assert workspace.practices["growth"].move("imported") == Move("imported", "!!!")


def test_a_move_that_means_something_else_is_not_taken(workspace: Workspace) -> None:
    talk = replace(READ, name="Talk")
    carried(workspace, talk)

    assert habit_of(workspace).moves == ("talk_2",)
    assert workspace.practices["growth"].moves[:5] == BY_SLUG["growth"].moves


def test_a_move_that_was_dropped_since_is_not_taught_again_without_need(
    workspace: Workspace,
) -> None:
    carried(workspace, READ)
    service.edit_habit(workspace, habit_of(workspace).id, service.Edit(moves=()))
    drop = service.PracticeEdit(drop="read_a_book")
    service.edit_practice(workspace, BY_SLUG["growth"], drop)

    assert carried(workspace, READ).changed == {}
    assert workspace.practices["growth"].move("read_a_book") is None


@each_hostile
def test_hostile_names_and_notes_come_in_cleaned(workspace: Workspace, hostile: str) -> None:
    odd = replace(READ, name=hostile, description=hostile, marks=(Mark(SUNDAY, hostile, hostile),))
    carried(workspace, odd)
    whole = everything(workspace)

    assert carried(workspace, odd).added == {}
    assert everything(workspace) == whole
    assert habit_of(workspace, odd).name


marks = st.builds(
    Mark, st.dates(SUNDAY - timedelta(days=40), SUNDAY + timedelta(days=3)), texts, texts
)
skips = st.builds(Skip, st.dates(SUNDAY - timedelta(days=40), SUNDAY + timedelta(days=9)), texts)
habits = st.builds(
    ForeignHabit,
    key=st.text("ab/:1", max_size=3),
    name=texts,
    description=texts,
    cadence=st.sampled_from([None, WEEKLY, parse_cadence("every 3 days"), parse_cadence("never")]),
    marks=st.lists(marks, max_size=8).map(tuple),
    skips=st.lists(skips, max_size=8).map(tuple),
    archived=st.booleans(),
)


@settings(parent=untimed, max_examples=40)
@given(st.lists(habits, max_size=4, unique_by=lambda habit: habit.key), st.data())
def test_whatever_is_kept_comes_once_goes_with_one_undo_and_comes_again(
    tmp_path_factory: pytest.TempPathFactory, every: list[ForeignHabit], data: st.DataObject
) -> None:
    workspace = opened(tmp_path_factory.mktemp("home"))
    slugs = st.sampled_from([None, "growth", "thanks"])
    mapped = {habit.key: data.draw(slugs) for habit in every}
    before = everything(workspace)
    first = import_foreign(workspace, kept(*every), mapped)
    whole = everything(workspace)

    assert import_foreign(workspace, kept(*every), mapped).added == {}
    assert everything(workspace) == whole
    if whole != before:
        service.undo(workspace)
    assert everything(workspace) == before
    assert import_foreign(workspace, kept(*every), mapped).added == first.added
    assert everything(workspace) == whole
    assert len(service.habits(workspace)) >= len(BY_SLUG)


def opened(folder: Path) -> Workspace:
    return service.open_workspace(Home(folder), FixedClock(SUNDAY_MORNING))
