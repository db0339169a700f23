"""The eight practices from the shell: named, taught, archived, started, and given more promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Run

FRIDAY = ["--now", "2026-11-27"]


def test_the_first_log_of_a_practice_that_is_not_started_says_how_to_start_it(rapport: Run) -> None:
    rapport("practice", "archive", "growth")
    assert rapport("log", "growth", "a talk").err == (
        "rapport: Growth is not started. 'rapport practice start growth' starts it from today.\n"
    )
    assert rapport("log", "growth", "another").err == ""


def test_the_practices_are_listed_with_their_moves(rapport: Run) -> None:
    rapport("practice", "archive", "trust")
    lines = rapport("practice").lines
    assert [line for line in lines if not line.startswith("  ")] == [
        "1 Vision: started",
        "2 Empathy: started",
        "3 Trust: not started",
        "4 Respect: started",
        "5 Productivity: started",
        "6 Credit: started",
        "7 Growth: started",
        "8 Thanks: started",
    ]
    trust = lines.index("3 Trust: not started")
    assert lines[trust + 1] == "  /context give it, then stop"
    assert lines[trust + 5] == "  slip: /dictated I said how to build it"


def test_the_practices_are_told_as_json(rapport: Run) -> None:
    rapport("practice", "edit", "8", "--name", "Gratitude")
    thanks = rapport("practice", "--json").json[7]
    moves = thanks.pop("moves")
    assert thanks == {"key": 8, "slug": "thanks", "name": "Gratitude", "active": True}
    assert moves[0] == {"slug": "thanks", "meaning": "for one act", "slip": False}


def test_a_practice_is_found_and_told_by_its_new_name(rapport: Run) -> None:
    edit = ["practice", "edit", "thanks", "--name", "Gratitude"]
    shoutout = ["--move", "shoutout", "--meaning", "in the channel"]
    assert rapport(*edit, *shoutout, "--drop-move", "quiet").lines == [
        "Changed: Thanks is now Gratitude",
        "Changed: Gratitude knows /shoutout, in the channel",
        "Changed: Gratitude no longer knows /quiet",
    ]
    assert rapport("log", "gratitude", "/shout the fix").lines[0] == (
        "Gratitude /shoutout · the fix · today"
    )
    assert rapport("entries").lines == ["2026-11-22  Gratitude /shoutout · the fix"]
    assert "8 Gratitude" in rapport("today").lines
    assert any("  Gratitude: Thank someone" in line for line in rapport("habits").lines)
    assert rapport("pause", "today", "--practice", "thanks").lines == [
        "Paused: Gratitude · from today on"
    ]
    for _ in range(2):
        rapport("undo")
    assert rapport("undo").lines == [
        "Undone: Gratitude is now Thanks",
        "Undone: Thanks knows /quiet, for unseen work: tests, docs, on-call",
        "Undone: Thanks no longer knows /shoutout",
    ]


def test_what_was_done_to_a_practice_is_in_the_history(rapport: Run) -> None:
    rapport("practice", "edit", "trust", "--move", "question", "--meaning", "ask first")
    (line,) = rapport("history").lines
    assert line.endswith("  here  Trust means by /question: ask first")


def test_a_practice_is_archived_and_started(rapport: Run) -> None:
    assert rapport("practice", "archive", "growth").lines == [
        "Archived: Talk about where someone wants to go · today",
        "Talk about where someone wants to go · monthly · not started",
    ]
    assert rapport("practice", "start", "growth", *FRIDAY).lines == [
        "Started: Talk about where someone wants to go · from today on · restored",
        "Talk about where someone wants to go · monthly · on track · by 31 Dec",
    ]
    assert rapport("undo", *FRIDAY).lines == [
        "Undone: Talk about where someone wants to go · from Sun 22 on · archived Sun 22"
    ]


def test_a_promise_of_the_catalogue_is_switched_on_by_its_name(rapport: Run) -> None:
    listing = ["habit", "add", "growth", "--from-catalogue"]
    assert rapport(*listing).lines == [
        "A career talk · quarterly · each person · /talk",
        "Tell their manager · quarterly · each person · /manager",
    ]
    assert rapport(*listing, "career", "talk").lines == [
        "Added: Growth: A career talk · quarterly · each person · /talk",
        "A career talk · quarterly · each person · /talk · no one yet",
    ]
    assert rapport(*listing, "--json").json == [
        {
            "name": "Tell their manager",
            "cadence": "quarterly",
            "moves": ["manager"],
            "each_person": True,
        }
    ]
    rapport("habit", "add", "7", "tell their", "--from-catalogue")
    done = rapport(*listing)
    assert (done.code, done.out) == (0, "")
    assert done.refusal == (
        "Everything on offer is promised already. 'rapport habits' shows how it stands."
    )


@pytest.mark.parametrize(
    ("words", "message", "code"),
    [
        (["practice", "edit", "cooking"], "There is no practice 'cooking'.", 1),
        (["practice", "edit", "thanks"], "Nothing would change.", 1),
        (["practice", "edit", "thanks", "--slip"], "--meaning and --slip say something of a", 2),
        (["practice", "edit", "thanks", "--meaning", "x"], "--meaning and --slip say someth", 2),
        (["practice", "edit", "thanks", "--move", "x"], "It is not said what /x means.", 1),
        (["practice", "edit", "thanks", "--drop-move", "x"], "Thanks has no move '/x'.", 1),
        (["practice", "start", "thanks"], "Thanks is started already.", 1),
        (
            ["practice", "thanks"],
            "There is no command 'practice thanks': after 'practice' comes nothing, or one",
            2,
        ),
        (["habit", "add", "growth", "--every", "weekly"], "A habit needs a name and --every", 2),
        (["habit", "add", "growth", "--from-catalogue", "nap"], "There is no promise on off", 1),
        (
            ["habit", "add", "growth", "talk", "--from-catalogue", "--every", "weekly"],
            "The catalogue says how often",
            2,
        ),
        (
            ["habit", "add", "growth", "talk", "--from-catalogue", "--each-person"],
            "The catalogue says how often",
            2,
        ),
    ],
)
def test_what_cannot_be_is_told_on_one_line(
    rapport: Run, words: list[str], message: str, code: int
) -> None:
    done = rapport(*words)
    assert done.code == code
    assert done.refusal.startswith(message)


def test_where_the_flagship_is_archived_the_next_habit_leads_and_entries_stay(rapport: Run) -> None:
    rapport("log", "vision", "tied the importer")
    rapport("habit", "add", "vision", "Ask it back", "--every", "every 4 weeks")
    rapport("habit", "archive", "Tie the work")

    lines = rapport("today").lines
    vision = lines[lines.index("1 Vision") :]
    assert vision[1] == "  promise: Ask it back, every 4 weeks"
    assert "  last: tied the importer, today" in lines
    assert len(rapport("entries", "--json").json) == 1
    rapport("practice", "archive", "vision")
    assert len(rapport("entries", "--json").json) == 1
