"""A backup of Loop is read, of whichever version it is, and nothing in it is let run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.exchange import bounds, loop_days
from habits.exchange.foreign import LeftOut, Mark, Skip
from habits.exchange.gleaning import NO_DAY
from habits.exchange.loop import read
from habits.exchange.loop_database import NEWEST, OLDEST, STRAY
from tests.exchange.loop_files import ROWS, backup, database, export

if TYPE_CHECKING:
    from pathlib import Path

NEWS = """
    insert into Habits (id, archived, description, freq_num, freq_den, name, position, type,
        target_type, target_value, unit, question, uuid)
    values (1, 0, 'Out loud', 1, 1, 'Thank somebody', 0, 0, 0, 0, '', 'Whom?', 'a1'),
        (2, 0, '', 1, 7, 'Read specs', 1, 1, 1, 12.5, 'pages', null, 'b2');
    insert into Repetitions (habit, timestamp, value, notes)
    values (1, 1793664000000, 2, 'Maya'), (1, 1793750400000, 1, null),
        (1, 1793836800000, 3, 'on leave'), (1, 1793923200000, 0, null),
        (2, 1793664000000, 1500, ''), (2, 1793750400000, 3, null);
"""


@pytest.mark.parametrize("version", range(OLDEST, NEWEST + 1))
def test_each_version_is_read(tmp_path: Path, version: int) -> None:
    foreign = read(backup(tmp_path / "Loop.db", version))

    specs, thanks = foreign.habits
    assert (thanks.key, thanks.name, thanks.description) == (
        "Thank somebody",
        "Thank somebody",
        "Whom?",
    )
    assert thanks.marks == (Mark(date(2026, 11, 3)), Mark(date(2026, 11, 4)))
    assert (specs.archived, specs.marks) == (True, (Mark(date(2026, 11, 3)),))
    assert specs.cadence == parse_cadence("twice a week")
    assert (foreign.read, foreign.left_out) == (4, (LeftOut(STRAY, 1),))


def test_values_numbers_notes_and_ids_are_read(tmp_path: Path) -> None:
    foreign = read(backup(tmp_path / "Loop.db", statements=NEWS))

    thanks, specs = foreign.habits
    assert (thanks.key, thanks.description) == ("a1", "Whom?\nOut loud")
    assert thanks.marks == (Mark(date(2026, 11, 3), note="Maya"),)
    assert thanks.skips == (Skip(date(2026, 11, 5), "on leave"),)
    assert specs.marks == (Mark(date(2026, 11, 3), "1.5 pages"),)
    assert specs.skips == (Skip(date(2026, 11, 4)),)
    assert specs.cadence_note.startswith("there at most 12.5 pages was allowed")
    assert set(foreign.left_out) == {
        LeftOut(loop_days.RECKONED, 1),
        LeftOut("days marked as not done", 1),
    }


def test_the_backup_is_left_as_it_is(tmp_path: Path) -> None:
    path = backup(tmp_path / "Loop #1?.db")
    before = path.read_bytes()

    assert len(read(path).habits) == 2
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_backup_of_a_database_with_a_journal_ahead_of_it_is_read(tmp_path: Path) -> None:
    path = backup(tmp_path / "a", statements=f"pragma journal_mode = wal; {ROWS}")

    assert len(read(path).habits) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_a_moment_that_is_no_day_is_counted(tmp_path: Path) -> None:
    rows = """
        insert into Habits (id, name) values (1, 'Walk');
        insert into Repetitions (habit, timestamp, value) values (1, 'noon', 2),
            (1, 9223372036854775807, 2), (1, 253402300800000, 2);
    """

    assert read(backup(tmp_path / "a", statements=rows)).left_out == (LeftOut(NO_DAY, 3),)


def test_values_of_strange_types_are_read_as_nothing(tmp_path: Path) -> None:
    rows = """
        insert into Habits (id, name, freq_num, freq_den, target_value, unit, type)
        values (1, x'ff00', 'often', x'00', 'much', x'c3', 1);
        insert into Repetitions (habit, timestamp, value) values (1, 1793664000000, 'yes');
    """
    (habit,) = read(backup(tmp_path / "a", statements=rows)).habits

    assert (habit.name, habit.cadence) == ("", None)
    assert habit.marks == (Mark(date(2026, 11, 3), "0.002"),)


def test_text_that_is_not_utf_8_is_read_with_signs_in_its_place(tmp_path: Path) -> None:
    rows = "insert into Habits (id, name) values (1, cast(x'63616fff' as text))"
    (habit,) = read(backup(tmp_path / "a", statements=rows)).habits

    assert habit.name == "cao\ufffd"


@pytest.mark.parametrize("version", [0, OLDEST - 1, NEWEST + 1])
def test_another_version_is_refused(tmp_path: Path, version: int) -> None:
    with pytest.raises(RefusedError, match=f"of version {version}; 12 to 25 are read"):
        read(backup(tmp_path / "a", version))


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i, i from n"


@pytest.mark.parametrize(
    "statements",
    [
        "create table Notes (text)",
        "create table Habits (id)",
        f"create table Habits (id); create view Repetitions as {ENDLESS}",
        "create table Habits (id); create table Repetitions (id, n as (zeroblob(1000000)))",
        "create table Habits (id); create virtual table Repetitions using fts5(notes)",
    ],
)
def test_what_has_no_plain_tables_of_loop_is_refused(tmp_path: Path, statements: str) -> None:
    path = database(tmp_path / "a", f"{statements}; pragma user_version = 25")

    with pytest.raises(RefusedError, match="the tables Habits and Repetitions are missing"):
        read(path)


def test_triggers_and_other_views_do_nothing(tmp_path: Path) -> None:
    trigger = "create trigger trap after insert on Repetitions begin delete from Habits; end;"
    statements = f"{ROWS} {trigger} create view endless as {ENDLESS}"

    assert len(read(backup(tmp_path / "a", statements=statements)).habits) == 2


def test_a_table_without_the_columns_is_read_as_damaged(tmp_path: Path) -> None:
    statements = "create table Habits (a); create table Repetitions (b); pragma user_version = 25"

    with pytest.raises(RefusedError, match="The backup is damaged"):
        read(database(tmp_path / "a", statements))


def test_a_question_that_takes_for_ever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.exchange.loop_database._MOST_STEPS", 0)
    monkeypatch.setattr("habits.exchange.loop_database._STEPS", 1)

    with pytest.raises(RefusedError, match="The backup is damaged"):
        read(backup(tmp_path / "a"))


def test_more_rows_than_are_read_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.exchange.loop_database.MOST_ROWS", 3)
    monkeypatch.setattr(bounds, "MOST_ROWS", 3)

    with pytest.raises(RefusedError, match="has more than 3 rows"):
        read(backup(tmp_path / "a"))


def test_a_corrupt_page_is_refused(tmp_path: Path) -> None:
    many = """
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
        insert into Repetitions (habit, timestamp) select 7, i * 86400000 from n;
    """
    path = backup(tmp_path / "a", statements=ROWS + many)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\x7f" * 4096
    path.write_bytes(content)

    with pytest.raises(RefusedError, match="The backup is damaged"):
        read(path)


def test_damage_that_cannot_even_be_told_is_refused(tmp_path: Path) -> None:
    path = backup(tmp_path / "a")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE TAB\x80E"))

    with pytest.raises(RefusedError, match="The backup is damaged"):
        read(path)


def test_a_backup_cut_off_is_refused_wherever_it_is_cut(tmp_path: Path) -> None:
    content = backup(tmp_path / "a").read_bytes()
    for end in range(16, len(content) - 1, 997):
        (tmp_path / "cut").write_bytes(content[:end])
        with pytest.raises(RefusedError):
            read(tmp_path / "cut")


def test_the_export_and_the_backup_of_one_loop_say_the_same(tmp_path: Path) -> None:
    rows = (
        "insert into Habits (id, name, freq_num, freq_den, archived) values (1, 'Walk', 3, 7, 1);"
    )
    rows += "insert into Repetitions (habit, timestamp) values (1, 1793664000000)"
    tables = {
        "Habits.csv": "Position,Name,Type,FrequencyNumerator,FrequencyDenominator,Archived?\n"
        "001,Walk,YES_NO,3,7,true\n",
        "001 Walk/Checkmarks.csv": "Date,Value,Notes\n2026-11-03,YES_MANUAL,\n",
    }

    assert read(backup(tmp_path / "b", statements=rows)) == read(export(tmp_path / "e", tables))
