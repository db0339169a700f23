"""The tab key completes commands, options, and what is in the home."""

from __future__ import annotations

import subprocess
from io import StringIO
from typing import TYPE_CHECKING, Protocol

import pytest

from habits.cli.completing import answer
from habits.cli.completion import SHELLS
from habits.cli.verbs import VERBS
from tests.cli.program import run_program

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.pair import Pair
    from tests.cli.program import Run


class Complete(Protocol):
    """Returns what the word at the end of a line may become, as bash asks for it."""

    def __call__(self, home: Path, line: str) -> list[str]:
        """Complete a line in a home."""


@pytest.fixture
def completed(
    rapport: Run,  # noqa: ARG001 - its day
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Complete:
    """What the program answers, asked within the test."""

    def complete(home: Path, line: str) -> list[str]:
        out = StringIO()
        with monkeypatch.context() as asked:
            asked.setenv("RAPPORT_HOME", str(home))
            asked.setenv("COMP_LINE", line)
            asked.setenv("COMP_POINT", str(len(line)))
            asked.setenv("_ARGCOMPLETE", "1")
            asked.setenv("_ARGCOMPLETE_COMP_WORDBREAKS", " \t\n\"'@><=;|&(:")
            asked.setenv("_ARGCOMPLETE_IFS", "\n")
            asked.setenv("_ARGCOMPLETE_SHELL", "bash")
            asked.setenv("_ARGCOMPLETE_SUPPRESS_SPACE", "1")
            answer(out)
        assert capsys.readouterr().out == ""
        return out.getvalue().splitlines()

    return complete


@pytest.fixture
def used(rapport: Run, home: Home) -> Path:
    """A home with two people, a follow-up and a habit of the user's own."""
    rapport("log", "thanks", "/quiet @maya the on-call fix because it held #launch (fri)")
    rapport("person", "add", "Tom Lee")
    rapport("habit", "add", "growth", "A career talk", "--every", "quarterly")
    rapport("follow", "add", "ask Dev")
    return home.path


def test_commands_are_completed_and_those_of_two_words_one_after_the_other(
    completed: Complete, used: Path
) -> None:
    firsts = list(dict.fromkeys(verb.partition(" ")[0] for verb in VERBS))
    assert completed(used, "rapport ") == firsts
    assert completed(used, "rapport lo") == ["log"]
    assert completed(used, "rapport habit ") == ["add", "edit", "archive", "restore", "skip"]
    assert completed(used, "rapport person er") == ["erase"]
    assert completed(used, "rapport cook") == []


def test_options_are_completed_once_one_is_begun(completed: Complete, used: Path) -> None:
    everywhere = ["--home", "--now", "--color", "--help"]
    assert completed(used, "rapport log thanks --") == [
        "--on", "--why", "--tag", "--follow-up", "--json", *everywhere,
    ]  # fmt: skip
    assert completed(used, "rapport review week --form") == ["--format"]
    assert completed(used, "rapport review week --format ") == ["text", "md", "html", "svg", "json"]
    assert completed(used, "rapport today ") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("log th", ["thanks"]),
        ("log T", ["trust", "thanks"]),
        ("pause --practice em", ["empathy"]),
        ("practice edit thanks --move q", ["quiet"]),
        ("practice edit thanks --drop-move ", ["thanks", "quiet", "relay"]),
        ("person show ", ["maya", "tom.lee"]),
        ("person merge tom.lee m", ["maya"]),
        ("person erase m", ["maya"]),
        ("entries --person T", ["tom.lee"]),
        ("entries --practice em", ["empathy"]),
        ("entries --find '@maya #l", ["@maya #launch"]),
        ("person edit maya --recognition p", ["public"]),
        ("habit skip a", [r"A\ career\ talk"]),
        ("habit skip 'a", ["A career talk"]),
        ("pause --habit share", [r"Share\ a\ customer\ story"]),
        ("config w", ["week-start"]),
        ("log thanks @m", ["@maya"]),
        ("log thanks /q", ["/quiet"]),
        ("log thanks '@maya the on", ["@maya the on-call fix"]),
        ("log thanks 'for #l", ["for #launch"]),
        ("log cooking '/q", []),
        ("follow add 'ask @t", ["ask @tom.lee"]),
        ("northstar ", []),
        ("entries --practice=em", ["empathy"]),
        ("pause --habit A --practice e", ["empathy"]),
        ("pause --habit A --practice empathy --person ma", ["maya"]),
        ("log --help th", ["thanks"]),
        ("person export m", ["maya"]),
        ("person anonymise m", ["maya"]),
        ("person merge ma", ["maya"]),
        ("history la", ["last"]),
        ("follow add x --entry la", ["last"]),
        ("edit last '@to", ["@tom.lee"]),
        ("follow edit ask '@to", ["@tom.lee"]),
        ("help habit ", ["add", "edit", "archive", "restore", "skip"]),
        ("help person er", ["erase"]),
        ("nope ", []),
        ("nope --", []),
    ],
)
def test_what_is_in_the_home_is_completed(
    completed: Complete, used: Path, line: str, words: list[str]
) -> None:
    assert completed(used, f"rapport {line}") == words


