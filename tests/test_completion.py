"""Completion offers people, moves, tags and nouns of what happened, and never a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.completion import MOST, MOST_NOUNS, Vocabulary, complete, nouns_in
from habits.practices import BY_SLUG

if TYPE_CHECKING:
    from habits.practices import Practice

KNOWN = Vocabulary(
    people=[("maya", "Maya"), ("ana.lima", "Ana Lima"), ("zoë", "Zoë"), ("mark", "Mark")],
    tags=["team", "plan"],
    nouns=["on-call fix", "SSO ticket", "importer", "import plan"],
)
THANKS = BY_SLUG["thanks"]


def offered(text: str, practice: Practice | None = THANKS, known: Vocabulary = KNOWN) -> list[str]:
    """Return what a line may become, with each candidate in place of what it completes."""
    offer = complete(text, practice, known)
    return [text[: offer.begin] + each.text for each in offer.candidates]


@pytest.mark.parametrize(
    ("text", "may_become"),
    [
        ("@m", ["@maya ", "@mark "]),
        ("@M", ["@maya ", "@mark "]),
        ("@lima", ["@ana.lima "]),
        ("@zo", ["@zoë "]),
        ("@x", []),
        ("the docs with @ma", ["the docs with @maya ", "the docs with @mark "]),
        ("docs because @may", ["docs because @maya "]),
    ],
)
def test_people_are_found_by_their_handles_and_by_each_word_of_their_names(
    text: str, may_become: list[str]
) -> None:
    assert offered(text) == may_become


def test_an_at_alone_offers_all_and_tells_who_they_are() -> None:
    labels = [each.label for each in complete("@", THANKS, KNOWN).candidates]
    assert labels == ["Maya", "Ana Lima", "Zoë", "Mark"]


def test_the_tags_that_a_review_counts_come_before_others_and_tell_their_facet() -> None:
    offer = complete("docs #", THANKS, KNOWN)
    told = [(each.text, each.label) for each in offer.candidates]
    assert told[:2] == [("#team ", "helped"), ("#product ", "helped")]
    assert offered("docs #p") == ["docs #product ", "docs #public ", "docs #plan "]
    assert offered("docs #p", BY_SLUG["vision"]) == ["docs #plan "]
    assert offered("docs #p", None) == ["docs #plan "]


def test_moves_are_offered_with_their_meaning_where_a_line_may_name_one() -> None:
    (offer,) = complete("/q", THANKS, KNOWN).candidates
    assert (offer.text, offer.label[:11]) == ("/quiet ", "for unseen ")
    assert offered("  /") == ["  /thanks ", "  /quiet ", "  /relay "]
    assert offered("@maya, @dev /q") == ["@maya, @dev /quiet "]
    assert offered("docs /q") == []
    assert offered("/q", None) == []


@pytest.mark.parametrize(
    ("text", "may_become"),
    [
        ("on", ["on-call fix"]),
        ("@maya the on", ["@maya the on-call fix"]),
        ("the on-call f", ["the on-call fix"]),
        ("ss", ["SSO ticket"]),
        ("the sso tick", ["the SSO ticket"]),
        ("the imp", ["the importer", "the import plan"]),
        ("o", []),
        ("", []),
        ("on ", []),
        ("the on-call fix", []),
    ],
)
def test_a_letter_or_two_of_a_noun_are_completed_to_all_its_words(
    text: str, may_become: list[str]
) -> None:
    assert offered(text) == may_become


@pytest.mark.parametrize("text", ["docs because on", "because on", "docs BECAUSE it was an on"])
def test_a_reason_is_never_completed(text: str) -> None:
    assert offered(text) == []


def test_no_more_are_offered_than_one_line_tells() -> None:
    known = Vocabulary(people=[(f"m{number}", f"M{number}") for number in range(50)])
    assert len(offered("@m", THANKS, known)) == MOST


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("the on-call fix", ["on-call fix"]),
        ("cut the wizard from five pages to two", ["wizard", "five pages"]),
        ('"I gave up at step four", said the clinic', ["step four", "clinic"]),
        ("a run of four rather long words", ["run"]),
        ("4211 and #5 and ...", []),
        ("", []),
    ],
)
def test_nouns_are_the_words_between_the_small_ones(sentence: str, nouns: list[str]) -> None:
    assert list(nouns_in(sentence)) == nouns


def test_names_are_no_nouns_and_nor_is_whose_something_is() -> None:
    sentence = "Maya's retry fix for Tom, and Maya\u2019s docs"
    assert list(nouns_in(sentence, {"maya", "tom"})) == ["retry fix", "docs"]


def test_what_is_known_twice_is_known_once_and_where_it_was_said_last() -> None:
    older = Vocabulary([("a", "A"), ("b", "B")], ["x"], ["one", "two"])
    newer = Vocabulary([("b", "B")], ["y", "x"], ["two", "three"])
    assert newer.before(older) == Vocabulary(
        [("b", "B"), ("a", "A")], ["y", "x"], ["two", "three", "one"]
    )


def test_the_nouns_that_were_said_longest_ago_are_forgotten() -> None:
    many = Vocabulary(nouns=[f"n{number}" for number in range(MOST_NOUNS)])
    assert Vocabulary(nouns=["new"]).before(many).nouns == ["new", *many.nouns[:-1]]


@given(text=st.text("@#/aimnoqtyz- ", max_size=12))
def test_whatever_is_typed_what_is_completed_stands_at_the_end(text: str) -> None:
    offer = complete(text, THANKS, KNOWN)
    assert 0 <= offer.begin <= len(text)
    begun = text[offer.begin :].casefold()
    for each in offer.candidates:
        names = {f"@{word}" for word in each.label.casefold().split()}
        assert any(word.startswith(begun) for word in {each.text.casefold(), *names})
