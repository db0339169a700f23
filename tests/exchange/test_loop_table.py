"""An export of Loop is read day by day, past the traps of its tables."""

from __future__ import annotations

from datetime import date

import pytest

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.exchange import loop_days, loop_table
from habits.exchange.foreign import Foreign, ForeignHabit, LeftOut, Mark, Note, Skip
from habits.exchange.gleaning import NO_DAY, NOT_DONE, NOTE_ALONE, SAID_AGAIN
from habits.exchange.loop_table import foreign_of_tables
from tests.exchange.loop_files import HEAD, TABLES, table


def one_habit(days: str, **cells: str) -> Foreign:
    """Return what is read of an export of one habit."""
    said = {"Position": "001", "Name": "Walk", "Type": "YES_NO", **cells}
    habits = table([HEAD, [said.get(name, "") for name in HEAD]])
    return foreign_of_tables({"Habits.csv": habits, "001 Walk/Checkmarks.csv": days})


def test_habits_are_read_with_their_words_and_state() -> None:
    thanks, pages = foreign_of_tables(TABLES).habits

    assert (thanks.key, thanks.name) == ("Thank somebody", "Thank somebody")
    assert thanks.description == "Whom?\nOut loud, and why"
    assert (thanks.cadence, thanks.cadence_note) == (parse_cadence("daily"), "")
    assert (thanks.archived, pages.archived) == (False, True)
    assert pages.cadence == parse_cadence("twice a week")


def test_notes_keep_their_commas_quotes_and_lines() -> None:
    thanks = foreign_of_tables(TABLES).habits[0]

    note = 'Maya, for "the fix"\nand Dev'
    assert thanks.marks == (Mark(date(2026, 11, 6), note=note), Mark(date(2026, 11, 2)))


def test_a_skip_stays_a_skip() -> None:
    thanks, pages = foreign_of_tables(TABLES).habits

    assert thanks.skips == (Skip(date(2026, 11, 5), "on leave"),)
    assert pages.skips == (Skip(date(2026, 11, 1)),)


def test_a_number_is_told_with_its_unit() -> None:
    pages = foreign_of_tables(TABLES).habits[1]

    assert pages.marks == (Mark(date(2026, 11, 2), "1.5 pages", "the long one"),)
    assert pages.cadence_note.endswith("there 12 pages was asked for, here any number counts")


def test_what_is_left_out_is_counted_with_the_reason() -> None:
    foreign = foreign_of_tables(TABLES)

    assert foreign.read == 10
    assert set(foreign.left_out) == {
        LeftOut(loop_days.RECKONED, 1),
        LeftOut(NOT_DONE, 1),
        LeftOut(NOTE_ALONE, 1),
        LeftOut(loop_days.NOTHING, 1),
        LeftOut(loop_days.NOUGHT, 1),
    }


def test_a_note_of_a_day_that_was_not_done_is_kept_apart() -> None:
    (habit,) = one_habit("Date,Value,Notes\n2026-11-02,NO,was ill\n2026-11-01,UNKNOWN,\n").habits

    assert (habit.marks, habit.notes) == ((), (Note(date(2026, 11, 2), "was ill"),))


def test_days_that_loop_filled_in_itself_are_no_marks() -> None:
    foreign = one_habit("Date,Value,Notes\n2026-11-02,YES_AUTO,\n2026-11-01,YES_MANUAL,\n")

    assert [mark.date for mark in foreign.habits[0].marks] == [date(2026, 11, 1)]


def test_numbers_of_a_few_thousandths_are_printed_as_words_and_read_as_numbers() -> None:
    days = "2026-11-03,YES_MANUAL,\n2026-11-02,YES_AUTO,\n2026-11-01,SKIP,\n"
    (habit,) = one_habit(days, Type="NUMERICAL", Unit="l").habits

    assert [mark.amount for mark in habit.marks] == ["0.002 l", "0.001 l"]
    assert habit.skips == (Skip(date(2026, 11, 1)),)


