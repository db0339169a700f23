"""`rapport log` logs an act and tells the entry and the streak it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.model import Recognition
from habits.practices import PRACTICES

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.practices import Practice
    from habits.store.home import Home
    from tests.cli.program import Run

ENTRY_KEYS = ["id", "date", "practice", "move", "what", "why", "people", "tags", "logged_at"]
HABIT_KEYS = [
    "id", "name", "cadence", "flagship", "status", "current", "best", "total", "rate", "rate_90",
    "score", "completions", "target", "days_left", "next_due", "left",
]  # fmt: skip


def test_a_log_tells_the_entry_and_the_streak(rapport: Run) -> None:
    line = "@maya the on-call fix because it saved the launch #team"
    assert rapport("log", "thanks", line).lines == [
        "Thanks · Maya (new) · the on-call fix · because it saved the launch · #team · today",
        "Thank someone and say why · twice a week · on track · by Sun 29",
    ]
    assert rapport("log", "thanks", "@maya the docs (yesterday)").lines == [
        "Thanks · Maya · the docs · Sat 21",
        "Thank someone and say why · twice a week · 1 week · done · next by Sun 29",
    ]


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.slug)
def test_a_practice_is_meant_by_its_key_its_name_or_the_beginning_of_it(
    rapport: Run, practice: Practice
) -> None:
    slug = practice.slug
    beginning = {"trust": "tr", "thanks": "th"}.get(slug, slug[0])
    for word in (str(practice.key), slug, practice.name.upper(), beginning):
        assert rapport("log", word, "x", "--json").json["entry"]["practice"] == slug


def test_a_bare_log_is_enough(rapport: Run) -> None:
    assert rapport("log", "3").lines == [
        "Trust · today",
        "Hand over the how · weekly · 1 week · done · next by Sun 29",
    ]


def test_json_is_the_entry_and_the_habits_it_counts_for(rapport: Run) -> None:
    line = "/quiet @maya @dev the fix because it held #team #ops (2026-11-20)"
    told = rapport("log", "thanks", line, "--json").json

    assert list(told) == ["entry", "habits"]
    entry = told["entry"]
    assert list(entry) == ENTRY_KEYS
    assert len(entry.pop("id")) == 36
    assert entry == {
        "date": "2026-11-20",
        "practice": "thanks",
        "move": "quiet",
        "what": "the fix",
        "why": "it held",
        "people": ["Maya", "Dev"],
        "tags": ["team", "ops"],
        "logged_at": "2026-11-22T08:30:00+00:00",
    }
    (habit,) = told["habits"]
    assert list(habit) == HABIT_KEYS
    assert (habit["name"], habit["cadence"]) == ("Thank someone and say why", "twice a week")
    assert (habit["flagship"], habit["completions"], habit["target"]) == (True, 1, 2)


def test_what_was_not_said_is_null_or_empty_in_json(rapport: Run) -> None:
    entry = rapport("log", "thanks", "--json").json["entry"]
    assert (entry["move"], entry["what"], entry["why"]) == (None, "", "")
    assert (entry["people"], entry["tags"]) == ([], [])


@pytest.mark.parametrize(
    "words",
    [
        ["log", "trust", "the how", "--on", "fri", "--why", "they know", "--tag", "x"],
        ["log", "--on", "fri", "--why", "they know", "--tag", "x", "trust", "the how"],
        ["log", "trust", "--on", "fri", "the", "--why=they know", "how", "--tag=#X"],
        ["log", "trust", "the", "how", "#x", "(fri)", "--why", "they know"],
        ["log", "trust", "the how because they know", "--on", "3", "--on", "fri", "--tag", "x"],
    ],
)
def test_options_stand_before_between_and_behind_the_words(rapport: Run, words: list[str]) -> None:
    entry = rapport(*words, "--json").json["entry"]
    assert (entry["what"], entry["why"]) == ("the how", "they know")
    assert (entry["date"], entry["tags"]) == ("2026-11-20", ["x"])


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("sun", "2026-11-22"),
        ("last sunday", "2026-11-15"),
        ("3 days ago", "2026-11-19"),
        ("20 Nov", "2026-11-20"),
        ("2025-12-24", "2025-12-24"),
    ],
)
def test_on_dates_the_entry(rapport: Run, phrase: str, date: str) -> None:
    assert rapport("log", "thanks", "x", "--on", phrase, "--json").json["entry"]["date"] == date


def test_on_and_why_leave_their_words_in_the_line(rapport: Run) -> None:
    line = "what I said because of it (fri)"
    entry = rapport("log", "thanks", line, "--on", "sat", "--why", "so", "--json").json["entry"]
    assert (entry["what"], entry["why"], entry["date"]) == (line, "so", "2026-11-21")


def test_an_empty_why_says_that_there_is_none(rapport: Run) -> None:
    entry = rapport("log", "thanks", "it because of that", "--why", "", "--json").json["entry"]
    assert (entry["what"], entry["why"]) == ("it because of that", "")


def test_tags_are_joined_without_repeats_and_empty_ones_are_left_out(rapport: Run) -> None:
    tags = ["--tag", "#Team", "--tag", "ops", "--tag", "", "--tag", "team"]
    entry = rapport("log", "thanks", "x #ops", *tags, "--json").json["entry"]
    assert entry["tags"] == ["ops", "team"]


def test_words_after_two_dashes_are_text_whatever_they_look_like(rapport: Run) -> None:
    entry = rapport("log", "thanks", "--json", "--", "--help", "-x").json["entry"]
    assert entry["what"] == "--help -x"


def test_a_text_that_begins_with_a_dash_and_has_blanks_is_text(rapport: Run) -> None:
    entry = rapport("log", "thanks", "-1 bug, thanks to @dev", "--json").json["entry"]
    assert entry["what"] == "-1 bug, thanks to Dev"


def test_nul_and_lone_halves_of_characters_are_left_out(rapport: Run) -> None:
    entry = rapport("log", "thanks", "be\0fore \ud83cand\udcff", "--json").json["entry"]
    assert entry["what"] == "before and"


def test_a_public_act_for_who_likes_a_talk_of_two_is_logged_and_that_is_told(
    rapport: Run, home: Home, clock: FixedClock
) -> None:
    rapport("log", "thanks", "@maya and @ana and @dev the release")
    workspace = service.open_workspace(home, clock)
    for person in service.people(workspace)[:2]:
        service.edit_person(workspace, person.id, recognition=Recognition.PRIVATE)

    assert rapport("log", "credit", "/public @maya the importer").lines
    public = rapport("log", "thanks", "@ana and @dev the importer", "--tag", "public")
    assert public.err == (
        "rapport: Ana and Dev like to hear it in a 1:1; this is logged as public. "
        "'rapport undo' takes it back.\n"
    )
    assert len(rapport("entries", "--json").json) == 3
