"""Names are found as words of their own, in any case and script."""

from __future__ import annotations

import pytest
from hypothesis import given

from habits.text import clean, one_line
from habits.whole_words import cases_of, pattern_of
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maya, MAYA and maya's", ["Maya", "MAYA", "maya"]),
        ("Mayan amaya maya2", []),
        ("maya_fix, fix_maya and _maya_", ["maya", "maya", "maya"]),
        ("Maya Lopes met Maya", ["Maya Lopes", "Maya"]),
        ("昨天张伟帮了我", ["张伟"]),
        ("STRASSE", ["STRASSE"]),
        ("\u03a4\u0391\u03aa\u0301\u03a3", ["\u03a4\u0391\u03aa\u0301\u03a3"]),
    ],
)
def test_words_are_found_whole_and_the_longest_first(text: str, found: list[str]) -> None:
    words = ["Maya", "Maya Lopes", "张伟", "Straße", "\u03a4\u03b1\u0390\u03c2"]
    assert pattern_of(words).findall(text) == found


def test_without_words_nothing_is_found() -> None:
    assert pattern_of([]).findall("all of it") == pattern_of([""]).findall("all of it") == []


@given(word=texts.map(one_line))
def test_any_word_is_found_in_all_of_its_cases(word: str) -> None:
    pattern = pattern_of([word])
    for case in cases_of([word]):
        assert pattern.fullmatch(clean(case))
