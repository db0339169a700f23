"""What is read in a hurry is read as click reads it, and dashes in a text are no options."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habits.cli.command_line import take_apart
from habits.cli.commands import read
from habits.cli.parting import is_option
from habits.cli.plain_words import HURRIED, read_plain
from habits.cli.syntax import Syntax, add_global_options, syntax_of
from habits.errors import UsageError
from habits.record import replace

if TYPE_CHECKING:
    from habits.cli.invocation import Invocation
    from habits.store.home import Home
    from tests.cli.program import Run


def flags_of(verb: str) -> list[str]:
    syntax = syntax_of(verb)
    add_global_options(syntax)
    return [option.flag for option in syntax.options]


def read_by_click(words: list[str]) -> Invocation | str | None:
    """Return what click reads; a refusal as its text, and None where it prints and ends."""
    try:
        return read(words)
    except UsageError as error:
        return str(error)
    except SystemExit:
        return None


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    verb = draw(st.sampled_from([*sorted(HURRIED), "entries", "toady", ""]))
    flags = flags_of(verb) if verb in HURRIED else ["--json"]
    text = st.sampled_from(["thanks", "8", "@maya x", "", "-", "-5", "- a b", "-x", "é", "a=b"])
    flag = st.sampled_from([*flags, "--help", "--nope", "--", "-h"])
    joined = st.builds("{}={}".format, flag, text)
    begin = st.lists(st.sampled_from(["--home", "--now", "x", "--json"]), max_size=3)
    rest = st.lists(st.one_of(text, flag, joined), max_size=6)
    return [*draw(begin), *([verb] if verb else []), *draw(rest)]


@given(command_lines())
@example(["log", "thanks", "-5 ms", "--tag", "a", "--tag=b", "--", "--json"])
@example(["--home", "a", "--now", "b", "log", "--home=c", "thanks", "--why", "--json"])
@example(["log", "-", "--json"])
@example(["log", "thanks", "--json="])
@example(["today", "x"])
@example(["log"])
@example(["--home", "x"])
@example(["--home"])
def test_a_line_that_is_read_in_a_hurry_means_the_same_to_click(words: list[str]) -> None:
    plain = read_plain(words)
    assert plain is None or plain == read_by_click(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--home", "x", "--now", "2026-11-22"],
        ["log", "8"],
        ["log", "thanks", "@maya the fix because it held (fri)", "--tag", "a", "--on=fri"],
        ["log", "thanks", "cut", "it", "by", "-5%", "--json"],
        ["--home", "x", "log", "thanks", "--", "--help"],
        ["today", "--json"],
        ["due", "--now", "2026-11-22"],
        ["prompt"],
        ["--home=x", "--color", "never", "prompt"],
    ],
    ids=" ".join,
)
def test_what_a_hand_or_a_prompt_waits_for_is_read_without_click(words: list[str]) -> None:
    assert read_plain(words) == read_by_click(words)


@pytest.mark.parametrize(
    "words",
    [
        ["log"],
        ["log", "thanks", "--nope"],
        ["log", "thanks", "--on"],
        ["log", "--help"],
        ["today", "tomorrow"],
        ["today", "--json=x"],
        ["today", "--color", "red"],
        ["log", "thanks", "--why", "--json"],
        ["entries"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_whatever_is_not_plain_is_left_to_click(words: list[str]) -> None:
    assert read_plain(words) is None


@pytest.mark.parametrize("word", ["--json", "-x", "--on=a b", "--nope", "-"])
def test_a_word_with_a_dash_is_an_option_unless_it_is_one_dash_alone(word: str) -> None:
    assert is_option(word) == (word != "-")


@pytest.mark.parametrize("text", ["- fixed the build", "-5", "-5% in a day", "--- a line"])
@pytest.mark.parametrize("verb", ["log thanks", "follow add", "northstar"])
def test_a_text_that_begins_with_a_dash_is_text_in_every_command(verb: str, text: str) -> None:
    words = [*verb.split(), text, "--json", "and more"]
    options = take_apart(words).options
    assert list(options.text) == [text, "and more"]
    assert options.json is True


@pytest.mark.parametrize(
    "words",
    [
        ["log", "thanks", "x", "--why", "--json"],
        ["log", "thanks", "x", "--why", "--on", "yesterday"],
        ["log", "thanks", "x", "--tag", "--help"],
        ["log", "thanks", "x", "--why", "-h"],
        ["log", "thanks", "- x", "--tag", "-5%", "--why"],
        ["log", "thanks", "--why", "--", "x"],
        ["today", "--home", "--json"],
        ["--home", "--now", "today"],
        ["review", "week", "--to", "--force"],
        ["person", "edit", "Zed", "--aim", "--ok-to-share"],
        ["review", "close", "--sharpen", "1234", "--json"],
        ["edit", "last", "x", "--why"],
    ],
    ids=" ".join,
)
def test_an_option_without_its_value_is_refused_and_takes_no_other_option_for_it(
    rapport: Run, home: Home, words: list[str]
) -> None:
    done = rapport(*words)
    assert (done.code, "requires an argument" in done.refusal) == (2, True)
    assert not home.path.exists()


@pytest.mark.parametrize("value", ["--json", "-x", "-5", "- a b", "", "a=b"])
def test_a_value_that_is_joined_is_taken_whatever_it_looks_like(value: str) -> None:
    assert take_apart(["log", "thanks", f"--why={value}"]).options.why == value
    assert take_apart(["resume", f"--planned={value}"]).options.planned == value


def test_an_option_with_a_value_that_may_be_left_out_takes_one_that_follows() -> None:
    for words, planned in ((["fri"], "fri"), ([], ""), (["--json"], ""), (["-5"], "-5")):
        assert take_apart(["resume", "--planned", *words]).options.planned == planned
    assert take_apart(["resume"]).options.planned is None


@given(command_lines())
def test_a_word_for_click_alone_changes_nothing_of_what_is_read_in_a_hurry(
    words: list[str],
) -> None:
    plain = read_plain(words)
    if plain is not None:
        assert read(["--color=auto", *words]) == replace(plain, color=plain.color or "auto")


def test_help_carries_nothing_out(rapport: Run, home: Home) -> None:
    told = rapport("log", "--help").lines
    for words in (["log", "thanks", "--why"], ["log", "--", "thanks"], ["log", "--why", "x"]):
        assert rapport("help", *words).lines == told
    assert rapport("help", "help").lines == rapport("--help").lines
    assert not home.path.exists()


@pytest.mark.parametrize(
    ("verb", "usage"),
    [
        ("log", "rapport log [OPTIONS] PRACTICE [TEXT...]"),
        ("backup", "rapport backup [OPTIONS] [PATH]"),
        ("habit skip", "rapport habit skip [OPTIONS] HABIT..."),
        ("follow", "rapport follow [OPTIONS] [COMMAND] ..."),
        ("habit", "rapport habit [OPTIONS] COMMAND ..."),
    ],
)
def test_help_begins_with_what_has_to_be_said_and_what_may_be(
    rapport: Run, verb: str, usage: str
) -> None:
    assert rapport(*verb.split(), "--help").lines[0] == f"Usage: {usage}"


def test_help_says_which_options_exclude_each_other_and_which_values_may_be_left_out(
    rapport: Run,
) -> None:
    told = " ".join(rapport("resume", "--help").out.split())
    assert "Only one of --practice, --habit, --person can be said." in told
    assert "--planned [FROM]" in told


def test_the_colour_that_is_said_last_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert take_apart(["--color", "never", "entries", "--color", "auto"]).color == "auto"
    assert "NO_COLOR" not in os.environ
    take_apart(["--color", "auto", "follow", "add", "x", "--color", "never"])
    assert os.environ["NO_COLOR"] == "1"


def test_the_value_of_an_option_may_begin_with_a_dash_beside_a_text_that_does() -> None:
    options = take_apart(["edit", "last", "-5 ms", "--why", "- it was slow", "x"]).options
    assert (options.id, list(options.text), options.why) == (
        "last",
        ["-5 ms", "x"],
        "- it was slow",
    )


def test_options_of_the_first_word_of_a_command_are_not_passed_over_before_the_second(
    rapport: Run,
) -> None:
    done = rapport("follow", "--json", "add", "x")
    assert (done.code, done.refusal) == (
        2,
        "--json comes after 'add'. See 'rapport follow --help'.",
    )


def test_of_three_that_exclude_each_other_two_are_refused_and_one_is_taken() -> None:
    assert take_apart(["pause", "--habit", "x", "fri"]).options.habit == "x"
    for two in (["--habit", "--person"], ["--practice", "--habit"]):
        with pytest.raises(UsageError, match="cannot be said together"):
            take_apart(["pause", two[0], "x", two[1], "y"])


def test_what_a_command_takes_is_read_by_its_names() -> None:
    syntax = Syntax()
    syntax.argument("what", "something", default="it")
    syntax.option("--drop-move", "a move")
    (argument,), (option,) = syntax.arguments, syntax.options
    assert (argument.required, argument.metavar) == (False, "WHAT")
    assert (option.name, option.metavar, option.unsaid) == ("drop_move", "DROP_MOVE", None)
