"""`rapport northstar` shows and sets what the work is for, and entries of Vision stay on theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.program import Run

DECEMBER = ["--now", "2026-12-01T09:00"]


def test_it_is_set_shown_and_taken_back(rapport: Run) -> None:
    assert "There is no north star yet." in rapport("northstar").refusal
    assert rapport("northstar", "--json").out == "null\n"
    assert rapport("northstar", "Live", "in ten minutes").lines == [
        "North star: Live in ten minutes"
    ]
    assert rapport("northstar").lines == ["Live in ten minutes"]
    assert "already" in rapport("northstar", "Live in ten minutes").refusal
    assert rapport("northstar", "Two", "--json").json == {"text": "Two", "since": "2026-11-22"}
    assert rapport("undo").lines == ["Undone: North star: Two"]
    assert rapport("northstar").lines == ["Live in ten minutes"]


def test_its_history_tells_the_days_that_each_held(rapport: Run) -> None:
    assert "There is no north star yet." in rapport("northstar", "--history").refusal
    rapport("northstar", "One")
    rapport("northstar", "Two", *DECEMBER)

    assert rapport("northstar", "--history", *DECEMBER).lines == [
        "Sun 22 to Mon 30  One",
        "since today  Two",
    ]
    assert rapport("northstar", "--history", "--json", *DECEMBER).json == [
        {"text": "One", "since": "2026-11-22", "until": "2026-11-30"},
        {"text": "Two", "since": "2026-12-01", "until": None},
    ]
    assert rapport("northstar", "Three", "--history").code == 2


def test_an_entry_of_vision_names_the_one_that_held_and_no_other_entry_does(rapport: Run) -> None:
    rapport("log", "vision", "before it all")
    rapport("northstar", "One", "--now", "2026-11-22T10:00")
    rapport("log", "vision", "under one", "--now", "2026-11-22T11:00")
    rapport("northstar", "Two", *DECEMBER)
    rapport("log", "vision", "dated back (30 nov)", "--now", "2026-12-01T10:00")
    rapport("log", "thanks", "the fix", *DECEMBER)
    under_two = rapport("log", "vision", "under two", "--now", "2026-12-01T10:00", "--json").json

    assert under_two["entry"]["north_star"] == "Two"
    told = rapport("entries", "--json").json
    assert {each["what"]: each.get("north_star", "-") for each in told} == {
        "before it all": None,
        "under one": "One",
        "dated back": "One",
        "the fix": "-",
        "under two": "Two",
    }
