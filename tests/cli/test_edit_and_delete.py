"""`rapport edit` changes what an entry says, `rapport delete` takes it away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.cli.program import Run


def logged(rapport: Run, *words: str) -> str:
    return str(rapport("log", *words, "--json").json["entry"]["id"])


def only(rapport: Run) -> dict[str, Any]:
    (entry,) = rapport("entries", "--json").json
    return dict(entry)


def test_an_entry_says_what_is_said_anew_and_keeps_its_date(rapport: Run) -> None:
    key = logged(rapport, "thanks", "@maya the fix (fri)")

    done = rapport("edit", key, "@dev", "the other fix because it held #team")

    assert (
        done.lines[0]
        == "Changed: Thanks · Dev (new) · the other fix · because it held · #team · Fri 20"
    )
    entry = only(rapport)
    assert (entry["people"], entry["what"], entry["why"]) == (["Dev"], "the other fix", "it held")
    assert (entry["id"], entry["date"]) == (key, "2026-11-20")


def test_the_end_of_an_id_is_enough_and_entries_show_it(rapport: Run) -> None:
    logged(rapport, "thanks", "first")
    logged(rapport, "trust", "second (fri)")
    short, day, *rest = rapport("entries", "--ids").lines[0].split()

    assert (day, rest) == ("2026-11-20", ["Trust", "·", "second"])
    rapport("edit", short, "third")
    assert [each["what"] for each in rapport("entries", "--json").json] == ["third", "first"]


def test_single_things_are_changed_and_all_else_stays(rapport: Run) -> None:
    logged(rapport, "thanks", "/quiet @maya the fix because it held #team")

    rapport("edit", "last", "--on", "fri", "--why", "@ana asked", "--tag", "launch")

    entry = only(rapport)
    assert (entry["date"], entry["why"]) == ("2026-11-20", "Ana asked")
    assert (entry["people"], entry["tags"]) == (["Maya", "Ana"], ["team", "launch"])
    assert (entry["what"], entry["move"]) == ("the fix", "quiet")


def test_an_empty_text_takes_a_reason_a_kind_and_the_tags_out(rapport: Run) -> None:
    logged(rapport, "thanks", "/quiet @maya the fix because it held #team #launch")

    rapport("edit", "last", "--why", "", "--move", "", "--tag", "", "--tag", "calm")

    entry = only(rapport)
    assert (entry["why"], entry["move"], entry["tags"]) == ("", None, ["calm"])
    assert (entry["what"], entry["people"]) == ("the fix", ["Maya"])


def test_a_kind_is_named_beside_a_text_and_alone_by_its_beginning(rapport: Run) -> None:
    logged(rapport, "thanks", "@maya the fix")

    rapport("edit", "last", "@maya the docs", "--move", "qui")
    assert (only(rapport)["what"], only(rapport)["move"]) == ("the docs", "quiet")
    rapport("edit", "last", "--move", "rel")
    assert (only(rapport)["what"], only(rapport)["move"]) == ("the docs", "relay")


def test_the_last_entry_is_the_one_made_last_whatever_its_date(rapport: Run) -> None:
    logged(rapport, "thanks", "today's")
    logged(rapport, "thanks", "an older one (3 days ago)")

    assert rapport("edit", "last", "--why", "x", "--json").json["what"] == "an older one"


def test_a_habit_that_an_edit_moves_tells_how_it_stands(rapport: Run) -> None:
    logged(rapport, "vision", "x (8 days ago)")
    told = rapport("edit", "last", "--on", "today").lines
    assert told[0] == "Changed: Vision · x · today, was Sat 14"
    assert told[1].startswith("Tie the work to the north star · weekly · 1 week · done")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["edit", "last", "x", "--on", "2030-01-01"], "2030-01-01 is in the future."),
        (["edit", "last", "/cook x"], "Thanks has no move '/cook'."),
        (["edit", "last", "--move", "cook"], "Thanks has no move '/cook'."),
        (["edit", "last", "--why", "y" * 10_000], "The note has 10,003 characters;"),
        (["edit", "last", "fix"], "Nothing would change."),
        (["edit", "last", "--on", "today"], "Nothing would change."),
        (["edit", "last"], "It is not said what is to be different."),
        (["edit", "0000", "x"], "There is no entry '0000'."),
        (["delete", "lats"], "There is no entry 'lats'."),
    ],
)
def test_what_cannot_be_is_refused_and_the_entry_is_as_it_was(
    rapport: Run, words: list[str], said: str
) -> None:
    logged(rapport, "thanks", "fix")
    before = only(rapport)

    done = rapport(*words)

    assert done.code == 1
    assert done.refusal.startswith(said)
    assert only(rapport) == before


@pytest.mark.parametrize("verb", ["edit", "delete"])
def test_where_nothing_is_logged_there_is_no_last_entry(rapport: Run, verb: str) -> None:
    done = rapport(verb, "last")
    assert (done.code, done.refusal) == (
        1,
        "There is no entry 'last'. 'rapport entries --ids' shows the ids.",
    )


def test_a_deleted_entry_is_gone_told_and_brought_back_by_undo(rapport: Run) -> None:
    key = logged(rapport, "thanks", "@maya the fix")

    done = rapport("delete", key[-6:])

    assert done.code == 0
    assert done.out.splitlines()[0] == "Deleted: Thanks · Maya · the fix · today"
    assert done.err == "rapport: 'rapport undo' brings it back.\n"
    assert rapport("entries", "--json").json == []
    rapport("undo")
    assert only(rapport)["id"] == key


def test_without_a_word_the_entry_opens_in_the_editor(
    rapport: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    logged(rapport, "thanks", "@maya the fix because it held")
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncat "$1" > {tmp_path}/seen\necho "@maya the docs" > "$1"\n')
    editor.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert rapport("edit", "last").code == 0

    assert (tmp_path / "seen").read_text() == "@maya the fix because it held\n"
    assert (only(rapport)["what"], only(rapport)["why"]) == ("the docs", "")