def test_a_folder_is_found_by_its_position_whatever_is_left_of_the_name() -> None:
    days = "2026-11-01,YES_MANUAL,\n"
    habits = table([HEAD, ["001", "Ship it, really? / now", "YES_NO"], ["002", "散歩", "YES_NO"]])
    tables = {
        "Habits.csv": habits,
        "001 Ship it really  now/Checkmarks.csv": days,
        "002 /Checkmarks.csv": "",
    }
    ship, walk = foreign_of_tables(tables).habits

    assert (ship.name, len(ship.marks)) == ("Ship it, really? / now", 1)
    assert (walk.name, walk.marks) == ("散歩", ())


def test_two_habits_of_one_name_are_told_apart() -> None:
    tables = {
        "Habits.csv": table([HEAD, ["001", "Walk"], ["002", "Walk"]]),
        "001 Walk/Checkmarks.csv": "",
        "002 Walk/Checkmarks.csv": "",
    }

    assert [habit.key for habit in foreign_of_tables(tables).habits] == ["Walk", "Walk 2"]


def test_a_month_of_loop_is_a_month_of_the_calendar() -> None:
    (habit,) = one_habit("", FrequencyNumerator="1", FrequencyDenominator="30").habits

    assert habit.cadence == parse_cadence("monthly")
    assert "here in each calendar month" in habit.cadence_note


def test_a_number_that_is_not_to_be_passed_makes_no_promise() -> None:
    said = {"Type": "NUMERICAL", "Target Type": "AT_MOST", "Target Value": "2.5", "Unit": "cups"}
    often = {"FrequencyNumerator": "1", "FrequencyDenominator": "1"}
    (habit,) = one_habit("2026-11-01,3000,\n", **said, **often).habits

    assert habit.cadence is None
    assert habit.cadence_note.startswith("there at most 2.5 cups was allowed")
    assert habit.marks == (Mark(date(2026, 11, 1), "3 cups"),)


def test_rows_that_say_nothing_are_counted() -> None:
    foreign = one_habit("soon,NO\n2026-02-30,NO\n2026-11-01,MAYBE\n2026-11-02\n2026-11-03,2\n")

    assert set(foreign.left_out) == {
        LeftOut(NO_DAY, 2),
        LeftOut(loop_table.NO_VALUE, 1),
        LeftOut(loop_days.NOTHING, 1),
    }
    assert foreign.habits[0].marks == (Mark(date(2026, 11, 3)),)


def test_of_two_rows_of_a_day_the_last_holds() -> None:
    foreign = one_habit("2026-11-01,NO,\n2026-11-01,YES_MANUAL,\n")

    assert foreign.left_out == (LeftOut(SAID_AGAIN, 1),)
    assert foreign.habits[0].marks == (Mark(date(2026, 11, 1)),)


def test_the_export_of_an_older_loop_is_read_as_well() -> None:
    tables = {
        "Habits.csv": "Position,Name,Question,Description,NumRepetitions,Interval,Color\n"
        "001,Walk,,,1,3,#FF8F00\n",
        "001 Walk/Checkmarks.csv": "2018-01-02,2\n2018-01-01,1\n",
    }
    (habit,) = foreign_of_tables(tables).habits

    assert habit == ForeignHabit(
        "Walk", "Walk", cadence=parse_cadence("every 3 days"), marks=(Mark(date(2018, 1, 2)),)
    )


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ("Habits.csv", "Habits.csv is missing"),
        ("001 Thank somebody/Checkmarks.csv", "The days of 'Thank somebody' are missing"),
    ],
)
def test_an_export_with_a_part_missing_is_refused(without: str, told: str) -> None:
    tables = {name: text for name, text in TABLES.items() if name != without}

    with pytest.raises(RefusedError, match=told):
        foreign_of_tables(tables)


@pytest.mark.parametrize("text", ["", "Name,Position\x00", "one,two\n1,2\n"])
def test_a_table_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="no columns Position and Name"):
        foreign_of_tables({"Habits.csv": text})
