"""An act is told on one line: what was said of it, and nothing that was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.practices import BY_SLUG
from habits.quicklog import Draft
from habits.text import one_line, tidy
from habits.words import act_words, entry_words, sentence
from tests.records import entry
from tests.strategies import texts, untimed

SUNDAY = date(2026, 11, 22)
MAYA, DEV, AL, GONE = (UUID(int=number) for number in range(4))
NAMES: Final = {MAYA: "Maya", DEV: "Dev", AL: "Al"}


def test_an_act_is_told_with_everything_that_was_said() -> None:
    draft = Draft("quiet", "the on-call fix", "it saved the launch", (), ("team", "product"))
    assert act_words(BY_SLUG["thanks"], draft, ["Maya", "Dev"]) == (
        "Thanks /quiet · Maya, Dev · the on-call fix · because it saved the launch · #team #product"
    )


@pytest.mark.parametrize(
    ("draft", "people", "words"),
    [
        (Draft(), [], "Thanks"),
        (Draft(move="quiet"), [], "Thanks /quiet"),
        (Draft(), ["Maya"], "Thanks · Maya"),
        (Draft(what="one\ntwo"), [], "Thanks · one two"),
        (Draft(why="one\ntwo"), [], "Thanks · because one two"),
        (Draft(tags=("team",)), [], "Thanks · #team"),
    ],
)
def test_what_was_not_said_is_left_out(draft: Draft, people: list[str], words: str) -> None:
    assert act_words(BY_SLUG["thanks"], draft, people) == words


def test_an_entry_is_told_with_its_people_and_who_is_new() -> None:
    act = entry(SUNDAY, "the demo", practice="credit", move="stage", people=(MAYA, DEV))
    assert (
        entry_words(BY_SLUG[act.practice], act, NAMES, new=[DEV])
        == "Credit /stage · Maya, Dev (new) · the demo"
    )


def test_a_person_who_is_no_longer_known_is_someone() -> None:
    act = entry(SUNDAY, "the demo", people=(GONE,))
    assert entry_words(BY_SLUG[act.practice], act, NAMES) == "Thanks · someone · the demo"
    assert sentence(act, NAMES) == "someone: the demo"


@pytest.mark.parametrize(
    ("what", "people", "words"),
    [
        ("the on-call fix", (MAYA,), "Maya: the on-call fix"),
        ("paired with Maya on it", (MAYA,), "paired with Maya on it"),
        ("Maya's fix", (MAYA,), "Maya's fix"),
        ("told Dev about it", (MAYA, DEV), "Maya: told Dev about it"),
        ("the on-call fix", (MAYA, DEV), "Maya, Dev: the on-call fix"),
        ("Also wrote the Algebra test", (AL,), "Al: Also wrote the Algebra test"),
        ("one\ntwo", (), "one two"),
        ("", (MAYA,), "Maya"),
        ("", (), ""),
    ],
)
def test_a_sentence_names_whom_its_words_leave_out(
    what: str, people: tuple[UUID, ...], words: str
) -> None:
    assert sentence(entry(SUNDAY, what, people=people), NAMES) == words


@untimed
@given(texts.map(tidy), texts.map(one_line))
def test_an_act_of_any_words_is_told_on_one_line(what: str, name: str) -> None:
    act = replace(entry(SUNDAY, what, people=(MAYA,)), why=what)
    for words in (
        entry_words(BY_SLUG[act.practice], act, {MAYA: name}),
        sentence(act, {MAYA: name}),
    ):
        assert "\n" not in words


@untimed
@given(st.sampled_from(["[x]", "a.b", "(", "*", "\\"]))
def test_a_name_of_signs_is_found_in_the_words_as_it_stands(name: str) -> None:
    assert sentence(entry(SUNDAY, f"told {name} first", people=(MAYA,)), {MAYA: name}) == (
        f"told {name} first"
    )
