"""Which command, which home, which clock."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits.cli.command_line import take_apart
from habits.cli.verbs import VERBS

if TYPE_CHECKING:
    from habits.store.home import Home
    from tests.cli.program import Run


def test_no_word_at_all_asks_for_the_app() -> None:
    asked = take_apart([])
    assert (asked.verb, asked.home, asked.now) == (None, None, None)


def test_the_demo_is_a_command() -> None:
    assert take_apart(["demo"]).verb == "demo"


@pytest.mark.parametrize(
    "words",
    [
        ["--home", "{home}", "log", "thanks", "x"],
        ["--home={home}", "log", "thanks", "x"],
        ["log", "--home", "{home}", "thanks", "x"],
        ["log", "thanks", "--home", "{home}", "x"],
        ["log", "thanks", "x", "--home={home}"],
        ["--home", "{other}", "log", "thanks", "x", "--home", "{home}"],
        ["log", "--home", "{other}", "thanks", "x", "--home", "{home}"],
    ],
)
def test_the_home_is_named_before_or_after_the_command_and_the_last_word_holds(
    rapport: Run, home: Home, tmp_path: Path, words: list[str]
) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    rapport(*(word.format(home=mine, other=other) for word in words))

    assert rapport("entries", "--home", str(mine), "--json").json[0]["what"] == "x"
    assert not other.exists()
    assert not home.path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--now", "2026-11-20", "log", "thanks"],
        ["log", "--now", "2026-11-20", "thanks"],
        ["log", "thanks", "--now=2026-11-20T18:00"],
        ["--now", "2026-11-19", "log", "thanks", "--now", "2026-11-20"],
    ],
)
def test_the_moment_is_named_before_or_after_the_command_and_the_last_word_holds(
    rapport: Run, words: list[str]
) -> None:
    assert rapport(*words, "--json").json["entry"]["date"] == "2026-11-20"


def test_every_command_takes_the_home_and_the_moment(rapport: Run, tmp_path: Path) -> None:
    named = ["--home", str(tmp_path / "mine"), "--now", "2026-11-20"]
    assert rapport("log", *named, "thanks", "x").code == 0
    assert rapport("today", *named).lines[0].startswith("Fri 20 Nov 2026")
    assert len(rapport("entries", *named).lines) == 1
    assert len(rapport("undo", *named).lines) == 1


@pytest.mark.parametrize("moment", ["0001-01-01T10:00", "1969-12-31", "9999-12-31"])
def test_a_moment_out_of_all_bounds_is_refused_and_nothing_is_stored(
    rapport: Run, home: Home, moment: str
) -> None:
    done = rapport("log", "thanks", "x", "--now", moment)
    assert (done.code, done.refusal) == (
        1,
        f"--now '{moment}' is out of range. Name a time from 1970-01-02 to 2199-12-31.",
    )
    assert not home.path.exists()


@pytest.mark.parametrize("moment", ["1970-01-02T00:00", "2199-12-31T23:59"])
def test_all_can_be_done_at_the_first_moment_and_at_the_last(rapport: Run, moment: str) -> None:
    rapport("config", "rollover", "11", "--now", moment)
    for phrase in ("yearly", "every 100 days", "first Monday of the month", "never /made"):
        rapport("habit", "add", "vision", phrase, "--every", phrase, "--now", moment)
    for words in (
        ["log", "thanks", "x"],
        ["habit", "skip", "share"],
        ["pause", "today"],
        ["today"],
        ["habits"],
        ["resume"],
        ["undo"],
        ["entries"],
        ["cadence", "every 10 years"],
    ):
        assert rapport(*words, "--now", moment).code == 0


def test_without_a_word_the_present_and_the_users_own_home_are_meant(
    rapport: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RAPPORT_HOME")
    monkeypatch.delenv("RAPPORT_NOW")
    logged = rapport("log", "thanks", "x", "--json").json["entry"]

    assert rapport("log", "thanks", "--on", logged["date"]).code == 0
    assert len(list((tmp_path / "user").rglob("rapport.json"))) == 1


def test_a_home_may_be_relative(
    rapport: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    rapport("log", "thanks", "x", "--home", "mine")
    assert (tmp_path / "mine" / "rapport.json").exists()


def test_a_home_below_a_tilde_is_the_users(rapport: Run) -> None:
    rapport("log", "thanks", "x", "--home", "~/mine")
    assert (Path.home() / "mine" / "rapport.json").exists()


@pytest.mark.parametrize("words", [["--version"], ["--version", "--home", "x"]])
def test_version_is_printed(rapport: Run, words: list[str]) -> None:
    assert rapport(*words).lines == [f"rapport {version('rapport-tui')}"]


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_names_every_command(rapport: Run, home: Home, words: list[str]) -> None:
    told = f"{' '.join(rapport(*words).out.split())} "
    for verb, what in VERBS.items():
        assert f" {verb} {what} " in told
    assert "--home DIR" in told
    assert not home.path.exists()


@pytest.mark.parametrize(
    ("verb", "own"),
    [
        ("log", ["--on DATE", "--why TEXT", "--tag T", "--json"]),
        ("today", ["--json"]),
        ("entries", ["--json"]),
        ("undo", []),
    ],
)
def test_help_of_a_command_names_its_options(rapport: Run, verb: str, own: list[str]) -> None:
    done = rapport(verb, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: rapport {verb} ")
    for option in [*own, "--home DIR", "--now TIME"]:
        assert option in done.out


@pytest.mark.parametrize("group", ["habit", "person", "practice", "follow"])
@pytest.mark.parametrize("asking", [["{}", "--help"], ["{}", "-h"], ["help", "{}"]])
def test_help_of_the_first_word_of_commands_names_them(
    rapport: Run, home: Home, group: str, asking: list[str]
) -> None:
    lines = rapport(*(word.format(group) for word in asking)).lines
    assert lines[0].startswith(f"Usage: rapport {group} ")
    for verb in (each for each in VERBS if each.startswith(f"{group} ")):
        assert any(line.split()[:2] == verb.split() for line in lines)
    assert not home.path.exists()


def test_help_is_a_command_too(rapport: Run) -> None:
    assert rapport("help").lines == rapport("--help").lines
    assert rapport("help", "habit", "add").lines == rapport("habit", "add", "--help").lines
    assert rapport("help", "cook").code == 2


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["lgo"], "log"),
        (["checkpont"], "checkpoint"),
        (["habit", "ad"], "add"),
        (["person", "shwo", "maya"], "show"),
        (["practice", "edti", "thanks"], "edit"),
        (["--hom", "x", "today"], "--home"),
        (["log", "--jsno", "thanks"], "--json"),
        (["log", "thanks", "x", "--ta=t"], "--tag"),
        (["person", "evidence", "maya", "--form", "html"], "--format"),
        (["review", "week", "--colour", "never"], "--color"),
    ],
)
def test_what_was_mistyped_is_answered_with_the_nearest(
    rapport: Run, home: Home, words: list[str], meant: str
) -> None:
    done = rapport(*words)
    assert done.code == 2
    assert f"(did you mean {meant}?)" in done.refusal
    assert not home.path.exists()


@pytest.mark.parametrize("words", [["--xyzzy"], ["log", "thanks", "-q"], ["habit", "xyzzy"]])
def test_what_is_near_to_nothing_is_not_guessed_at(rapport: Run, words: list[str]) -> None:
    assert "did you mean" not in rapport(*words).refusal


@pytest.mark.parametrize("words", [["--color", "never", "today"], ["today", "--color=never"]])
def test_never_a_colour_is_what_the_environment_says_to_everybody(
    rapport: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert rapport(*words).code == 0
    assert os.environ["NO_COLOR"] == "1"


def test_colours_are_left_to_the_environment_otherwise(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert rapport("today", "--color", "auto").code == rapport("today").code == 0
    assert os.environ["NO_COLOR"] == ""
    assert "'red' is not one of 'auto', 'never'" in rapport("today", "--color", "red").refusal


@pytest.mark.parametrize("words", [("log",), ("person", "edit")])
def test_where_others_are_written_about_help_says_what_to_keep_out(
    rapport: Run, words: tuple[str, ...]
) -> None:
    told = " ".join(rapport(*words, "--help").out.split())
    assert "Keep out what is not yours to keep: health, family, pay, ratings, guesses at" in told
