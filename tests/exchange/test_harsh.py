"""The two files of harsh are read as they are, with more than harsh itself reads of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError
from habits.exchange.foreign import Foreign, LeftOut, Mark, Note, Skip
from habits.exchange.gleaning import NO_DAY, NOT_DONE, NOTE_ALONE, SAID_AGAIN
from habits.exchange.harsh import NO_ENTRY, NO_HABIT, NOT_LISTED, foreign_of_texts, read

if TYPE_CHECKING:
    from pathlib import Path

HABITS = """# What I keep an eye on
! Work
Thank somebody: 1
Customer story: 14
Specs read: 3/7 \r

! Other
Coffee: 0
Newsletter: 2w
One on ones: 2/1w
Old one: 7: 2026-10-31
New one: 7: 2027-01-31"""

LOG = """# My log
2026-11-02 : Thank somebody : y : Maya, the fix : 0

2026-11-02 : Specs read : y : the long one : 1.50\r
2026-11-03 : Thank somebody : n : nobody : 0
2026-11-03 : Customer story : s : on leave : 0
2026-11-04 : Customer story : y
2026-11-05 : Customer story : y : short"""


def entries(*lines: str) -> Foreign:
    """Return what is read of a log of one habit."""
    return foreign_of_texts("Walk: 1", "\n".join(lines))


def test_habits_are_read_with_their_frequencies() -> None:
    habits = foreign_of_texts(HABITS, LOG).habits

    assert {habit.name: str(habit.cadence) for habit in habits} == {
        "Thank somebody": "daily",
        "Customer story": "every 14 days",
        "Specs read": "3 times a week",
        "Coffee": "None",
        "Newsletter": "every 14 days",
        "One on ones": "twice a week",
        "Old one": "every 7 days",
        "New one": "every 7 days",
    }


def test_a_habit_that_ended_before_the_last_entry_is_archived() -> None:
    habits = {habit.name: habit for habit in foreign_of_texts(HABITS, LOG).habits}

    assert habits["Old one"].archived
    assert not habits["New one"].archived
    assert habits["New one"].cadence_note == "there it ends on 2027-01-31"


def test_days_are_read_with_comments_amounts_and_skips() -> None:
    thanks, story, specs, *_ = foreign_of_texts(HABITS, LOG).habits

    assert thanks.marks == (Mark(date(2026, 11, 2), note="Maya, the fix"),)
    assert specs.marks == (Mark(date(2026, 11, 2), "1.50", "the long one"),)
    assert story.skips == (Skip(date(2026, 11, 3), "on leave"),)
    assert story.marks == (Mark(date(2026, 11, 4)), Mark(date(2026, 11, 5), note="short"))


def test_days_that_were_not_done_are_counted() -> None:
    foreign = foreign_of_texts(HABITS, LOG)

    assert (foreign.read, foreign.left_out) == (6, (LeftOut(NOTE_ALONE, 1),))


def test_a_comment_on_a_day_that_was_not_done_is_kept_apart() -> None:
    foreign = entries("2026-11-02 : Walk : n : was ill\n2026-11-03 : Walk : n")

    assert foreign.habits[0].notes == (Note(date(2026, 11, 2), "was ill"),)
    assert foreign.left_out == (LeftOut(NOT_DONE, 1), LeftOut(NOTE_ALONE, 1))


def test_a_comment_with_the_sign_between_fields_is_kept_whole() -> None:
    (habit,) = entries("2026-11-02 : Walk : y : 9:30 : to : the : lake : 2.5").habits

    assert habit.marks == (Mark(date(2026, 11, 2), "2.5", "9:30 : to : the : lake"),)


@pytest.mark.parametrize("amount", ["", "0", "0.0", "much", "nan", "inf", "1e400", "٣", "9" * 20])
def test_an_amount_that_is_none_is_not_told(amount: str) -> None:
    (habit,) = entries(f"2026-11-02 : Walk : y : far : {amount}").habits

    assert habit.marks == (Mark(date(2026, 11, 2), "", "far"),)


def test_of_two_entries_of_a_day_the_last_holds() -> None:
    foreign = entries("2026-11-02 : Walk : y : first", "2026-11-02 : Walk : y : last")

    assert foreign.habits[0].marks == (Mark(date(2026, 11, 2), note="last"),)
    assert foreign.left_out == (LeftOut(SAID_AGAIN, 1),)


def test_lines_that_say_nothing_are_counted() -> None:
    foreign = foreign_of_texts(
        "Walk: 1\nRun\nSwim: often\nSail: 1.5\n: 7\n",
        "hello\n2026-13-01 : Walk : y\n2026-11-02 :  : y\n2026-11-03 : Walk : maybe\n",
    )

    assert foreign.read == 8
    assert foreign.left_out == (LeftOut(NO_HABIT, 4), LeftOut(NO_ENTRY, 3), LeftOut(NO_DAY, 1))


def test_a_habit_that_only_the_log_knows_brings_its_days_and_no_promise() -> None:
    _, gone = entries("2026-11-02 : Run : y").habits

    assert (gone.key, gone.archived, gone.cadence) == ("Run", True, None)
    assert gone.cadence_note == NOT_LISTED
    assert gone.marks == (Mark(date(2026, 11, 2)),)


def test_no_habits_are_refused() -> None:
    with pytest.raises(RefusedError, match="holds no habits of harsh"):
        foreign_of_texts("# nothing yet\n", LOG)


@pytest.mark.parametrize("name", [".", "habits", "log"])
def test_the_folder_or_either_file_may_be_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "habits").write_text(HABITS, encoding="utf-8")
    (tmp_path / "log").write_text(LOG, encoding="utf-8")

    assert read(tmp_path / name) == foreign_of_texts(HABITS, LOG)


def test_a_folder_without_a_log_is_refused(tmp_path: Path) -> None:
    (tmp_path / "habits").write_text(HABITS, encoding="utf-8")

    with pytest.raises(RefusedError, match="log cannot be read: No such file"):
        read(tmp_path)


def test_another_file_is_refused_with_what_to_name(tmp_path: Path) -> None:
    path = tmp_path / "habits.txt"
    path.write_text(HABITS, encoding="utf-8")

    with pytest.raises(RefusedError, match="is none of harsh"):
        read(path)
