"""`rapport person`: who somebody is, what they said they want, and that two are one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from tests.cli.test_hostile import assert_plain
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.store.home import Home
    from tests.cli.program import Run


def test_somebody_is_made_known_changed_and_shown(rapport: Run) -> None:
    added = rapport(
        "person", "add", "Tom", "Lee", "--role=engineer", "--joined=1 mar", "--recognition=small"
    )
    assert added.lines == [
        "Added: Tom Lee · @tom.lee · engineer · here from 1 Mar · likes recognition small group"
    ]
    said = rapport(
        "person", "edit", "tom", "--aim=staff by autumn", "--ok-to-share", "--on=fri",
        "--manager=Ana",
    )  # fmt: skip
    assert said.lines == [
        "Changed: Tom Lee · manager Ana · has the aim: staff by autumn (ok to share)"
    ]
    rapport("log", "thanks", "@tom.lee the fix because it held (fri)")
    rapport("log", "thanks", "/quiet @tom.lee the docs")
    assert rapport("person", "show", "@tom.lee").lines == [
        "name: Tom Lee",
        "handle: @tom.lee",
        "role: engineer",
        "manager: Ana",
        "here from: 1 Mar",
        "likes recognition: small group",
        "aim 1: staff by autumn, said Fri 20, ok to share",
        "last Thanks: today",
        "2026-11-22: Thanks /quiet, Tom Lee, the docs",
        "2026-11-20: Thanks, Tom Lee, the fix, because it held",
    ]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("public", "public"),
        ("small", "small group"),
        ("1:1", "1:1"),
        ("written", "written"),
    ],
)
def test_somebody_likes_recognition_in_one_of_four_ways(rapport: Run, said: str, kept: str) -> None:
    rapport("log", "thanks", "@tom the fix")
    rapport("person", "edit", "tom", "--recognition", said)
    assert f"likes recognition: {kept}" in rapport("person", "show", "tom").lines
    assert rapport("people", "--json").json["people"][0]["recognition"] == kept


def test_naming_somebody_makes_them_known_and_undo_takes_both_back(rapport: Run) -> None:
    assert rapport("log", "thanks", "@maya the fix (fri)").lines[0] == (
        "Thanks · Maya (new) · the fix · Fri 20"
    )
    assert "here from: Fri 20, the first entry" in rapport("person", "show", "maya").lines
    rapport("undo")
    assert "There is no person 'maya'." in rapport("person", "show", "maya").refusal
    assert rapport("entries", "--json").json == []


def test_who_is_renamed_is_called_so_in_all_that_was_logged(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    rapport("follow", "add", "back to her", "--person", "maya")
    rapport("person", "edit", "maya", "--name", "Maya Chen", "--handle", "mchen")

    assert rapport("entries").lines == ["2026-11-22  Thanks · Maya Chen · the fix"]
    assert rapport("follow", "--json").json[0]["people"] == ["Maya Chen"]
    assert rapport("log", "thanks", "@mchen the docs").lines[0] == (
        "Thanks · Maya Chen · the docs · today"
    )
    assert len(rapport("people", "--json").json["people"]) == 1


def test_all_that_was_of_two_is_of_the_one_whom_they_are_merged_into(rapport: Run) -> None:
    rapport("log", "thanks", "@tom the fix #20min")
    rapport("log", "credit", "/public @tom.lee the launch (2026-11-01)")
    rapport("person", "edit", "tom", "--aim", "staff by autumn")
    rapport("follow", "add", "back to him", "--person", "tom")
    rapport("person", "merge", "tom", "tom.lee")

    (one,) = rapport("people", "--json").json["people"]
    assert (one["name"], one["days"], one["missing"]) == ("Tom Lee", 0, ["talk"])
    shown = rapport("person", "show", "tom.lee", "--json").json
    assert [each["text"] for each in shown["aims"]] == ["staff by autumn"]
    assert [each["text"] for each in shown["follow_ups"]] == ["back to him"]
    assert len(shown["entries"]) == 2


def test_what_lights_somebody_up_is_dated_and_told_in_their_words(rapport: Run) -> None:
    rapport("person", "add", "tom")
    rapport("person", "edit", "tom", "--spark", "old code", "--on", "fri")
    rapport("person", "edit", "tom", "--spark", "protocols", "--ok-to-share")
    assert rapport("person", "show", "tom").lines[-2:] == [
        "spark 1: old code, said Fri 20, not to be shared",
        "spark 2: protocols, said today, ok to share",
    ]


def test_what_is_known_of_somebody_is_shown_as_json(rapport: Run) -> None:
    rapport("log", "thanks", "@tom the fix")
    rapport("person", "edit", "tom", "--spark=protocols", "--recognition=1:1")
    rapport("pause", "today", "fri", "--person=tom")
    shown = rapport("person", "show", "tom", "--json").json
    (entry,) = rapport("entries", "--json").json

    assert shown.pop("id")
    assert shown == {
        "name": "Tom",
        "handle": "tom",
        "role": "",
        "manager": "",
        "joined": None,
        "since": "2026-11-22",
        "left": None,
        "away": [{"first": "2026-11-22", "last": "2026-11-27"}],
        "recognition": "1:1",
        "aims": [],
        "sparks": [{"date": "2026-11-22", "text": "protocols", "ok_to_share": False}],
        "last_contacts": {"thanks": "2026-11-22"},
        "follow_ups": [],
        "entries": [entry],
    }


def test_what_is_promised_to_somebody_is_shown(rapport: Run, home: Home, clock: FixedClock) -> None:
    rapport("person", "add", "tom")
    workspace = service.open_workspace(home, clock)
    (tom,) = service.people(workspace)
    service.add_follow_up(workspace, "back to him", date(2026, 11, 24), [tom.id])

    assert rapport("person", "show", "tom").lines[-1] == "follow-up: back to him, Tue 24, Tom"
    (shown,) = rapport("person", "show", "tom", "--json").json["follow_ups"]
    assert (shown["text"], shown["due"], shown["people"]) == ("back to him", "2026-11-24", ["Tom"])
    assert [shown] == rapport("follow", "--json").json


def test_the_newest_ten_entries_are_shown_and_on_demand_all(rapport: Run) -> None:
    for number in range(12):
        rapport("log", "thanks", f"@tom number {number}")
    short = rapport("person", "show", "tom").lines

    assert short[-1] == "entries before these: 2"
    assert short[-2] == "2026-11-22: Thanks, Tom, number 2"
    assert rapport("person", "show", "tom", "--all").lines[-1] == (
        "2026-11-22: Thanks, Tom, number 0"
    )
    assert len(rapport("person", "show", "tom", "--json").json["entries"]) == 12


def test_who_leaves_and_comes_back_was_away_between(rapport: Run) -> None:
    rapport("person", "add", "tom", "--joined=2026-01-01")
    assert rapport("person", "leave", "tom", "--on=2026-11-10").lines == [
        "Left: Tom · last day Tue 10"
    ]
    assert rapport("person", "back", "tom", "--on=fri").lines == [
        "Back: Tom · here",
        "Back: Tom is away · Wed 11 to Thu 19",
    ]
    assert rapport("person", "show", "tom").lines[-1] == "away: Wed 11 to Thu 19"
    rapport("undo")
    assert rapport("person", "show", "tom").lines[-1] == "last day: Tue 10"


def test_who_is_still_to_leave_is_told_so_and_the_day_is_changed_by_another(rapport: Run) -> None:
    rapport("person", "add", "tom")
    assert rapport("person", "leave", "tom", "--on=2026-12-04").lines == [
        "Leaves: Tom · last day Fri 4"
    ]
    assert rapport("person", "leave", "tom", "--on=2026-11-30").lines == [
        "Leaves: Tom · last day Mon 30"
    ]
    assert rapport("person", "leave", "tom").lines == ["Left: Tom · last day today"]
    rapport("undo")
    assert rapport("person", "show", "tom", "--json").json["left"] == "2026-11-30"


def test_leave_that_overlaps_is_one_time_away(rapport: Run) -> None:
    rapport("person", "add", "tom")
    rapport("pause", "2026-11-23", "2026-11-27", "--person", "tom")
    rapport("pause", "2026-11-26", "2026-12-02", "--person", "tom")
    rapport("pause", "2026-12-24", "--person", "tom")
    shown = rapport("person", "show", "tom").lines
    assert [line for line in shown if line.startswith("away")] == [
        "away: Mon 23 to Wed 2",
        "away: from 24 Dec on",
    ]
    away = [
        {"first": "2026-11-23", "last": "2026-12-02"},
        {"first": "2026-12-24", "last": None},
    ]
    assert rapport("person", "show", "tom", "--json").json["away"] == away
    (row,) = rapport("people", "--json").json["people"]
    assert row["away"] == away


def test_a_new_person_who_may_be_one_who_is_known_is_told_with_what_makes_them_one(
    rapport: Run,
) -> None:
    rapport("person", "add", "Tom Lee")
    logged = rapport("log", "thanks", "@tom the fix")
    assert logged.err == (
        "rapport: Tom is a new person. If you meant Tom Lee (@tom.lee): "
        "rapport person merge tom tom.lee\n"
    )
    assert logged.out.startswith("Thanks · Tom (new) · the fix · today\n")

    _, _, command = logged.err.strip().rpartition(": rapport ")
    assert rapport(*command.split()).lines == ["Merged: Tom is Tom Lee from now on"]
    assert rapport("entries").lines == ["2026-11-22  Thanks · Tom Lee · the fix"]
    assert rapport("undo").lines == ["Undone: Tom is a person of their own again"]
    assert rapport("entries").lines == ["2026-11-22  Thanks · Tom · the fix"]
    assert rapport("redo").lines == ["Redone: Tom is Tom Lee from now on"]


def test_the_entries_of_somebody_are_shown_alone(rapport: Run) -> None:
    rapport("log", "thanks", "@tom the fix")
    rapport("log", "thanks", "@ana the docs")
    rapport("person", "add", "Zoe")
    assert rapport("entries", "--person=ana").lines == ["2026-11-22  Thanks · Ana · the docs"]
    assert [each["people"] for each in rapport("entries", "--person=tom", "--json").json] == [
        ["Tom"]
    ]
    assert (
        rapport("entries", "--person=zoe").refusal == "No entry fits. 'rapport entries' shows all."
    )
    assert rapport("entries", "--person=zoe", "--json").json == []


def test_all_aims_and_sparks_that_are_said_at_once_are_kept_in_the_order_given(
    rapport: Run,
) -> None:
    rapport("person", "add", "tom", "--aim=one", "--aim=two", "--spark=dark rooms", "--spark=a map")
    shown = rapport("person", "show", "tom", "--json").json
    assert [each["text"] for each in shown["aims"]] == ["one", "two"]
    assert [each["text"] for each in shown["sparks"]] == ["dark rooms", "a map"]

    rapport("person", "edit", "tom", "--forget-aim=1", "--forget-aim=2", "--aim=four", "--aim=3")
    shown = rapport("person", "show", "tom", "--json").json
    assert [each["text"] for each in shown["aims"]] == ["four", "3"]


def test_a_remark_ends_with_its_day_and_whether_others_may_hear_it(rapport: Run) -> None:
    rapport("person", "add", "tom", "--aim=lead a team (last fri) (ok to share)", "--aim=rest")
    rapport("person", "edit", "tom", "--spark=demos (fri)", "--on=2026-11-02")
    shown = rapport("person", "show", "tom", "--json").json

    assert shown["aims"] == [
        {"date": "2026-11-20", "text": "lead a team", "ok_to_share": True},
        {"date": "2026-11-22", "text": "rest", "ok_to_share": False},
    ]
    assert shown["sparks"] == [{"date": "2026-11-02", "text": "demos (fri)", "ok_to_share": False}]


def test_facts_and_remarks_are_taken_out_again(rapport: Run) -> None:
    rapport("person", "add", "tom", "--role=lead", "--joined=1 mar", "--recognition=public")
    rapport("person", "edit", "tom", "--aim=one", "--spark=two")
    done = rapport(
        "person", "edit", "tom", "--role=", "--joined=", "--recognition=", "--forget-aim=1",
        "--forget-spark=1", "--aim=three", "--name=Thomas",
    )  # fmt: skip
    (line,) = done.lines
    assert line.split(" · ") == [
        "Changed: Tom is now Thomas",
        "no role",
        "no first day",
        "no way of recognition",
        "has the aim: three",
        "no longer lit up by two",
    ]
    assert rapport("undo").code == 0
    assert "aim 1: one, said today, not to be shared" in rapport("person", "show", "tom").lines


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        ("person", 2, "needs one of add"),
        ("person add", 2, "Missing argument 'NAME...'"),
        ("person add tom", 1, "@tom is Tom already. Choose another handle."),
        ("person add zoe --joined someday", 1, "not a date"),
        ("person add zoe --recognition loud", 1, "Use public, small group, 1:1, written"),
        ("person edit zoe --role x", 1, "There is no person 'zoe'"),
        ("person edit tom", 1, "Nothing would change"),
        ("person edit tom --on fri", 2, "Give one"),
        ("person edit tom --ok-to-share", 2, "Give one"),
        ("person edit tom --aim x --on tomorrow", 1, "2026-11-23"),
        ("person edit tom --aim x(tomorrow)", 1, "2026-11-23 is in the future"),
        ("person add zoe --on fri", 2, "Give one"),
        ("person edit tom --forget-aim 1", 1, "none is kept"),
        ("person edit tom --forget-spark x", 2, "'x' is not a valid integer"),
        ("person edit tom --handle ana", 1, "@ana is Ana already"),
        ("person leave zoe", 1, "There is no person 'zoe'"),
        ("person leave tom --on 2026-11-01", 1, "before they joined"),
        ("person leave tom --on whenever", 1, "not a date"),
        ("person back tom", 1, "have not left"),
        ("person merge tom tom", 1, "one person already"),
        ("person merge tom zoe", 1, "There is no person 'zoe'"),
        ("person merge tom", 2, "Missing argument 'INTO'"),
        ("person show zoe", 1, "rapport person add NAME"),
        ("entries --person zoe", 1, "There is no person 'zoe'"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do_and_nothing_is_stored(
    rapport: Run, words: str, code: int, reason: str
) -> None:
    rapport("log", "thanks", "@tom @ana the fix")
    done = rapport(*words.split())

    assert (done.code, reason in done.refusal) == (code, True)
    assert len(rapport("history").lines) == 1


@each_hostile
def test_a_hostile_name_or_word_is_kept_cleaned_or_refused_on_one_line(
    rapport: Run, hostile: str
) -> None:
    rapport("log", "thanks", "@tom @ana the fix")
    for words in (
        ["person", "add", "--handle=zoe", "--", hostile],
        ["person", "add", "--", hostile],
        ["person", "add", "kim", f"--role={hostile}"],
        ["person", "add", "lou", f"--handle={hostile}"],
        ["person", "add", "ivy", f"--joined={hostile}", f"--recognition={hostile}"],
        ["person", "edit", "tom", f"--name={hostile}"],
        ["person", "edit", "ana", f"--manager={hostile}", f"--aim={hostile}"],
        ["person", "edit", "ana", f"--spark={hostile}"],
        ["person", "edit", "ana", "--aim=x", f"--on={hostile}"],
        ["person", "show", "--", hostile],
        ["person", "show", "@tom"],
        ["person", "show", "@tom", "--json"],
        ["person", "show", "ana"],
        ["person", "leave", "ana", f"--on={hostile}"],
        ["person", "leave", "--", hostile],
        ["person", "back", "--", hostile],
        ["log", "thanks", "@tomm the docs"],
        ["person", "merge", "--", hostile, "ana"],
        ["person", "merge", "ana", "@tom"],
        ["entries", f"--person={hostile}"],
        ["history"],
        ["undo"],
        ["redo"],
    ):
        done = rapport(*words)
        assert_plain(done)
        assert done.code in {0, 1}
        assert done.err.count("\n") <= 1
