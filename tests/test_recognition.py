"""Whose preference a public act passes over."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from habits.model import Person, Recognition
from habits.quicklog import Draft
from habits.recognition import likes_words, preference

MAYA = Person(UUID(int=1), "Maya", "maya", recognition=Recognition.PRIVATE)
ANA = Person(UUID(int=2), "Ana", "ana", recognition=Recognition.PRIVATE)
DEV = Person(UUID(int=3), "Dev", "dev", recognition=Recognition.PUBLIC)
LEE = Person(UUID(int=4), "Lee", "lee")
EVERYBODY = [MAYA, ANA, DEV, LEE]
NAMED = tuple((each.handle, each.name) for each in EVERYBODY)


@pytest.mark.parametrize(
    ("practice", "move", "tags", "instead"),
    [
        ("credit", "public", (), "/private"),
        ("credit", "stage", (), "/private"),
        ("credit", "public", ("public",), "/private"),
        ("credit", None, ("team", "public"), "#1on1"),
        ("thanks", "quiet", ("public",), "#1on1"),
    ],
)
def test_a_public_act_passes_over_those_who_like_a_talk_of_two(
    practice: str, move: str | None, tags: tuple[str, ...], instead: str
) -> None:
    found = preference(practice, Draft(move=move, tags=tags, people=NAMED), EVERYBODY)

    assert found is not None
    assert found.people == (MAYA, ANA)
    assert found.instead == instead


@pytest.mark.parametrize(
    ("practice", "move", "tags"),
    [
        ("credit", "private", ()),
        ("credit", "correct", ("1on1",)),
        ("credit", None, ("publicity",)),
        ("thanks", "thanks", ("written",)),
        ("respect", "public", ()),
    ],
)
def test_an_act_that_is_not_public_passes_over_nobody(
    practice: str, move: str | None, tags: tuple[str, ...]
) -> None:
    assert preference(practice, Draft(move=move, tags=tags, people=NAMED), EVERYBODY) is None


@pytest.mark.parametrize(
    "likes", [Recognition.PUBLIC, Recognition.SMALL_GROUP, Recognition.WRITTEN, None]
)
def test_who_likes_it_otherwise_or_never_said_so_is_not_asked_for(
    likes: Recognition | None,
) -> None:
    draft = Draft(move="public", people=NAMED)
    others = [replace(each, recognition=likes) for each in EVERYBODY]
    assert preference("credit", draft, others) is None


def test_they_are_told_in_the_order_of_the_line() -> None:
    draft = Draft(move="public", people=NAMED[::-1])
    found = preference("credit", draft, EVERYBODY)
    assert found is not None
    assert found.people == (ANA, MAYA)


def test_who_is_not_named_is_not_asked_for() -> None:
    draft = Draft(move="public", people=(("dev", "Dev"), ("new", "New")))
    assert preference("credit", draft, EVERYBODY) is None


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Maya"], "Maya likes to hear it in a 1:1"),
        (["Maya", "Ana"], "Maya and Ana like to hear it in a 1:1"),
        (["Maya", "Ana", "Lee"], "Maya, Ana and Lee like to hear it in a 1:1"),
    ],
)
def test_all_are_named(names: list[str], words: str) -> None:
    assert likes_words(names) == words
