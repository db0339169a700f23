"""With `--json` an act prints what it came to, in the shape that listing it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run


def test_an_entry_that_is_deleted_is_printed_as_it_was(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix because it held")
    (listed,) = rapport("entries", "--json").json

    assert rapport("delete", "last", "--json").json == listed
    assert rapport("entries", "--json").json == []


def test_a_restore_counts_what_came_back_what_went_and_what_is_otherwise(
    rapport: Run, tmp_path: Path
) -> None:
    rapport("log", "thanks", "@maya one")
    rapport("log", "thanks", "two")
    rapport("backup", str(tmp_path / "copy.json"))
    rapport("edit", "last", "three")
    rapport("log", "trust", "@dev four")

    counts = rapport("restore", str(tmp_path / "copy.json"), "--json").json
    assert counts["entries"] == {"came": 0, "went": 1, "changed": 1}
    assert counts["people"] == {"came": 0, "went": 1, "changed": 0}
    assert counts["pauses"] == {"came": 0, "went": 0, "changed": 0}


def test_an_act_that_is_taken_back_or_done_again_is_told_as_history_tells_it(rapport: Run) -> None:
    rapport("log", "trust", "the map")
    assert rapport("undo", "--json").json == {
        "deed": "undid",
        "lines": ["Trust · the map · today"],
    }
    assert rapport("redo", "--json").json == {
        "deed": "redid",
        "lines": ["Trust · the map · today"],
    }
    latest = rapport("history", "--json").json[-1]
    assert (latest["deed"], latest["lines"]) == ("redid", ["Trust · the map · today"])


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("person add Zoë --role designer", "role", "designer"),
        ("person edit maya --handle m", "handle", "m"),
        ("person leave maya --on 2026-11-20", "left", "2026-11-20"),
        (
            "person back ana --on 2026-11-22",
            "away",
            [{"first": "2026-11-21", "last": "2026-11-21"}],
        ),
        ("person merge tom maya", "name", "Maya"),
    ],
)
def test_a_person_is_printed_as_they_are_afterwards(
    rapport: Run, words: str, field: str, value: object
) -> None:
    rapport("log", "thanks", "@maya and @tom and @ana the fix", "--on", "2026-11-16")
    rapport("person", "leave", "ana", "--on", "2026-11-20")

    person = rapport(*words.split(), "--json").json

    assert person[field] == value
    shown = rapport("person", "show", person["handle"], "--json").json
    assert person == {name: shown[name] for name in person}


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("practice edit thanks --name Gratitude", "name", "Gratitude"),
        ("practice archive thanks", "active", False),
        ("practice start credit", "active", True),
    ],
)
def test_a_practice_is_printed_as_it_is_afterwards(
    rapport: Run, words: str, field: str, value: object
) -> None:
    rapport("practice", "archive", "credit")

    practice = rapport(*words.split(), "--json").json

    assert practice[field] == value
    assert practice in rapport("practice", "--json").json
