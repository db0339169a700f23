"""Balance tells of what kinds acts were, as hand-counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.practices import BY_SLUG
from habits.review.balance import Part, balances
from tests.review.packets import entry

if TYPE_CHECKING:
    from habits.model import Entry


def told(*entries: Entry) -> dict[tuple[str, str], dict[str, int]]:
    """Return the balances by practice and name."""
    return {
        (each.practice, each.name): {part.label: part.acts for part in each.parts}
        for each in balances(entries, BY_SLUG)
    }


def test_stories_are_good_or_bad_and_some_are_neither() -> None:
    tags: list[tuple[str, ...]] = [("good",), ("good", "team"), ("bad",), ("good", "bad"), ()]
    made = told(*(entry(practice="empathy", tags=each) for each in tags))
    assert made == {("empathy", "stories"): {"good": 3, "bad": 2, "not said": 1}}


@pytest.mark.parametrize(
    ("move", "tags", "where"),
    [
        ("public", (), {"in public"}),
        ("stage", (), {"in public"}),
        ("private", (), {"in private"}),
        ("private", ("written",), {"in private", "in writing"}),
        ("public", ("public",), {"in public"}),
        ("correct", ("1on1",), {"in private"}),
        ("correct", (), {"not said"}),
        (None, ("x",), {"not said"}),
    ],
)
def test_credit_is_said_where_its_move_or_its_tags_say(
    move: str | None, tags: tuple[str, ...], where: set[str]
) -> None:
    made = told(entry(practice="credit", move=move, tags=tags))
    parts = made["credit", "where it was said"]
    assert {label for label, acts in parts.items() if acts} == where
    assert set(parts.values()) == {0, 1}


def test_thanks_credit_and_respect_say_whom_they_helped() -> None:
    practices = ("thanks", "credit", "respect")
    made = told(*(entry(practice=slug, tags=("team", "customer")) for slug in practices))
    for slug in practices:
        assert made[slug, "whom it helped"] == {
            "team": 1,
            "product": 0,
            "customer": 1,
            "not said": 0,
        }


def test_the_moves_of_trust_are_held_against_each_other_without_slips() -> None:
    moves = ("context", "context", "question", "dictated", None)
    made = told(*(entry(practice="trust", move=move) for move in moves))
    assert made == {
        ("trust", "moves"): {"context": 2, "options": 0, "question": 1, "owner": 0, "not said": 1}
    }


def test_practices_without_an_act_or_a_facet_have_no_balance() -> None:
    slips = entry(practice="credit", move="unnamed"), entry(practice="trust", move="dictated")
    assert told(entry(practice="vision"), entry(practice="growth"), *slips) == {}


def test_it_comes_in_the_order_of_the_practices() -> None:
    entries = [entry(practice=slug) for slug in ("thanks", "empathy", "trust")]
    made = balances(entries, BY_SLUG)
    assert list(dict.fromkeys(each.practice for each in made)) == ["empathy", "trust", "thanks"]
    assert made[0].parts[-1] == Part("not said", 1)
