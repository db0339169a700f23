"""Stand-ins are the same each time, and leave nothing of the words that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.stand_ins import StandIns, numbered
from habits.text import folded, one_line
from tests.strategies import texts


@given(seeds=st.lists(st.integers(0, 2**128), max_size=40), later=st.lists(st.integers(0, 2**128)))
def test_each_has_a_number_of_its_own_and_who_comes_later_changes_none(
    seeds: list[int], later: list[int]
) -> None:
    first = numbered(dict(enumerate(seeds)))
    everyone = numbered(dict(enumerate([*seeds, *later])))
    assert len(set(everyone.values())) == len(everyone)
    assert {key: everyone[key] for key in first} == first


def test_numbers_are_as_long_as_each_other_until_there_are_no_more() -> None:
    numbers = numbered(dict.fromkeys(range(901), 899))
    assert sorted(numbers.values())[:2] == [999, 1000]
    assert numbered({"a": 0, "b": 900, "c": 1}) == {"a": 100, "b": 101, "c": 102}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maya and MAYA, maya's and @maya", "P 1 and P 1, P 1's and @p1"),
        ("Mayan ruins of amaya", "Mayan ruins of amaya"),
        ("the maya_fix branch", "the P 1_fix branch"),
        ("Ana Lima, then Ana", "P 2, then Ana"),
        ("STRASSE and Straße", "P 3 and P 3"),
        ("İzel", "P 4"),
        ("thanks, Thanks", "thanks, Thanks"),
        ("'The longest promise that anybody has ev…' stands", "'habit' stands"),
        ("C++ and [x]", "P 5 and P 6"),
        ("昨天张伟帮了我", "昨天P 7帮了我"),
    ],
)
def test_words_are_replaced_whole_and_whatever_their_case(text: str, shown: str) -> None:
    stand_ins = StandIns(
        {
            "Maya": "P 1", "@maya": "@p1", "Ana Lima": "P 2", "Straße": "P 3", "strasse": "P 3",
            "İzel": "P 4", "Thanks": "Thanks", "C++": "P 5", "[x]": "P 6", "": "nobody",
            "张伟": "P 7",
            "The longest promise that anybody has ever made to anyone": "habit",
        }
    )  # fmt: skip
    assert stand_ins.instead(text) == shown


def test_without_words_nothing_is_replaced() -> None:
    assert StandIns({}).instead("all of it") == "all of it"


@given(word=texts.map(one_line))
def test_any_word_alone_is_replaced(word: str) -> None:
    assert StandIns({word: "…"}).instead(word) == ("…" if word else "")


@given(word=texts.map(one_line), text=texts)
def test_a_text_without_the_word_stays_as_it_is(word: str, text: str) -> None:
    if folded(word) not in folded(text):
        assert StandIns({word: "…"}).instead(text) == text