def test_ids_are_completed_of_entries_habits_and_follow_ups(
    completed: Complete, used: Path, rapport: Run
) -> None:
    key = rapport("entries", "--json").json[0]["id"][-12:]
    promised = rapport("follow").out.split()[0]
    habit = next(line.split()[0] for line in rapport("habits").lines if "career" in line)

    assert completed(used, "rapport edit ") == ["last", key]
    assert completed(used, "rapport delete la") == ["last"]
    assert completed(used, f"rapport follow add x --entry {key[:2]}") == [key]
    assert completed(used, "rapport follow done ") == [promised]
    assert completed(used, f"rapport habit skip {habit[:3]}") == [habit]
    assert completed(used, f"rapport edit {key} --move rel") == ["relay"]


def test_the_home_in_the_line_is_meant_before_and_behind_the_command(
    completed: Complete, used: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere"
    assert completed(nowhere, f"rapport --home {used} person show m") == ["maya"]
    assert completed(nowhere, f"rapport person show --home {used} m") == ["maya"]
    assert completed(used, f"rapport --home {nowhere} person show m") == []
    assert completed(tmp_path, "rapport --home /et") == ["/etc/"]


def test_files_are_completed_where_a_file_is_named(
    completed: Complete, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copy.json").touch()
    monkeypatch.chdir(tmp_path)
    for line in ("restore co", "review week --to co", "import csv x --map co"):
        assert completed(used, f"rapport {line}") == ["copy.json"]
    assert completed(used, "rapport today --home co") == []


def test_where_nothing_is_kept_yet_nothing_is_made_for_it(
    completed: Complete, tmp_path: Path
) -> None:
    assert completed(tmp_path / "new", "rapport person show ") == []
    assert completed(tmp_path / "new", "rapport log t") == []
    assert not (tmp_path / "new").exists()


def test_damage_is_left_to_who_can_tell_of_it(completed: Complete, used: Path) -> None:
    file = used / "rapport.json"
    file.write_bytes(file.read_bytes()[:-40])
    damaged = sorted((path, path.read_bytes()) for path in used.rglob("*") if path.is_file())

    assert completed(used, "rapport person show ") == []

    after = sorted((path, path.read_bytes()) for path in used.rglob("*") if path.is_file())
    assert after == damaged
    assert "damaged" in run_program(used, "today").err


@pytest.mark.parametrize("name", ["$(touch gone)", "`x`; y", 'a\'b "c"'])
def test_what_a_shell_would_run_or_part_is_escaped(
    completed: Complete,
    used: Path,
    rapport: Run,
    name: str,
    tmp_path: Path,
) -> None:
    known = completed(used, "rapport habit skip ")
    rapport("habit", "add", "trust", name, "--every", "weekly")

    (word,) = set(completed(used, "rapport habit skip ")) - set(known)
    said = subprocess.run(  # noqa: S602 - it is what is to be harmless
        f"printf %s {word}", shell=True, capture_output=True, check=True, cwd=tmp_path
    )
    assert said.stdout.decode() == name
    assert not list(tmp_path.glob("gone"))


@pytest.mark.parametrize("shell", SHELLS)
def test_the_lines_for_a_shell_are_printed_without_a_home(
    rapport: Run, home: Home, shell: str
) -> None:
    assert any("rapport" in line and "comp" in line for line in rapport("completion", shell).lines)
    assert not home.path.exists()


def test_a_shell_that_is_not_known_is_refused_with_those_that_are(rapport: Run) -> None:
    done = rapport("completion", "tcsh")
    assert done.code == 2
    assert "'bash', 'zsh', 'fish'" in done.refusal


def test_without_the_channel_of_a_shell_nothing_is_printed(used: Path) -> None:
    done = run_program(used, _ARGCOMPLETE="1", COMP_LINE="rapport ", COMP_POINT="8")
    assert (done.out, done.err) == ("", "")


def test_a_shell_that_left_the_line_out_is_no_shell_that_asks(used: Path) -> None:
    assert run_program(used, "person", "show", "maya", _ARGCOMPLETE="1").code == 0


def test_the_machines_that_can_be_forgotten_are_offered_with_their_names(
    pair: Pair, completed: Complete
) -> None:
    home = pair.path / "a" / "home"
    assert completed(home, "rapport sync forget ") == []
    assert completed(home, "rapport sync s") == ["setup", "status"]
    pair.set_up()
    other = pair("a", "sync", "devices", "--json").json[1]["device"]
    assert completed(home, "rapport sync forget ") == [other]
