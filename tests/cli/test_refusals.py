"""What cannot be done is told in one line, with an exit code, and changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run

SEE = " See 'rapport --help'."
SEE_LOG = " See 'rapport log --help'."
DASHED = "a text that begins with a dash comes after --."
THE_EIGHT = "The eight are vision, empathy, trust, respect, productivity, credit, growth, thanks."

REFUSED = [
    (["log", "thnks", "x"], "There is no practice 'thnks'. Did you mean thanks?"),
    (["log", "cooking", "x"], f"There is no practice 'cooking'. {THE_EIGHT}"),
    (["log", "t", "x"], "'t' may be trust or thanks. Write more of it."),
    (["log", "9"], f"There is no practice '9'. {THE_EIGHT}"),
    (["log", ""], f"There is no practice ''. {THE_EIGHT}"),
    (
        ["log", "thanks", "x", "--on", "2026-11-23"],
        "2026-11-23 is in the future. An entry is dated today (2026-11-22) or earlier.",
    ),
    (
        ["log", "thanks", "x (tomorrow)"],
        "2026-11-23 is in the future. An entry is dated today (2026-11-22) or earlier.",
    ),
    (
        ["log", "thanks", "x", "--on", "1969-12-31"],
        "1969-12-31 is too long ago. The earliest date is 1970-01-01.",
    ),
    (
        ["log", "thanks", "x", "--on", "soonish"],
        "'soonish' is not a date that is understood. Try yesterday, fri, 3 days ago or 2026-11-20.",
    ),
    (
        ["log", "thanks", "x", "--on", ""],
        "'' is not a date that is understood. Try yesterday, fri, 3 days ago or 2026-11-20.",
    ),
    (
        ["log", "thanks", "x", "--on", "2026-02-30"],
        "There is no day 2026-02-30 in the calendar. Write the date like 2026-11-20.",
    ),
    (
        ["log", "thanks", "/quit x"],
        "Thanks has no move '/quit'. Did you mean /quiet?",
    ),
    (
        ["log", "thanks", "w" * 10_001],
        "The note has 10,001 characters; at most 10,000 are kept. Take out 1.",
    ),
    (
        ["log", "thanks", "@" + "m" * 61],
        "The name 'Mmmmmmmmmmmmmmmmmmmmmmm…' is 61 cells wide; at most 60 fit. Shorten it.",
    ),
    (
        ["log", "thanks", "x", "--tag", "t" * 61],
        "The name 'ttttttttttttttttttttttt…' is 61 cells wide; at most 60 fit. Shorten it.",
    ),
    (["today", "--home", ""], "--home is empty. Name a folder, or leave it out to use the usual"),
    (["--home", "  ", "today"], "--home is empty. Name a folder, or leave it out to use the usual"),
    (["today", "--home", "a\0b"], "--home 'ab' cannot be a folder's name. Name another one."),
    (
        ["today", "--home", "~no-such-user/x"],
        "--home '~no-such-user/x' names a user who has no home. Write the path in full.",
    ),
    (["today", "--now", "noon"], "--now 'noon' is not a time. Write it like 2026-11-22T09:30."),
    (["--now", "", "today"], "--now '' is not a time. Write it like 2026-11-22T09:30."),
    (["entries", "--practice", "thnks"], "There is no practice 'thnks'. Did you mean thanks?"),
    (["entries", "--since", "soonish"], "'soonish' is not a date that is understood."),
    (["entries", "--until", "tomorrow"], "2026-11-23 is in the future."),
    (
        ["entries", "--since", "today", "--until", "fri"],
        "2026-11-20 is before 2026-11-22. Name the first day and then the last one.",
    ),
    (["undo"], "There is nothing to undo."),
    ([], "There is no terminal to open the app in. Try 'rapport today' or 'rapport log'."),
    (["demo"], "There is no terminal to open the app in. Try 'rapport today' or 'rapport log'."),
]

MISUSED = [
    (["toady"], f"There is no command 'toady' (did you mean today?).{SEE}"),
    (["cook"], f"There is no command 'cook'.{SEE}"),
    (["thanks", "x"], f"There is no command 'thanks' (did you mean log thanks?).{SEE}"),
    (["thank", "x"], f"There is no command 'thank' (did you mean log thanks?).{SEE}"),
    ([""], f"There is no command ''.{SEE}"),
    (["--nope"], f"No such option '--nope'.{SEE}"),
    (["--", "--nope"], f"There is no command '--nope'.{SEE}"),
    (["habit", "--"], "'habit' needs one of add, edit, archive, restore, skip after it."),
    (["person", "--home", "x"], "'person' needs one of add, edit, leave,"),
    (["sync", "setpu"], "There is no command 'sync setpu': after 'sync' comes nothing, or one of"),
    (["--hom", "x", "today"], f"No such option '--hom' (did you mean --home?).{SEE}"),
    (["--json", "today"], f"No such option '--json'.{SEE}"),
    (["--home"], f"Option '--home' requires an argument.{SEE}"),
    (["log"], f"Missing argument 'PRACTICE'.{SEE_LOG}"),
    (
        ["log", "thanks", "x", "--nope"],
        f"No such option '--nope'; {DASHED}{SEE_LOG}",
    ),
    (
        ["log", "thanks", "x", "--js"],
        f"No such option '--js' (did you mean --json?).{SEE_LOG}",
    ),
    (["log", "thanks", "x", "--on"], f"Option '--on' requires an argument.{SEE_LOG}"),
    (["log", "thanks", "x", "--tag"], f"Option '--tag' requires an argument.{SEE_LOG}"),
    (
        ["log", "thanks", "x", "--nope\n\x1b[2J"],
        f"No such option '--nope\\n\\x1b[2J'; {DASHED}{SEE_LOG}",
    ),
    (
        ["today", "tomorrow"],
        "Got unexpected extra argument (tomorrow). See 'rapport today --help'.",
    ),
    (["entries", "--csv"], "No such option '--csv'. See 'rapport entries --help'."),
    (
        ["entries", "--ids=1"],
        "Option '--ids' does not take a value. See 'rapport entries --help'.",
    ),
    (["checkpoint", "--json"], "No such option '--json'. See 'rapport checkpoint --help'."),
]


@pytest.mark.parametrize(
    ("words", "message", "code"),
    [
        *((words, message, 1) for words, message in REFUSED),
        *((words, message, 2) for words, message in MISUSED),
    ],
)
def test_a_bad_line_is_told_and_stores_nothing(
    rapport: Run, home: Home, words: list[str], message: str, code: int
) -> None:
    rapport("today")
    before = home.data.read_bytes()

    done = rapport(*words)

    assert done.refusal.startswith(message)
    assert done.code == code
    assert home.data.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "meant"),
    [("import lop x", "loop"), ("completion zhs", "zsh"), ("review week --format htm", "html")],
)
def test_a_value_that_is_none_of_some_is_answered_with_the_nearest_one(
    rapport: Run, line: str, meant: str
) -> None:
    done = rapport(*line.split())
    assert done.code == 2
    assert f" (did you mean {meant}?). See 'rapport " in done.refusal


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("RAPPORT_HOME", "", "RAPPORT_HOME is empty. Name a folder, or leave it out"),
        ("RAPPORT_HOME", "~no-such-user", "RAPPORT_HOME '~no-such-user' names a user who has no"),
        ("RAPPORT_NOW", "noon", "RAPPORT_NOW 'noon' is not a time."),
        ("RAPPORT_NOW", "", "RAPPORT_NOW '' is not a time."),
    ],
)
def test_a_bad_environment_is_told(
    rapport: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    done = rapport("log", "thanks", "x")
    assert done.refusal.startswith(message)
    assert done.code == 1


@pytest.mark.parametrize("command", ["log thanks x", "log thanks x --json", "today", "entries"])
@pytest.mark.parametrize("content", ["", "{", "[]", '{"entries": {"1": 5}}'])
def test_a_damaged_file_is_told_and_left(
    rapport: Run, home: Home, command: str, content: str
) -> None:
    home.make()
    home.data.write_text(content)

    done = rapport(*command.split())

    assert f"{home.data} is damaged: it is not a TinyDB file" in done.refusal
    assert done.code == 7
    assert home.data.read_text() == content


@pytest.mark.parametrize("command", ["log thanks x", "log thanks x --json", "undo", "checkpoint"])
def test_a_newer_file_is_told_and_not_written(rapport: Run, home: Home, command: str) -> None:
    content = '{"_rapport": {"1": {"schema": 9}}}'
    home.make()
    home.data.write_text(content)

    done = rapport(*command.split())

    assert done.refusal == (
        f"{home.data} was written by a newer rapport. It can be read but not changed; "
        "upgrade rapport to write to it."
    )
    assert done.code == 6
    assert home.data.read_text() == content


def test_a_newer_file_is_read_and_that_is_told(rapport: Run, home: Home) -> None:
    home.make()
    home.data.write_text('{"_rapport": {"1": {"schema": 9}}}')

    done = rapport("entries", "--json")

    assert (done.code, done.out) == (0, "[]\n")
    assert "was written by a newer rapport. It can be read but not changed" in done.err


@pytest.mark.parametrize("command", ["log thanks x", "today", "entries", "undo"])
def test_a_folder_in_the_place_of_the_file_is_told(rapport: Run, home: Home, command: str) -> None:
    home.make()
    home.data.mkdir()
    done = rapport(*command.split())
    assert done.code == 7
    assert "cannot be read: Is a directory" in done.refusal


@pytest.mark.parametrize("command", ["today", "today --json", "entries", "entries --json"])
def test_a_record_that_is_not_understood_is_named_by_table_id_and_field(
    rapport: Run, home: Home, command: str
) -> None:
    key = rapport("log", "thanks", "x", "--json").json["entry"]["id"]
    rapport("checkpoint")
    with TinyDB(home.data) as db:
        db.table("entries").update({"date": "soon"})
    assert "was changed by another program" in rapport("cadence", "weekly").err

    done = rapport(*command.split())

    assert done.refusal == (
        f"The record {key} in the table entries has no readable 'date'. "
        "It is left as it is; 'rapport doctor' mends it."
    )
    assert done.code == 7
    with TinyDB(home.data) as db:
        assert db.table("entries").all()[0]["date"] == "soon"


def test_a_path_with_line_ends_and_escapes_is_told_on_one_line(
    rapport: Run, tmp_path: Path
) -> None:
    odd = tmp_path / "one\ntwo\x1b[31m"
    odd.mkdir()
    (odd / "rapport.json").write_text("?")

    done = rapport("today", "--home", str(odd))

    assert re.search(r"one two\[31m/rapport\.json is damaged", done.refusal)
    assert "\x1b" not in done.err
