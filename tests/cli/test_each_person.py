"""A promise to each person, and one of not doing: how both stand in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Run

TALKS = (
    *("habit", "add", "growth", "Career talk", "--every", "quarterly", "--each-person"),
    *("--moves", "talk", "--from", "2026-10-01"),
)


@pytest.fixture
def team(rapport: Run) -> Run:
    """The program, with three engineers who are each promised a career talk in a quarter."""
    rapport("log", "thanks", "@maya @tom @ana the launch (2026-10-01)")
    rapport(*TALKS)
    return rapport


def standing(rapport: Run, *words: str) -> str:
    """Return how the talks stand, as `habits` tells it."""
    (line,) = (line for line in rapport("habits", *words).lines if "Career talk" in line)
    return line.partition(" · /talk · ")[2]


def left(rapport: Run) -> list[str]:
    """Return who is still to be reached, as the JSON of today tells it."""
    growth = rapport("today", "--json").json["practices"][6]
    (names,) = (each["left"] for each in growth["habits"] if each["name"] == "Career talk")
    return list(names)


def test_one_talk_with_all_three_reaches_each_of_them(team: Run) -> None:
    assert standing(team) == "on track · by 31 Dec · still to reach: Ana, Maya, Tom"
    assert (
        team("log", "growth", "/talk @maya @tom @ana the next year")
        .lines[-1]
        .endswith("1 quarter · done · next by 31 Mar 2027")
    )
    assert left(team) == []
    team("undo")
    assert left(team) == ["Ana", "Maya", "Tom"]


def test_another_act_with_somebody_is_no_talk(team: Run) -> None:
    team("log", "growth", "/spark @maya protocols")
    team("log", "thanks", "@maya the fix")
    assert left(team) == ["Ana", "Maya", "Tom"]


def test_a_quarter_that_left_one_out_is_told_once_and_the_next_one_is_open(team: Run) -> None:
    team("log", "growth", "/talk @maya @tom the next year")
    after = standing(team, "--now", "2027-01-05T10:00")
    assert after == "open until 31 Mar · still to reach: Ana, Maya, Tom"


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        (("person", "leave", "ana", "--on", "2026-11-14"), ["Maya", "Tom"]),
        (("person", "leave", "ana", "--on", "2026-11-15"), ["Ana", "Maya", "Tom"]),
        (("person", "edit", "ana", "--joined", "2026-11-17"), ["Maya", "Tom"]),
        (("person", "edit", "ana", "--joined", "2026-11-16"), ["Ana", "Maya", "Tom"]),
        (("pause", "2026-11-15", "--person", "ana"), ["Maya", "Tom"]),
        (("pause", "2026-11-16", "--person", "ana"), ["Ana", "Maya", "Tom"]),
        (("pause", "2026-11-15"), []),
        (("log", "thanks", "@dev the review (2026-11-17)"), ["Ana", "Maya", "Tom"]),
        (("log", "thanks", "@dev the review (2026-11-16)"), ["Ana", "Dev", "Maya", "Tom"]),
    ],
)
def test_who_is_there_for_half_of_the_quarter_is_to_be_reached_in_it(
    team: Run, words: tuple[str, ...], reached: list[str]
) -> None:
    assert team(*words).code == 0
    assert left(team) == reached
    team("undo")
    assert left(team) == ["Ana", "Maya", "Tom"]


@pytest.mark.parametrize(
    ("practice", "phrase"),
    [
        ("growth", "every 3 days"),
        ("growth", "every friday"),
        ("trust", "never"),
        ("trust", "at most twice a month"),
    ],
)
def test_what_is_not_counted_in_periods_is_not_promised_to_each_person(
    rapport: Run, practice: str, phrase: str
) -> None:
    done = rapport("habit", "add", practice, "x", "--every", phrase, "--each-person")
    assert "cannot hold for each person: that is counted in calendar periods." in done.refusal
    assert len(rapport("habits").lines) == 8


def limit(rapport: Run, *words: str) -> str:
    """Return how the limit stands, as `habits` tells it."""
    (line,) = (line for line in rapport("habits", *words).lines if "I leave the how" in line)
    return line.partition("I leave the how · ")[2]


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("never", "never · 7 wk clean · on track"),
        ("no more than twice a week", "at most twice a week · 7 wk clean · on track"),
        ("at most once a month", "at most once a month · 1 mo clean · on track"),
    ],
)
def test_a_limit_grows_by_each_clean_period_without_a_log(
    rapport: Run, phrase: str, told: str
) -> None:
    rapport("habit", "add", "trust", "I leave the how", "--every", phrase, "--from", "2026-10-01")
    assert limit(rapport) == told


def test_a_slip_over_the_limit_counts_at_once_is_said_once_and_clean_weeks_begin_anew(
    rapport: Run,
) -> None:
    words = ["--every", "at most once a week", "--from", "2026-10-01"]
    rapport("habit", "add", "trust", "I leave the how", *words)
    rapport("log", "trust", "/dictated the schema")
    assert limit(rapport).endswith("7 wk clean · 1 slip this week · limit 1")
    rapport("log", "trust", "/dictated the retries")
    assert limit(rapport) == "at most once a week · 2 slips this week · limit 1"
    habits = rapport("today", "--json").json["practices"][2]["habits"]
    assert [(each["name"], each["status"]) for each in habits][1:] == [
        ("I leave the how", "slipped")
    ]

    later = limit(rapport, "--now", "2026-12-08T10:00")
    assert later == "at most once a week · 2 wk clean · on track"
