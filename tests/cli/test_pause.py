"""`rapport pause` lets days not count, `rapport resume` ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Run


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["today"], "everything · from today on"),
        (["today", "today"], "everything · today"),
        (["mon", "fri"], "everything · Mon 23 to Fri 27"),
        (["24 dec", "2 jan"], "everything · 24 Dec to 2 Jan 2027"),
        (["yesterday", "in 2 days"], "everything · Sat 21 to Mon 23"),
        (["2026-11-16", "2026-11-18"], "everything · Mon 16 to Wed 18"),
        (["last mon", "wed"], "everything · Mon 16 to Wed 18"),
        (["today", "fri", "--practice", "growth"], "Growth · today to Fri 27"),
        (["today", "fri", "--habit", "share"], "Share a customer story · today to Fri 27"),
        (["--person", "maya", "today", "fri"], "Maya is away · today to Fri 27"),
    ],
)
def test_days_rest_for_what_is_named(rapport: Run, words: list[str], told: str) -> None:
    rapport("log", "thanks", "@maya the fix")
    assert rapport("pause", *words).lines == [f"Paused: {told}"]
    assert rapport("pause").lines == [told]
    assert rapport("undo").lines == [f"Undone: {told}"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("24 dec", "from 24 Dec on"),
        ("24 dec 2 jan", "24 Dec to 2 Jan 2027"),
        ("24 dec to 2 jan", "24 Dec to 2 Jan 2027"),
        ("mon to fri", "Mon 23 to Fri 27"),
        ("in 2 weeks 24 dec", "Sun 6 to 24 Dec"),
    ],
)
def test_days_need_no_quotes(rapport: Run, words: str, days: str) -> None:
    assert rapport("pause", *words.split()).lines == [f"Paused: everything · {days}"]


def test_pauses_as_json_have_the_documented_shape(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    made = rapport("pause", "today", "--person", "maya", "--json").json[0]
    assert list(made) == ["id", "first", "last", "practice", "habit", "person", "note"]
    assert (made["first"], made["last"], made["person"]) == ("2026-11-22", None, "Maya")
    assert rapport("pause", "--json").json == [made]
    rapport("undo")
    of_habit = rapport("pause", "today", "fri", "--habit", "share", "--json").json[0]
    assert of_habit["habit"] == rapport("habits", "--json").json[1]["id"]


def test_without_a_pause_a_word_of_help_goes_to_standard_error(rapport: Run) -> None:
    done = rapport("pause")
    assert (done.code, done.out) == (0, "")
    assert done.refusal.startswith("Nothing is paused. Try: rapport pause today fri")
    assert rapport("pause", "--json").json == []


def test_the_pauses_of_one_thing_are_listed_alone(rapport: Run) -> None:
    rapport("pause", "today", "fri")
    rapport("pause", "today", "fri", "--habit", "share")
    rapport("pause", "today", "fri", "--practice", "growth")

    assert len(rapport("pause", "--json").json) == 3
    (of_habit,) = rapport("pause", "--habit", "share").lines
    assert "Share a customer story" in of_habit
    assert [each["practice"] for each in rapport("pause", "--practice", "7", "--json").json] == [
        "growth"
    ]
    assert rapport("pause", "--practice", "trust").refusal == (
        "It has no pause of its own. 'rapport pause' lists all pauses."
    )
    assert rapport("pause", "--habit", "nope").code == 1


def test_a_pause_holds_a_streak_and_resuming_ends_it(rapport: Run) -> None:
    rapport("log", "thanks", "one")
    rapport("log", "thanks", "two")
    rapport("pause", "mon")
    christmas = ["--now", "2026-12-24"]
    assert rapport("habits", *christmas).lines[-1].endswith("1 week · paused")
    assert rapport("resume", *christmas).lines == ["Resumed: everything · 23 Nov to Wed 23"]
    assert "1 week" in rapport("habits", *christmas).lines[-1]


def test_a_pause_to_come_is_withdrawn(rapport: Run) -> None:
    rapport("pause", "mon", "fri")
    rapport("pause", "24 dec", "2 jan")
    rapport("pause", "mon", "--practice", "growth")
    assert rapport("resume").refusal == (
        "No such pause runs today, only from 2026-11-23 and from 2026-12-24. "
        "'rapport resume --planned' withdraws what is to come."
    )
    assert rapport("resume", "--planned").refusal == (
        "2 such pauses are to come, from 2026-11-23 and from 2026-12-24. Name the first day of one."
    )
    assert rapport("resume", "--planned", "mon").lines == [
        "Withdrawn: everything · Mon 23 to Fri 27"
    ]
    assert rapport("resume", "--planned").lines == ["Withdrawn: everything · 24 Dec to 2 Jan 2027"]
    assert rapport("resume", "--planned", "--practice", "growth").code == 0
    assert rapport("resume", "--planned").refusal.startswith("No such pause is to come.")
    assert rapport("pause", "--json").json == []
    rapport("undo")
    assert rapport("pause").lines == ["Growth · from Mon 23 on"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["pause", "fri", "mon", "--practice", "cooking"], "There is no practice 'cooking'."),
        (["pause", "today", "--person", "bob"], "There is no person 'bob'. People are known once"),
        (["pause", "today", "--habit", "lunch"], "There is no habit 'lunch'."),
        (["pause", "today", "yesterday"], "The pause would end on 2026-11-21, before it begins"),
        (
            ["pause", "whenever"],
            "'whenever' is not a date that is understood.",
        ),
        (
            ["pause", "1969-01-01"],
            "1969-01-01 is out of range. Name a date from 1970",
        ),
        (["pause", "2200-01-01"], "2200-01-01 is out of range."),
        (["resume"], "No such pause runs today. 'rapport pause' lists all pauses."),
    ],
)
def test_what_cannot_rest_is_told_on_one_line(rapport: Run, words: list[str], message: str) -> None:
    done = rapport(*words)
    assert done.code == 1
    assert done.refusal.startswith(message)
    assert rapport("pause", "--json").json == []


def test_only_one_thing_is_named(rapport: Run) -> None:
    done = rapport("pause", "today", "--practice", "growth", "--person", "maya")
    assert done.code == 2
    assert "cannot be said together with --practice" in done.refusal


def test_a_pause_to_come_is_told_with_each_habit_that_it_covers(rapport: Run) -> None:
    rapport("pause", "2026-11-30", "2026-12-04", "--practice=vision")
    days = "from Mon 30 Nov to Fri 4 Dec"
    today, habits = rapport("today").lines, rapport("habits").lines

    assert today[2:7] == [
        "1 Vision",
        "  promise: Tie the work to the north star, weekly",
        "  streak: none yet",
        "  status: on track, by Sun 29",
        f"  pause: {days}",
    ]
    assert [line for line in today if "pause" in line] == [today[6]]
    assert habits[0].endswith(f" · pause {days}")
    assert [line for line in habits if "pause" in line] == [habits[0]]


def test_what_was_resumed_is_printed_as_json_too(rapport: Run) -> None:
    (made,) = rapport("pause", "today", "--json").json

    (ended,) = rapport("resume", "--json").json
    assert ended["id"] == made["id"]
    assert rapport("pause", "--json").json == []
