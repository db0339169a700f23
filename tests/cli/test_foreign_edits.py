"""What another program did to the TinyDB file: told, taken back by undo, mended by the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from tinydb import TinyDB, where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run

MEANINGLESS = UUID("00000000-0000-0000-0000-0000000003e7")
UNREADABLE = f"The record {MEANINGLESS} in the table entries has no readable 'practice'"


@pytest.fixture
def edit(rapport: Run, home: Home) -> Callable[[str, Callable[[Any], object]], None]:
    """Lets another program change a table of a home in which something was logged."""
    rapport("log", "thanks", "@maya the fix")
    rapport("checkpoint")

    def change(table: str, act: Callable[[Any], object]) -> None:
        with TinyDB(home.data) as db:
            act(db.table(table))

    return change


@pytest.fixture
def inserted(edit: Callable[[str, Callable[[Any], object]], None]) -> None:
    """A home into which another program has put a record that means nothing."""

    def insert(table: Any) -> None:  # noqa: ANN401 - whatever TinyDB has
        table.insert(table.document_class({"x": 1}, doc_id=MEANINGLESS.int))

    edit("entries", insert)


def whats(rapport: Run) -> list[str]:
    """Return what the entries say."""
    return [entry["what"] for entry in rapport("entries", "--json").json]


@pytest.mark.usefixtures("inserted")
def test_what_was_taken_in_is_told_with_what_means_nothing_and_undo_takes_it_back(
    rapport: Run,
) -> None:
    told = rapport("cadence", "weekly").err
    assert "was changed by another program. Its change to 1 record was taken in" in told
    assert "1 record means nothing now: 'rapport doctor' mends it." in told

    assert rapport("today").code == 7
    assert rapport("undo").lines == ["Undone: 1 record that means nothing here"]
    assert whats(rapport) == ["the fix"]
    assert rapport("today").code == 0
    assert rapport("redo").lines == ["Redone: 1 record that means nothing here"]
    assert rapport("undo").code == 0
    assert rapport("doctor").lines == ["Everything is whole."]
    assert rapport("undo").lines == ["Undone: Thanks · Maya · the fix · today"]


@pytest.mark.usefixtures("inserted")
def test_the_doctor_takes_out_what_never_meant_anything_and_undo_brings_it_back(
    rapport: Run, home: Home
) -> None:
    refusal = rapport("today").err.splitlines()[-1]
    assert refusal == f"rapport: {UNREADABLE}. It is left as it is; 'rapport doctor' mends it."

    assert rapport("doctor").lines == [
        f"{UNREADABLE}. It was taken out; 'rapport undo' brings it back.",
        "Everything else is whole.",
    ]

    assert whats(rapport) == ["the fix"]
    with TinyDB(home.data) as db:
        assert [each["what"] for each in db.table("entries")] == ["the fix"]
    assert rapport("doctor").lines == ["Everything is whole."]
    assert rapport("undo").lines == ["Undone: 1 record that means nothing here"]
    assert rapport("entries").code == 7
    assert rapport("history").err == ""


def test_the_doctor_brings_back_what_a_record_said_when_it_last_meant_something(
    rapport: Run, edit: Callable[[str, Callable[[Any], object]], None]
) -> None:
    rapport("edit", "last", "@maya the long fix")
    rapport("checkpoint")
    edit("entries", lambda table: table.update({"date": "soon"}))
    edit("practices", lambda table: table.update({"slug": "nope"}, where("slug") == "thanks"))

    told = rapport("cadence", "weekly").err
    assert "2 records mean nothing now: 'rapport doctor' mends them." in told

    lines = rapport("doctor", "--json").json["found"]

    assert len(lines) == 2
    again = "It is again what it was before; 'rapport undo' takes that back."
    assert all(line.endswith(again) for line in lines)
    assert whats(rapport) == ["the long fix"]
    assert rapport("log", "thanks", "again").code == 0


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.usefixtures("inserted")
def test_a_log_that_was_stored_has_succeeded_whatever_else_cannot_be_shown(
    rapport: Run, *, as_json: bool
) -> None:
    rapport("cadence", "weekly")
    done = rapport("log", "trust", "mine", *(["--json"] if as_json else []))
    assert done.code == 0
    assert done.err.startswith("rapport: It is done and stored, but not all of it can be shown. ")
    assert UNREADABLE in done.err
    assert ('"what": "mine"' if as_json else "Trust · mine · today") in done.out

    rapport("doctor")
    assert whats(rapport) == ["the fix", "mine"]


@pytest.mark.parametrize("table", ["habits", "people", "practices", "pauses", "settings"])
def test_whatever_means_nothing_an_act_is_stored_and_told_once_or_refused(
    rapport: Run, edit: Callable[[str, Callable[[Any], object]], None], table: str
) -> None:
    rapport("pause", "fri")
    rapport("config", "rollover", "4")
    rapport("checkpoint")
    broken = {"cadences": 1, "name": 1, "first": 1, "slug": 1, "rollover_hour": "x"}
    edit(table, lambda records: records.update(broken))
    rapport("cadence", "weekly")

    done = rapport("log", "trust", "mine")
    is_told = done.out.startswith("Trust · mine · today")

    rapport("doctor")
    assert ("mine" in whats(rapport)) == is_told == (done.code == 0)
    assert rapport("today").code == 0


def test_history_tells_what_was_done_though_a_habit_means_nothing_now(
    rapport: Run, edit: Callable[[str, Callable[[Any], object]], None]
) -> None:
    rapport("pause", "fri", "--habit", "share")
    rapport("checkpoint")
    edit("habits", lambda habits: habits.update({"cadences": 1}, where("practice") == "empathy"))
    rapport("cadence", "weekly")
    told = [line.partition("here  ")[2] for line in rapport("history").lines]
    assert told[0] == "Thanks · Maya (new) · the fix · today"
    assert told[-1] == "Empathy: Share a customer story · every 2 weeks"


@pytest.mark.usefixtures("inserted")
def test_a_copy_that_no_home_would_take_is_written_and_that_is_told(
    rapport: Run, tmp_path: Path
) -> None:
    rapport("cadence", "weekly")
    copy, whole = tmp_path / "copy.json", tmp_path / "whole.json"
    told = "1 record in it means nothing, so that no home takes it."
    assert told in rapport("backup", str(copy)).err
    assert told in rapport("export", "json", str(whole)).err
    assert told not in rapport("export", "csv", str(tmp_path / "table.csv")).err
    assert rapport("restore", str(copy)).code == rapport("import", "json", str(whole)).code == 1

    rapport("doctor")
    assert told not in rapport("export", "json", str(whole), "--force").err
    assert rapport("import", "json", str(whole), "--home", str(tmp_path / "new")).code == 0
