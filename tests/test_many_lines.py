"""Many entries at once: each line says one."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import RefusedError
from habits.many_lines import draft_of, read_line
from habits.practices import BY_SLUG
from habits.quicklog import Draft, parse
from habits.text import tidy

if TYPE_CHECKING:
    from habits.many_lines import Line

TODAY = date(2026, 11, 22)
NAMES = {"maya": "Maya"}
OPTIONS = ("--on", "--why")


def line_of(text: str) -> Line:
    line = read_line(1, text, OPTIONS)
    assert line
    return line


def draft(text: str) -> Draft:
    line = line_of(text)

    def person(called: str) -> tuple[str, str]:
        return called.lower(), called

    return draft_of(line, BY_SLUG[line.practice], TODAY, NAMES, person)


def told(**fields: object) -> str:
    return json.dumps({"practice": "thanks", **fields})


@pytest.mark.parametrize("text", ["", "  ", "\t\r\n"])
def test_an_empty_line_says_nothing(text: str) -> None:
    assert read_line(1, text, OPTIONS) is None


def test_the_first_word_is_the_practice_and_the_rest_is_what_is_typed_for_it() -> None:
    line = line_of("  thanks   @maya  the fix\n")
    assert (line.practice, line.text) == ("thanks", "@maya  the fix")
    assert (line_of("8").practice, line_of("8").text) == ("8", "")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("'@maya the fix (fri)'", "@maya the fix (fri)"),
        ('"it\'s done"', "it's done"),
        ("'@maya'\\''s fix'", "@maya's fix"),
        ('"5\\" long"', '5" long'),
        ("'@maya' fix", "'@maya' fix"),
        ("''", ""),
        ("'one' and 'two'", "'one' and 'two'"),
        ("she said 'so'", "she said 'so'"),
        ("'so\"", "'so\""),
        ("'", "'"),
        ("'use --on for it'", "use --on for it"),
    ],
)
def test_one_pair_of_quotes_around_a_whole_sentence_is_no_part_of_it(typed: str, text: str) -> None:
    assert line_of(f"thanks {typed}").text == text


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("thanks x --on yesterday", "--on"),
        ("thanks '@maya x' --on=fri", "--on"),
        ("--why so thanks x", "--why"),
        ("thanks\t--why", "--why"),
        ("thanks x --onn fri", "--onn"),
        ("thanks --nope", "--nope"),
    ],
)
def test_an_option_in_a_line_is_refused_and_not_taken_for_text(text: str, option: str) -> None:
    with pytest.raises(RefusedError, match=rf"^'{option}' is read as an option.* in brackets"):
        read_line(1, text, OPTIONS)


@pytest.mark.parametrize(
    "text", ["thanks -5 ms", "thanks a -- b", "thanks a--on", "thanks ---", told(what="a --on b")]
)
def test_what_only_looks_like_an_option_is_text(text: str) -> None:
    assert read_line(1, text, OPTIONS)


def test_a_typed_line_is_read_as_it_is_everywhere() -> None:
    text = "/quiet @maya the fix because it held #team (fri)"
    assert draft(f"thanks {text}") == parse(text, BY_SLUG["thanks"], TODAY, NAMES)


def test_json_is_taken_field_by_field_and_nothing_is_read_out_of_a_sentence() -> None:
    text = told(
        date="2026-11-20",
        move="quiet",
        what="wrote /quiet @bob because #x (fri)",
        why="it\nheld because",
        people=["Maya", "Ana Lima", "Maya"],
        tags=["Team", "#launch"],
    )
    assert draft(text) == Draft(
        move="quiet",
        what="wrote /quiet @bob because #x (fri)",
        why="it\nheld because",
        people=(("maya", "Maya"), ("ana lima", "Ana Lima")),
        tags=("team", "launch"),
        date=date(2026, 11, 20),
    )


@pytest.mark.parametrize("field", ["date", "move", "what", "why", "people", "tags"])
def test_a_field_of_json_may_be_left_out_or_null(field: str) -> None:
    assert draft(told()) == draft(told(**{field: None})) == Draft()


def test_what_an_entry_has_by_being_logged_is_passed_over() -> None:
    passed_over = {"id": "…", "logged_at": "2026-11-22T08:30:00+00:00", "north_star": None}
    assert draft(told(what="x", **passed_over)) == Draft(what="x")


def test_somebody_whom_nobody_knows_any_more_is_no_person() -> None:
    assert draft(told(people=["someone", "Maya"])).people == (("maya", "Maya"),)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_of_json_stays_as_it_is_but_for_what_no_text_may_hold(what: str, why: str) -> None:
    said = draft(told(what=what, why=why))
    assert (said.what, said.why) == (tidy(what), tidy(why))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"practice"', "This is no entry as JSON."),
        ('[{"practice": "thanks"}]', "This is no entry as JSON."),
        ("[" * 100_000, "This is no entry as JSON."),
        ("{}", "The practice is missing."),
        ('{"practice": null}', "The practice is missing."),
        ('{"practice": 8}', "practice is to be a text, and not '8'."),
        (told(wat="x"), "An entry has no field 'wat'. Did you mean what?"),
        (told(**{"\x1b[2J": 1}), "An entry has no field '[2J'. It has practice, date, move,"),
        (told(what=["x"]), "what is to be a text, and not"),
        (told(people="Maya"), "people is to be a list of texts, and not 'Maya'."),
        (told(tags=[1]), "tags is to be a list of texts, and not '[1]'."),
        (told(move="cook"), "Thanks has no move '/cook'."),
        (told(date="2030-01-01"), "2030-01-01 is in the future."),
        (told(date="someday"), "'someday' is not a date that is understood."),
        (told(what="x" * 9_000, why="y" * 1_001), "The note has 10,001 characters;"),
    ],
)
def test_what_says_no_entry_is_refused_with_its_reason(text: str, said: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        draft(text)
    assert str(refusal.value).startswith(said)
