"""User text is cleaned at the door, measured in cells and refused when it is too much."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from habits import text
from habits.errors import RefusedError
from tests.hostile import each_hostile
from tests.strategies import texts, untimed

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
DIRECTION_SIGNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_safe(value: str) -> bool:
    unwanted = {
        character
        for character in value
        if unicodedata.category(character) in {"Cc", "Cs"} or character in DIRECTION_SIGNS
    }
    return unicodedata.is_normalized("NFC", value) and unwanted <= {"\n"}


@untimed
@given(texts)
def test_clean_text_holds_nothing_that_a_terminal_would_obey(value: str) -> None:
    assert is_safe(text.clean(value))


@untimed
@given(texts)
def test_cleaning_what_is_clean_changes_nothing(value: str) -> None:
    assert text.clean(text.clean(value)) == text.clean(value)


@each_hostile
def test_hostile_text_is_safe_in_every_form(hostile: str) -> None:
    forms = (text.clean, text.tidy, text.one_line, text.folded, text.quoted)
    assert [form.__name__ for form in forms if not is_safe(form(hostile))] == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b]0;x\x07", "]0;x"),
        ("be\x00fore", "before"),
        ("\x9b31mred", "31mred"),
        ("invoice\u202egnp.exe", "invoicegnp.exe"),
        ("half \ud83c byte", "half  byte"),
        ("one\ttwo", "one two"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("bad [/oops]", "bad [/oops]"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
        (FAMILY, FAMILY),
    ],
)
def test_only_what_does_harm_is_taken_out(typed: str, kept: str) -> None:
    assert text.clean(typed) == kept


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_end_becomes_one_newline(end: str) -> None:
    assert text.clean(f"one{end}two") == "one\ntwo"


@untimed
@given(texts)
def test_one_line_is_one_line_without_double_blanks(value: str) -> None:
    line = text.one_line(value)
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())
    assert text.one_line(line) == line


def test_a_tidy_note_keeps_its_lines_but_no_empty_ones() -> None:
    assert text.tidy("  one \t two \n\n \r\n three ") == "one two\nthree"


@untimed
@given(texts)
def test_tidying_what_is_tidy_changes_nothing(value: str) -> None:
    assert text.tidy(text.tidy(value)) == text.tidy(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maya", "mAYA"),
        ("STRASSE", "stra\u00dfe"),
        ("Zoe\u0308", "ZO\u00cb"),
        ("\u01f0an", "j\u030can"),
        ("\u0390", "\u03b9\u0308\u0301"),
    ],
)
def test_words_are_compared_without_regard_to_case_and_composition(one: str, other: str) -> None:
    assert text.folded(one) == text.folded(other)


@untimed
@given(texts)
def test_a_compared_form_stays_what_it_is(value: str) -> None:
    assert text.folded(text.folded(value)) == text.folded(value)


def test_a_quotation_is_on_one_line_and_cut_with_an_ellipsis() -> None:
    assert text.quoted("a\n\x1bb") == "'a b'"
    assert text.quoted("x" * 40) == f"'{'x' * 40}'"
    assert text.quoted("x" * 41) == f"'{'x' * 39}\u2026'"
    assert text.quoted("abcdef", most=4) == "'abc\u2026'"


@pytest.mark.parametrize(
    ("value", "width"),
    [
        ("", 0),
        ("Maya", 4),
        ("Zo\u00eb", 3),
        ("\u5bbd\uff37", 4),
        (FAMILY, 2),
        ("\U0001f389" * 500, 1000),
        ("Z" + "\u0300\u0316" * 50, 1),
        ("\u200b\u0301", 0),
    ],
)
def test_text_is_measured_in_terminal_cells(value: str, width: int) -> None:
    assert text.cells(value) == width


@pytest.mark.parametrize("name", ["x" * 60, "\u5bbd" * 30, "  " + "x" * 60 + "\n", FAMILY * 30])
def test_a_name_of_60_cells_fits(name: str) -> None:
    assert text.require_name(name) == name.strip()


@pytest.mark.parametrize(
    ("name", "width"), [("x" * 61, 61), ("\u5bbd" * 31, 62), ("\U0001f389" * 500, 1000)]
)
def test_a_wider_name_is_refused_with_its_width_and_what_to_do(name: str, width: int) -> None:
    with pytest.raises(RefusedError, match=rf"{width} cells wide; at most 60 fit\. Shorten it\."):
        text.require_name(name)


def test_a_note_of_10000_characters_fits_and_a_longer_one_is_refused_with_what_is_too_much() -> (
    None
):
    text.require_note("w" * 9_000, "y" * 1_000)
    with pytest.raises(RefusedError, match=r"10,001 characters; at most 10,000 .* Take out 1\."):
        text.require_note("w" * 9_000, "y" * 1_001)


def test_marks_are_not_piled_up_on_a_name_without_end() -> None:
    pile = "Z" + "\u0316\u0318" * 120

    assert text.cells(pile) == 1
    with pytest.raises(RefusedError, match="241 characters; at most 240 fit"):
        text.require_name(pile)


@untimed
@given(texts)
def test_what_fits_is_a_name_and_the_beginning_of_the_text(value: str) -> None:
    name = text.fitting(value)
    assert text.require_name(name) == name
    assert text.one_line(value).startswith(name)
