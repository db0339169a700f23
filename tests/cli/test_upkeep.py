"""`history`, `redo`, `doctor`, `checkpoint`, `backup`, `restore`: upkeep from the shell."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run


def told(lines: list[str]) -> list[str]:
    """Return lines of history without their times."""
    assert all(re.match(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}  ", line) for line in lines)
    return [line[18:] for line in lines]


def test_history_tells_what_was_done_undone_and_redone(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    rapport("habit", "edit", "share", "--every", "monthly")
    rapport("pause", "today", "fri")
    rapport("undo")
    rapport("redo")

    assert told(rapport("history").lines) == [
        "here  Thanks · Maya (new) · the fix · today",
        "here  Share a customer story · monthly from today on",
        "here  everything · today to Fri 27",
        "here  undone: everything · today to Fri 27",
        "here  redone: everything · today to Fri 27",
    ]


def test_history_of_one_record_tells_what_was_done_to_it(rapport: Run) -> None:
    key = rapport("log", "thanks", "one", "--json").json["entry"]["id"]
    rapport("log", "thanks", "two")
    rapport("undo")
    rapport("undo")
    assert told(rapport("history", key[-6:]).lines) == [
        "here  Thanks · one · today",
        "here  undone: Thanks · one · today",
    ]
    assert "Nothing was done to it." in rapport("history", "0000").err
    assert "An id is named by its last 4 characters" in rapport("history", "xyz!").refusal


def test_history_tells_an_entry_that_was_changed_or_deleted_from_one_that_was_logged(
    rapport: Run,
) -> None:
    rapport("log", "thanks", "one")
    rapport("edit", "last", "two")
    rapport("delete", "last")
    rapport("undo")
    rapport("undo")
    rapport("redo")

    assert told(rapport("history").lines) == [
        "here  Thanks · one · today",
        "here  changed: Thanks · two · today",
        "here  deleted: Thanks · two · today",
        "here  undone: deleted: Thanks · two · today",
        "here  undone: changed: Thanks · one · today",
        "here  redone: changed: Thanks · two · today",
    ]
    assert rapport("history", "--json").json[2]["lines"] == ["deleted: Thanks · two · today"]


def test_history_shows_the_latest_fifty_acts_unless_all_are_asked_for(rapport: Run) -> None:
    assert "Nothing was done yet." in rapport("history").err
    for number in range(52):
        rapport("log", "thanks", f"act {number}")
    assert len(rapport("history").lines) == 50
    assert told(rapport("history").lines)[-1] == "here  Thanks · act 51 · today"
    assert len(rapport("history", "--all").lines) == 52


def test_history_names_the_device_of_others(rapport: Run, home: Home, tmp_path: Path) -> None:
    rapport("log", "thanks", "mine")
    rapport("log", "thanks", "theirs", "--home", str(tmp_path / "other"))
    (log,) = (tmp_path / "other" / "ops").iterdir()
    (home.ops / log.name).write_bytes(log.read_bytes())
    device = log.name.partition("-")[0]
    assert f"on {device}  Thanks · theirs · today" in told(rapport("history").lines)
    assert {entry["what"] for entry in rapport("entries", "--json").json} == {"mine", "theirs"}
    assert rapport("undo").lines == ["Undone: Thanks · mine · today"]
    assert rapport("undo").refusal == "There is nothing to undo."


def test_redo_does_again_what_was_undone_last(rapport: Run) -> None:
    assert rapport("redo").refusal == "There is nothing to redo."
    rapport("log", "thanks", "@maya the fix")
    rapport("undo")
    assert rapport("redo").lines == ["Redone: Thanks · Maya (new) · the fix · today"]
    assert [entry["people"] for entry in rapport("entries", "--json").json] == [["Maya"]]
    assert rapport("redo").refusal == "There is nothing to redo."


def test_after_a_checkpoint_plain_tinydb_reads_what_was_logged(rapport: Run, home: Home) -> None:
    rapport("log", "thanks", "the fix")
    assert rapport("checkpoint").lines == ["rapport.json holds everything that was logged."]
    with TinyDB(home.data) as db:
        assert [entry["what"] for entry in db.table("entries")] == ["the fix"]


def test_a_shell_that_logs_much_keeps_the_file_near(rapport: Run, home: Home) -> None:
    rapport("today")
    (log,) = home.ops.iterdir()
    lines = log.read_bytes()
    assert lines.count(b"\n") == 16
    before = home.data.stat().st_mtime_ns
    rapport("log", "thanks", "the fix")
    assert home.data.stat().st_mtime_ns == before


def test_the_doctor_finds_nothing_in_a_whole_home(rapport: Run) -> None:
    rapport("log", "thanks", "the fix")
    assert rapport("doctor").lines == ["Everything is whole."]


def test_the_doctor_tells_and_mends_what_it_finds(rapport: Run, home: Home) -> None:
    rapport("log", "thanks", "the fix")
    rapport("checkpoint")
    home.data.chmod(0o644)
    home.previous.write_text("?")
    (log,) = home.ops.iterdir()
    with log.open("ab") as file:
        file.write(b'{"v":1,"o":"new"')
    (home.backups / "rapport-2026-01-01.json").write_text("{}")

    lines = rapport("doctor").out.splitlines()

    assert len(lines) == 6
    assert f"{home.data} could be read by others. It is yours alone now." in lines
    assert any("ends with an unfinished line of 16 bytes" in line for line in lines)
    assert any(line.startswith(f"{home.previous} is not as it was written") for line in lines)
    assert lines[-1] == "Everything else is whole."
    assert home.data.stat().st_mode & 0o777 == 0o600


def test_the_doctor_logs_again_what_only_the_file_holds(rapport: Run, home: Home) -> None:
    rapport("log", "thanks", "the fix")
    rapport("habit", "edit", "share", "--every", "monthly")
    rapport("checkpoint")
    for log in home.ops.iterdir():
        log.write_bytes(b"")
    rapport("doctor")
    home.data.unlink()
    home.previous.unlink()
    told_then = rapport("entries")
    assert told_then.out.splitlines() == ["2026-11-22  Thanks · the fix"]
    assert "was missing" in told_then.err
    assert rapport("habits", "--json").json[1]["cadence"] == "monthly"


def test_a_copy_is_written_where_it_is_wanted_and_restored(
    rapport: Run, home: Home, tmp_path: Path
) -> None:
    rapport("log", "thanks", "kept")
    copy = tmp_path / "copy.json"
    assert rapport("backup", str(copy)).lines == [f"Copied to {copy}"]
    assert copy.stat().st_mode & 0o777 == 0o600
    rapport("log", "thanks", "later")
    rapport("habit", "edit", "share", "--every", "monthly")

    done = rapport("restore", str(copy))

    assert done.out.splitlines() == [
        "entries: 0 came back, 1 went, 0 changed",
        "habits: 0 came back, 0 went, 1 changed",
    ]
    assert "'rapport undo' takes that back" in done.err
    assert [entry["what"] for entry in rapport("entries", "--json").json] == ["kept"]
    rapport("undo")
    assert [entry["what"] for entry in rapport("entries", "--json").json] == ["kept", "later"]
    assert rapport("habits", "--json").json[1]["cadence"] == "monthly"
    assert home.data.exists()


def test_a_copy_without_a_name_is_one_of_the_backups(rapport: Run, home: Home) -> None:
    (line,) = rapport("backup").lines
    path = home.backups / "rapport-2026-11-22T083000Z.json"
    assert line == f"Copied to {path}"
    assert path.exists()
    assert rapport("backup").refusal == f"{path} is there already. Name another file."


def test_a_restore_that_changes_nothing_says_so(rapport: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    rapport("backup", str(copy))
    assert "Everything is as it is in" in rapport("restore", str(copy)).refusal


@pytest.mark.parametrize(
    ("content", "message", "code"),
    [
        (None, "cannot be read: No such file or directory.", 1),
        ("{not json", "is damaged, or no TinyDB file. Nothing has changed; name another copy.", 1),
        ('{"_rapport": {"1": {"schema": 9}}}', "was written by a newer rapport. Upgrade", 6),
    ],
)
def test_what_is_no_copy_is_told(
    rapport: Run, tmp_path: Path, content: str | None, message: str, code: int
) -> None:
    rapport("log", "thanks", "kept")
    copy = tmp_path / "copy.json"
    if content is not None:
        copy.write_text(content)
    done = rapport("restore", str(copy))
    assert (done.code, message in done.refusal) == (code, True)
    assert len(rapport("entries").lines) == 1


def test_a_file_of_plain_tinydb_can_be_restored(rapport: Run, tmp_path: Path) -> None:
    rapport("log", "thanks", "kept")
    rapport("backup", str(tmp_path / "copy.json"))
    tables = json.loads((tmp_path / "copy.json").read_text())
    tables["entries"] = {}
    (tmp_path / "edited.json").write_text(json.dumps(tables))
    rapport("restore", str(tmp_path / "edited.json"))
    assert rapport("entries", "--json").json == []


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        '{"_default": {"1": {"a": 1}}}',
        '{"_rapport": {"1": {"schema": 2}}}',
        '{"entries": {}}',
    ],
)
def test_a_file_of_tables_that_is_no_copy_of_a_home_is_refused(
    rapport: Run, tmp_path: Path, content: str
) -> None:
    rapport("log", "thanks", "kept")
    copy = tmp_path / "copy.json"
    copy.write_text(content)
    done = rapport("restore", str(copy))
    assert (done.code, done.refusal) == (
        1,
        f"{copy} is no copy of a home. Nothing has changed; name another copy.",
    )
    assert len(rapport("today").lines) > len(rapport("entries").lines) == 1


def test_a_copy_with_a_record_that_means_nothing_is_refused_and_the_record_named(
    rapport: Run, tmp_path: Path
) -> None:
    copy, edited = tmp_path / "copy.json", tmp_path / "edited.json"
    rapport("log", "thanks", "in the copy")
    rapport("backup", str(copy))
    rapport("log", "trust", "mine")
    for content, trouble in (
        ('{"entries": {"1": {"x": 1}}}', "in the table entries has no readable 'practice'"),
        (copy.read_text().replace('"thanks"', '"nope"'), "has no readable 'practice'"),
        (copy.read_text().replace('"weekly"', '"at times"'), "has no readable 'cadences'"),
    ):
        edited.write_text(content)
        refusal = rapport("restore", str(edited)).refusal
        assert refusal.startswith(f"{edited} cannot be restored. The record ")
        assert trouble in refusal
        assert refusal.endswith("Nothing has changed; mend the copy, or name another.")
    whats = [entry["what"] for entry in rapport("entries", "--json").json]
    assert whats == ["in the copy", "mine"]
    assert rapport("undo").lines == ["Undone: Trust · mine · today"]


def test_the_copy_of_a_new_home_is_restored(rapport: Run, tmp_path: Path) -> None:
    rapport("backup", str(tmp_path / "copy.json"))
    rapport("log", "thanks", "later")
    done = rapport("restore", str(tmp_path / "copy.json"))
    assert done.out == "entries: 0 came back, 1 went, 0 changed\n"
    assert rapport("entries", "--json").json == []


def test_what_was_done_and_what_was_found_is_printed_as_json_too(rapport: Run) -> None:
    rapport("log", "trust", "@maya the map")
    rapport("undo")

    acts = rapport("history", "--json").json
    assert [(each["device"], each["deed"], each["lines"]) for each in acts] == [
        (None, "did", ["Trust · Maya (new) · the map · today"]),
        (None, "undid", ["Trust · Maya · the map · today"]),
    ]
    assert rapport("history", "abcd", "--json").json == []
    assert rapport("doctor", "--json").json == {"found": []}
