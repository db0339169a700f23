"""`rapport follow` promises, lists, moves and finishes; `log` proposes what an ally's act needs."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Run

KEYS = ["id", "text", "due", "days_late", "made_at", "people", "entry", "done"]
ALLY = "/ally @maya and @dev: the export's timeout because support was angry"


def err_lines(rapport: Run, *words: str) -> list[str]:
    """Return what a command that succeeds tells beside its data."""
    done = rapport(*words)
    assert done.code == 0
    return [line.removeprefix("rapport: ") for line in done.err.splitlines()]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (["--in", "3d"], "2026-11-25"),
        (["--in", "2w"], "2026-12-06"),
        (["--in", "3 days"], "2026-11-25"),
        (["--in", "in a week"], "2026-11-29"),
        (["--on", "fri"], "2026-11-27"),
        (["--on", "24 dec"], "2026-12-24"),
        ([], "2026-11-29"),
    ],
)
def test_a_follow_up_is_due_when_it_is_said_or_in_a_week(
    rapport: Run, words: list[str], due: str
) -> None:
    made = rapport("follow", "add", "ask Dev", *words, "--json").json
    assert list(made) == KEYS
    assert (made["text"], made["due"], made["done"]) == ("ask Dev", due, None)


def test_the_line_may_say_its_day_and_its_people_as_in_the_app(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    assert rapport("follow", "add", "back to @maya (in 3 days)").lines == [
        "Follow-up: back to Maya · Wed 25 · Maya"
    ]
    assert rapport("follow", "add", "see", "the", "tests", "--person", "may").lines == [
        "Follow-up: see the tests · Sun 29 · Maya"
    ]


def test_one_is_listed_by_its_day_moved_done_and_taken_back(rapport: Run) -> None:
    rapport("follow", "add", "look at the tests", "--in", "3d")
    rapport("follow", "add", "back to support", "--on", "fri", "--now", "2026-11-19T12:00")

    listed = rapport("follow")
    assert [line.split("  ", 1)[1] for line in listed.out.splitlines()] == [
        "back to support · Fri 20 · 2 days late",
        "look at the tests · Wed 25",
    ]
    assert listed.err == "rapport: 2 open, 1 late, median age 0 days.\n"
    first, second = (line.split("  ")[0] for line in listed.out.splitlines())

    assert rapport("follow", "move", first, "in", "2", "days").lines == [
        "Moved: back to support · Tue 24 · was Fri 20"
    ]
    assert rapport("follow", "done", second).lines == ["Done: look at the tests · Wed 25"]
    assert [each["text"] for each in rapport("follow", "--json").json] == ["back to support"]
    assert rapport("undo").lines == ["Undone: look at the tests · Wed 25 · open again"]
    rapport("follow", "done", "back", "to")
    assert [each["text"] for each in rapport("follow", "--json").json] == ["look at the tests"]


def test_one_is_said_otherwise_and_keeps_what_is_not_said(rapport: Run) -> None:
    rapport("log", "thanks", "@maya and @dev: the fix")
    rapport("follow", "add", "ask @maya about the tests", "--on", "fri")
    rapport("follow", "edit", "ask", "ask for the tests of the export")
    (held,) = rapport("follow", "--json").json
    assert (held["text"], held["due"], held["people"]) == (
        "ask for the tests of the export", "2026-11-27", ["Maya"],
    )  # fmt: skip
    assert rapport("follow", "edit", "ask", "see the tests", "@dev", "(in 3 days)").lines == [
        "Changed: see the tests · Wed 25 · Dev · was Fri 27"
    ]
    assert rapport("undo").lines == [
        "Undone: Follow-up: ask for the tests of the export · Fri 27 · Maya · was Wed 25"
    ]


def test_one_that_is_late_is_said_otherwise_and_stays_late(rapport: Run) -> None:
    rapport("follow", "add", "back to support", "--on", "fri", "--now", "2026-11-19T12:00")
    assert rapport("follow", "edit", "back", "call support").lines == [
        "Changed: call support · Fri 20 · 2 days late"
    ]


def test_where_nothing_is_open_that_is_told(rapport: Run) -> None:
    assert "Nothing is to be followed up." in rapport("follow").refusal
    assert rapport("follow", "--json").json == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["add", " "], "has no words"),
        (["add", "ask @nobody"], "Nobody is known as @nobody."),
        (["add", "x", "--in", "soon"], "'in soon' is not a date"),
        (["add", "x", "--in", "3d", "--on", "fri"], "--on cannot be said together with --in"),
        (["add", "x", "--person", "nobody"], "There is no person 'nobody'."),
        (["add", "x", "--entry", "beef"], "There is no entry 'beef'."),
        (["done", "beef"], "There is no follow-up 'beef'."),
        (["move", "ask", "someday"], "'someday' is not a date"),
        (["move", "ask", "2026-11-29"], "due on 2026-11-29 already"),
        (["edit", "ask", "ask Dev"], "'ask Dev' is due on 2026-11-29 already"),
        (["edit", "ask", " "], "has no words"),
        (["edit", "ask", "ask @nobody"], "Nobody is known as @nobody."),
        (["edit", "ask", "ask him (yesterday)"], "2026-11-21 is over"),
        (["add", "ask @al"], "Nobody is known as @al. Did you mean @alba or @ali?"),
        (["edit", "beef", "ask"], "There is no follow-up 'beef'."),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    rapport: Run, words: list[str], why: str
) -> None:
    rapport("person", "add", "Alba")
    rapport("person", "add", "Ali")
    rapport("follow", "add", "ask Dev")
    assert why in rapport("follow", *words).refusal
    assert len(rapport("follow", "--json").json) == 1


def test_today_tells_what_is_late_or_due_soon(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    words = ("follow", "add", "back to support", "--on", "fri", "--person", "maya")
    rapport(*words, "--now", "2026-11-19T12:00")
    rapport("follow", "add", "far away", "--in", "8d")

    assert rapport("today").lines[-2:] == [
        "Follow-ups",
        "  back to support, Fri 20, 2 days late, Maya",
    ]
    (told,) = rapport("today", "--json").json["follow_ups"]
    assert list(told) == KEYS
    assert (told["text"], told["days_late"], told["people"]) == ("back to support", 2, ["Maya"])


def test_an_act_of_an_ally_is_told_with_the_commands_that_promise_its_two(rapport: Run) -> None:
    told = err_lines(rapport, "log", "respect", ALLY)
    assert len(told) == 2
    for line in told:
        assert line.startswith("To follow up: rapport follow add ")
        _, *words = shlex.split(line.removeprefix("To follow up: "))
        assert rapport(*words).code == 0

    (entry,) = rapport("entries", "--json").json
    made = rapport("follow", "--json").json
    assert [(each["text"], each["due"], each["people"]) for each in made] == [
        ("is it solved: the export's timeout", "2026-11-25", ["Maya", "Dev"]),
        ("back to them: the export's timeout", "2026-12-06", ["Maya", "Dev"]),
    ]
    assert {each["entry"] for each in made} == {entry["id"]}


def test_both_are_promised_with_the_log_and_taken_back_at_once(rapport: Run) -> None:
    assert rapport("log", "respect", ALLY, "--follow-up").lines[2:] == [
        "Follow-up: is it solved: the export's timeout · Wed 25 · Maya, Dev",
        "Follow-up: back to them: the export's timeout · Sun 6 · Maya, Dev",
    ]
    assert len(rapport("undo").lines) == 2
    assert rapport("follow", "--json").json == []
    assert len(rapport("entries", "--json").json) == 1

    told = rapport("log", "respect", "/ally", "--follow-up", "--json").json
    assert list(told) == ["entry", "habits", "follow_ups"]
    assert [list(each) for each in told["follow_ups"]] == [KEYS, KEYS]


def test_another_act_proposes_none_and_is_not_logged_where_they_are_asked_for(rapport: Run) -> None:
    assert "proposes no follow-up" in rapport("log", "respect", "x", "--follow-up").refusal
    assert rapport("entries", "--json").json == []
    assert rapport("log", "respect", "/skill the fix of the importer").code == 0
    assert rapport("log", "respect", "/skill the fix of the importer").err == ""


def test_what_is_moved_or_done_is_printed_as_json_too(rapport: Run) -> None:
    made = rapport("follow", "add", "ask Dev", "--json").json
    moved = rapport("follow", "move", "ask", "in 3d", "--json").json
    done = rapport("follow", "done", "ask", "--json").json

    assert moved == made | {"due": "2026-11-25"}
    assert done == moved | {"done": "2026-11-22"}
