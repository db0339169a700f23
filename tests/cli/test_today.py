"""`rapport today` tells the eight practices as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_log import HABIT_KEYS

if TYPE_CHECKING:
    from tests.cli.program import Run


def test_a_new_home_reads_without_blame(rapport: Run) -> None:
    lines = rapport("today").lines

    assert lines[:5] == [
        "Sun 22 Nov 2026 · week 47",
        "",
        "1 Vision",
        "  promise: Tie the work to the north star, weekly",
        "  streak: none yet",
    ]
    assert [line for line in lines if line[:1].isdigit()] == [
        "1 Vision",
        "2 Empathy",
        "3 Trust",
        "4 Respect",
        "5 Productivity",
        "6 Credit",
        "7 Growth",
        "8 Thanks",
    ]
    assert len(lines) == 1 + 8 * 5


def test_a_practice_tells_one_fact_a_line(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the docs (yesterday)", "--now", "2026-11-22T08:00")
    rapport("log", "thanks", "@maya the on-call fix (sat)", "--now", "2026-11-22T08:30")
    rapport("log", "thanks", "(sun)")

    assert rapport("today").lines[-6:] == [
        "",
        "8 Thanks",
        "  promise: Thank someone and say why, twice a week",
        "  streak: 1 week",
        "  status: done, next by Sun 29",
        "  last: Maya: the on-call fix, Sat 21",
    ]


def test_what_happened_without_words_is_told_by_whom_it_was_for(rapport: Run) -> None:
    rapport("log", "thanks", "@maya")
    assert rapport("today").lines[-1] == "  last: Maya, today"


def test_json_has_the_documented_shape(rapport: Run) -> None:
    told = rapport("today", "--json").json

    assert list(told) == ["as_of", "practices", "follow_ups"]
    assert told["as_of"] == "2026-11-22"
    assert [(p["key"], p["slug"], p["name"]) for p in told["practices"]] == [
        (1, "vision", "Vision"),
        (2, "empathy", "Empathy"),
        (3, "trust", "Trust"),
        (4, "respect", "Respect"),
        (5, "productivity", "Productivity"),
        (6, "credit", "Credit"),
        (7, "growth", "Growth"),
        (8, "thanks", "Thanks"),
    ]
    for practice in told["practices"]:
        assert list(practice) == ["key", "slug", "name", "streak", "status", "habits", "last"]
        assert practice["streak"] == {"current": 0, "best": 0}
        assert practice["last"] is None
        (habit,) = practice["habits"]
        assert list(habit) == HABIT_KEYS
        assert practice["status"] == habit["status"]


def test_json_tells_the_figures_of_a_habit(rapport: Run) -> None:
    rapport("log", "trust", "kept", "--now", "2026-11-02T12:00")
    rapport("log", "trust", "kept again", "--now", "2026-11-10T12:00")
    trust = rapport("today", "--json").json["practices"][2]
    habit = trust["habits"][0]
    habit.pop("id")

    assert trust["streak"] == {"current": 2, "best": 2}
    assert trust["last"] == {"date": "2026-11-10", "text": "kept again"}
    assert habit == {
        "name": "Hand over the how",
        "cadence": "weekly",
        "flagship": True,
        "status": "due today",
        "current": 2,
        "best": 2,
        "total": 2,
        "rate": 1.0,
        "rate_90": 1.0,
        "score": habit["score"],
        "completions": 0,
        "target": 1,
        "days_left": 1,
        "next_due": "2026-11-22",
        "left": [],
    }
    assert 0 < habit["score"] < 1
    assert round(habit["score"], 3) == habit["score"]


def test_json_has_no_rate_where_nothing_is_over_yet(rapport: Run) -> None:
    habit = rapport("today", "--json").json["practices"][0]["habits"][0]
    assert (habit["rate"], habit["rate_90"]) == (None, None)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2026-11-22T23:59", "Sun 22 Nov 2026 · week 47"),
        ("2026-11-23", "Mon 23 Nov 2026 · week 48"),
        ("2027-01-01T00:00", "Fri 1 Jan 2027 · week 53"),
    ],
)
def test_today_is_the_day_of_the_clock(rapport: Run, word: str, day: str) -> None:
    assert rapport("today", "--now", word).lines[0] == day


def test_a_miss_is_said_once_and_in_numbers(rapport: Run) -> None:
    for day in ("2026-10-27", "2026-11-03", "2026-11-10"):
        rapport("log", "trust", f"the how ({day})", "--now", f"{day}T10:00")
    later = rapport("today", "--now", "2026-11-23T09:00")

    told = [line for line in later.lines if "now 0" in line or "missed" in line or "lost" in line]
    assert told == ["  status: best 3, now 0, open until Sun 29"]
    assert "miss" not in later.out
