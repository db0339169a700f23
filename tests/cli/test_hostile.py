"""Any text can be logged and read back, and none of it reaches the terminal as an order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tinydb import TinyDB

from habits.text import clean, one_line, tidy
from tests.cli.program import run_program
from tests.hostile import HOSTILE, each_hostile, each_hostile_drawn

if TYPE_CHECKING:
    from habits.store.home import Home
    from tests.cli.program import Done, Run

ORDERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COMMANDS = (
    "today",
    "today --json",
    "entries",
    "entries --json",
    "people --all",
    "people --json",
    "review week",
    "review quarter --format md",
    "review quarter --format html",
    "review year --format svg",
    "review quarter --format json",
)


def assert_plain(done: Done) -> None:
    """Check that nothing but text and line ends was printed."""
    assert not ORDERS.search(done.out)
    assert not ORDERS.search(done.err)


@each_hostile
def test_a_hostile_text_is_kept_cleaned_or_refused_on_one_line(rapport: Run, hostile: str) -> None:
    done = rapport("log", "thanks", "--json", "--why", "", "--", hostile)

    assert_plain(done)
    if done.code:
        assert (done.code, bool(done.refusal)) == (1, True)
        return
    (entry,) = rapport("entries", "--json").json
    assert done.json["entry"] == entry
    if not re.search(r"[@#/]|yesterday:", hostile):
        assert entry["what"] == tidy(hostile)


@each_hostile_drawn
def test_hostile_reasons_and_tags_are_printed_as_text(rapport: Run, hostile: str) -> None:
    logged = rapport("log", "thanks", f"--why={hostile}", f"--tag={hostile}", "it (fri)")
    assert_plain(logged)
    assert logged.code in {0, 1}
    for command in COMMANDS:
        assert_plain(rapport(*command.split()))
    undone = rapport("undo")
    assert_plain(undone)
    assert undone.code == logged.code


@each_hostile_drawn
def test_a_hostile_promise_is_kept_cleaned_or_refused_on_one_line(
    rapport: Run, hostile: str
) -> None:
    added = rapport("habit", "add", "--every=weekly", "--json", "growth", "--", hostile)
    assert_plain(added)
    if added.code:
        assert (added.code, bool(added.refusal)) == (1, True)
        return
    assert added.json["name"] == one_line(hostile)
    short = added.json["id"][-12:]
    for words in (
        ["habits"],
        ["today"],
        ["habit", "skip", "--", hostile],
        ["pause", "today", f"--habit={hostile}"],
        ["pause"],
        ["habit", "edit", short, "--name=x"],
        ["habit", "archive", "x"],
        ["undo"],
        ["undo"],
        ["undo"],
    ):
        done = rapport(*words)
        assert_plain(done)
        assert done.code in {0, 1}


@each_hostile_drawn
def test_a_hostile_name_or_meaning_is_kept_cleaned_or_refused_on_one_line(
    rapport: Run, hostile: str
) -> None:
    for words in (
        ["practice", "edit", "thanks", f"--name={hostile}"],
        ["practice", "edit", "thanks", "--move=said", f"--meaning={hostile}"],
        ["practice", "edit", "thanks", f"--move={hostile}", "--meaning=x"],
        ["practice", "edit", "thanks", f"--drop-move={hostile}"],
        ["log", f" {hostile}", "/said x"],
        ["practice"],
        ["practice", "--json"],
        ["habits"],
        ["habit", "add", "thanks", "--from-catalogue", "--", hostile],
        ["practice", "archive", f" {hostile}"],
        ["history"],
        ["undo"],
        *map(str.split, COMMANDS),
    ):
        done = rapport(*words)
        assert_plain(done)
        assert done.code in {0, 1}


@each_hostile
def test_a_hostile_word_in_any_place_is_refused_on_one_line(rapport: Run, hostile: str) -> None:
    for words in (
        ["--", hostile],
        ["log", f" {hostile}", "x"],
        ["log", "thanks", f"--on={hostile}"],
        ["today", f"--now={hostile}"],
        ["cadence", f" {hostile}"],
        ["cadence", f"--from={hostile}", "weekly"],
        ["habit", "edit", "--name=x", "--", f"{hostile}!"],
        ["habit", "add", "growth", "x", f"--every={hostile}"],
        ["pause", f" {hostile}"],
        ["pause", "today", f"--person={hostile}"],
    ):
        done = rapport(*words)
        assert_plain(done)
        assert done.code in {1, 2}
        assert 0 < len(done.refusal) < 500


@each_hostile_drawn
def test_a_file_that_holds_hostile_text_is_printed_as_text(
    rapport: Run, home: Home, hostile: str
) -> None:
    rapport("log", "thanks", "/quiet @maya it because so #tag")
    rapport("checkpoint")
    with TinyDB(home.data) as db:
        words = {"what": hostile, "why": hostile, "move": hostile, "tags": [hostile]}
        db.table("entries").update(words)
        db.table("people").update({"name": hostile})
        db.table("habits").update({"name": hostile})

    assert "was changed by another program" in rapport("cadence", "weekly").err
    for command in COMMANDS:
        done = rapport(*command.split())
        assert done.code == 0
        assert_plain(done)
    assert len(rapport("entries").lines) == 1
    assert rapport("entries", "--json").json[0]["what"] == tidy(hostile)
    assert_plain(rapport("undo"))


def test_bytes_that_are_no_text_are_left_out(home: Home) -> None:
    assert run_program(home.path, "log", "thanks", b"caf\xe9 \xff\xfe fix").lines[0] == (
        "Thanks · caf fix · today"
    )
    refused = run_program(home.path, b"lo\xff")
    assert (refused.code, "There is no command 'lo'" in refused.refusal) == (2, True)
    assert run_program(home.path, "today", "--now", b"\xff").code == 1


def test_a_home_whose_name_is_no_text_can_be_used(home: Home) -> None:
    odd = bytes(home.path) + b"\xff"
    assert run_program(home.path, "log", "thanks", "x", b"--home", odd).code == 0
    assert run_program(home.path, "entries", b"--home=" + odd).lines == ["2026-11-22  Thanks · x"]


def test_what_the_terminal_cannot_show_becomes_a_question_mark(home: Home) -> None:
    logged = run_program(
        home.path, "log", "thanks", "\U0001f389 Zo\u00eb", PYTHONIOENCODING="ascii"
    )
    assert logged.lines[0] == "Thanks ? ? Zo? ? today"
    assert run_program(home.path, "entries").lines == ["2026-11-22  Thanks · \U0001f389 Zo\u00eb"]

    refused = run_program(home.path, "log", "\U0001f389", PYTHONIOENCODING="ascii")
    assert refused.refusal.startswith("There is no practice '?'. ")


def test_json_loses_nothing_where_the_terminal_cannot_show_it(home: Home) -> None:
    run_program(home.path, "log", "thanks", "\U0001f389 Zo\u00eb")
    listed = run_program(home.path, "entries", "--json", PYTHONIOENCODING="ascii")
    assert json.loads("\n".join(listed.lines))[0]["what"] == "\U0001f389 Zo\u00eb"


def test_all_hostile_texts_together_are_listed_one_a_line(rapport: Run) -> None:
    kept = 0
    for _, text in HOSTILE:
        kept += not rapport("log", "thanks", "--", text).code
    lines = rapport("entries").out.splitlines()
    assert len(lines) == kept
    assert all(line == clean(line) for line in lines)
