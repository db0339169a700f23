"""`rapport log -` logs many entries from standard input, all of them or none."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from habits.cli import log_many
from habits.cli.syntax import syntax_of
from tests.cli.test_refusals import THE_EIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Done, Run


class Feed(Protocol):
    """Runs `rapport log -` with these lines on its standard input."""

    def __call__(self, content: str | bytes, *words: str) -> Done:
        """Run it, with further words behind."""


@pytest.fixture
def feed(rapport: Run, monkeypatch: pytest.MonkeyPatch) -> Feed:
    """`rapport log -` on a new home."""

    def run(content: str | bytes, *words: str) -> Done:
        raw = content.encode() if isinstance(content, str) else content
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return rapport("log", "-", *words)

    return run


def told(rapport: Run) -> list[dict[str, Any]]:
    return list(rapport("entries", "--json").json)


TWO = """thanks @maya the fix because it held #team (fri)

{"practice": "credit", "move": "public", "people": ["Maya", "Ana Lima"], "what": "the @demo"}
"""


def test_typed_lines_and_json_are_logged_and_told_in_short(feed: Feed, rapport: Run) -> None:
    assert feed(TWO).lines == [
        "Logged: 2 entries · Fri 20 to today",
        "Credit 1 · Thanks 1",
        "New: Maya, Ana Lima",
        "Name the builder · weekly · 1 week · done · next by Sun 29",
        "Thank someone and say why · twice a week · on track · by Sun 29",
    ]
    thanks, credit = told(rapport)
    assert (thanks["date"], thanks["people"], thanks["why"]) == ("2026-11-20", ["Maya"], "it held")
    assert (credit["move"], credit["what"]) == ("public", "the @demo")
    assert credit["people"] == ["Maya", "Ana Lima"]


def test_a_line_in_quotes_is_read_as_a_shell_would(feed: Feed, rapport: Run) -> None:
    feed("thanks '@maya the fix (fri)'\n")

    (entry,) = told(rapport)
    assert (entry["what"], entry["date"], entry["people"]) == ("the fix", "2026-11-20", ["Maya"])


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(feed: Feed, rapport: Run) -> None:
    feed(TWO)
    logged = told(rapport)

    assert len(rapport("undo").lines) == 2
    assert told(rapport) == []
    assert rapport("people", "--json").json["people"] == []
    rapport("redo")
    assert told(rapport) == logged


def test_what_entries_print_is_logged_again_in_another_home(
    feed: Feed, rapport: Run, tmp_path: Path
) -> None:
    rapport("northstar", "Admins are live in ten minutes")
    rapport("log", "vision", "/why @ana.lima told it because #x and (so) on")
    rapport("log", "thanks", "one\ntwo (yesterday)")
    rapport("person", "edit", "ana.lima", "--name", "Ana-Lu O'Lima")
    there, lines = str(tmp_path / "there"), told(rapport)

    assert feed("\n".join(map(json.dumps, lines)), "--home", there).code == 0

    new = rapport("entries", "--json", "--home", there).json
    given = ("date", "practice", "move", "what", "why", "people", "tags")
    assert [[each[name] for name in given] for each in new] == [
        [each[name] for name in given] for each in lines
    ]


def test_a_name_is_that_of_somebody_known_whatever_its_case(feed: Feed, rapport: Run) -> None:
    rapport("person", "add", "Maya Lopes", "--handle", "ml")

    feed('{"practice": "thanks", "people": ["maya lopes"]}\n{"practice": "8", "people": ["@ML"]}')

    assert [each["people"] for each in told(rapport)] == [["Maya Lopes"], ["Maya Lopes"]]


def test_who_comes_up_in_several_lines_becomes_known_once(feed: Feed, rapport: Run) -> None:
    feed(
        "thanks @tom.lee x\n"
        '{"practice": "thanks", "people": ["Tom Lee", "@tom.lee"]}\n'
        "trust @tom.lee"
    )

    people = rapport("people", "--json").json["people"]
    assert [(each["name"], each["handle"]) for each in people] == [("Tom Lee", "tom.lee")]


def test_json_prints_the_entries(feed: Feed, rapport: Run) -> None:
    assert feed(TWO, "--json").json == told(rapport)


def test_practices_are_meant_as_the_home_calls_them(feed: Feed, rapport: Run) -> None:
    rapport("practice", "edit", "thanks", "--name", "Gratitude")
    feed("Grat x\n8 y\nthanks z")
    assert [each["practice"] for each in told(rapport)] == ["thanks"] * 3


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_part_of_a_line(
    feed: Feed, rapport: Run
) -> None:
    feed(b"\xef\xbb\xbfthanks one\r\nthanks two\r\n")
    assert [each["what"] for each in told(rapport)] == ["one", "two"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("thanks a\n\ncook b", "Line 3: There is no practice 'cook'."),
        ("thanks a\nthanks /cook b", "Line 2: Thanks has no move '/cook'."),
        ("thanks a\nthanks b (2030-01-01)", "Line 2: 2030-01-01 is in the future."),
        ('thanks a\n{"practice": "thanks", "wat": 1}', "Line 2: An entry has no field 'wat'."),
        ('{"practice": "thanks", "people": [" "]}', "Line 1: '' is no name."),
        (
            "trsut a\nthanks b\n{bad\nthanks c (2030-01-01)",
            (
                "Line 1: There is no practice 'trsut'. Did you mean trust? "
                "Line 3: This is no entry as JSON. Each stands whole on a line of its own; "
                "jq -c '.[]' makes such lines of a list. Line 4: 2030-01-01 is in the future."
            ),
        ),
        (
            "a\n" * 7,
            "".join(f"Line {n}: There is no practice 'a'. {THE_EIGHT} " for n in range(1, 6))
            + "2 more lines cannot be logged either.",
        ),
        *(
            (f"thanks a\nthanks b {option.flag} c", f"Line 2: '{option.flag}' is read as an option")
            for option in syntax_of("log").options
        ),
        (b"thanks a\nthanks \xff", "Line 2 is no UTF-8 text."),
        (b"thanks a\n" + b"\0" * (log_many.MOST_IN_LINE + 1), "Line 2 is longer than any"),
        ("thanks a\n" + "\n" * log_many.MOST_LINES, "That is more than 50,000 lines or 64 MiB."),
    ],
)
def test_where_one_line_cannot_be_logged_it_is_named_and_nothing_is_stored(
    feed: Feed, rapport: Run, content: str | bytes, said: str
) -> None:
    done = feed(content)

    assert done.code == 1
    assert done.refusal.startswith(said)
    assert "othing was logged" in done.refusal
    assert told(rapport) == []


def test_too_many_bytes_are_refused(feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_many, "MOST_BYTES", 20)
    assert feed("thanks one\nthanks two").refusal.startswith("That is more than")


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_where_no_line_says_anything_it_is_said_how(feed: Feed, content: str) -> None:
    done = feed(content)
    assert (done.code, done.refusal) == (
        1,
        "No entry came. Give one a line, as in: thanks @maya the on-call fix",
    )


@pytest.mark.parametrize(
    "words", [["x"], ["--on", "fri"], ["--why", ""], ["--tag", "t"], ["--follow-up"]]
)
def test_what_is_said_of_one_entry_does_not_go_with_many(
    feed: Feed, rapport: Run, words: list[str]
) -> None:
    done = feed("thanks x", *words)
    assert done.code == 2
    assert told(rapport) == []
    assert done.refusal.startswith("'rapport log -' reads all from its lines.")


def test_of_a_great_many_new_people_and_entries_only_some_are_told(
    feed: Feed, rapport: Run
) -> None:
    done = feed("".join(f"thanks @p{number} x\n" for number in range(60)))

    assert done.lines[0] == "Logged: 60 entries · today"
    assert done.lines[2].endswith("P10, P11 and 48 more")
    assert rapport("history").lines[-1].endswith("60 people")
    assert rapport("undo").lines == ["Undone: 60 entries", "Undone: 60 people"]


def test_at_a_terminal_it_is_said_how_it_ends(feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_many, "can_answer", lambda: True)
    assert feed("thanks x").err == (
        "rapport: One entry a line: the practice, then what happened. ctrl+d ends, ctrl+c logs "
        "nothing.\n"
    )
