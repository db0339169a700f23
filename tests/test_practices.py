"""The eight practices are those of the table, and each is found by what a user would call it."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.model import OwnPractice
from habits.practices import (
    BY_SLUG,
    PRACTICES,
    Flagship,
    Move,
    Practice,
    eight_with,
    is_move,
    require_practice,
)
from habits.text import one_line
from tests.hostile import each_hostile
from tests.strategies import texts, untimed

THE_EIGHT = {
    "vision": (
        "People do better work on a goal they can retell",
        Flagship("Tie the work to the north star", "weekly"),
        (
            Move("tie", "link one work item to it"),
            Move("retell", "tell it with a fresh example"),
            Move("playback", "ask someone to say it back"),
            Move("signal", "show what the market, a customer or a partner says"),
            Move("why", "put the why at the top of a plan"),
        ),
    ),
    "empathy": (
        "First-hand contact with a customer beats a summary",
        Flagship("Share a customer story", "every 2 weeks"),
        (
            Move("story", "in the customer's words"),
            Move("invite", "an engineer to a customer conversation"),
            Move("clip", "play two minutes of one"),
            Move("need", "open a feature idea with the need behind it"),
            Move("outcome", "bring back what a shipped fix changed"),
        ),
    ),
    "trust": (
        "Owners solve better than order-takers",
        Flagship("Hand over the how", "weekly"),
        (
            Move("context", "give it, then stop"),
            Move("options", "help compare them"),
            Move("question", "ask instead of telling"),
            Move("owner", "name who decides"),
            Move("dictated", "I said how to build it", slip=True),
        ),
    ),
    "respect": (
        "Regard is felt when it is exact, and when you stand up for people in their absence",
        Flagship("Notice a skill, a commitment or a rescue", "every 2 weeks"),
        (
            Move("skill", "what I saw"),
            Move("commitment", "what I saw"),
            Move("rescue", "what I saw"),
            Move("ally", "ask another team for grace, fix the complaint, then go back to them"),
        ),
    ),
    "productivity": (
        "Attention is the scarce input",
        Flagship("Sweep for blockers", "weekly"),
        (
            Move("blocker", "found early, with its owner"),
            Move("spec", "answer a question before it is asked"),
            Move("meeting", "trim or cancel one"),
            Move("route", "send a side request to the right door"),
            Move("shield", "turn away an ask outside the goals"),
            Move("distraction", "I passed one on", slip=True),
        ),
    ),
    "credit": (
        "The builder's name should travel as far as the result",
        Flagship("Name the builder", "weekly"),
        (
            Move("public", "in front of others"),
            Move("private", "in the 1:1"),
            Move("stage", "hand over the demo"),
            Move("correct", "set a misattribution right"),
            Move("unnamed", "I announced work without its makers", slip=True),
        ),
    ),
    "growth": (
        "You see work that their manager misses",
        Flagship("Talk about where someone wants to go", "monthly"),
        (
            Move("talk", "about aims"),
            Move("spark", "learn which work lights them up"),
            Move("match", "a project to an aim"),
            Move("manager", "tell their manager one dated example"),
            Move("evidence", "send what a promotion needs"),
        ),
    ),
    "thanks": (
        "Thanks says that the act, and so the person, mattered",
        Flagship("Thank someone and say why", "twice a week"),
        (
            Move("thanks", "for one act"),
            Move("quiet", "for unseen work: tests, docs, on-call"),
            Move("relay", "pass on thanks heard from a customer or another team"),
        ),
    ),
}

each_practice = pytest.mark.parametrize("practice", PRACTICES, ids=list(BY_SLUG))


def test_the_eight_are_in_the_order_of_their_keys() -> None:
    assert [practice.slug for practice in PRACTICES] == list(THE_EIGHT)
    assert [practice.key for practice in PRACTICES] == [1, 2, 3, 4, 5, 6, 7, 8]


@each_practice
def test_a_practice_says_what_the_table_says(practice: Practice) -> None:
    assert (practice.why, practice.flagship, practice.moves) == THE_EIGHT[practice.slug]


def test_three_moves_are_slips() -> None:
    slips = [move.slug for practice in PRACTICES for move in practice.moves if move.slip]
    assert slips == ["dictated", "distraction", "unnamed"]


@each_practice
def test_the_cadence_of_a_flagship_is_its_own_canonical_phrase(practice: Practice) -> None:
    assert str(parse_cadence(practice.flagship.cadence)) == practice.flagship.cadence


@each_practice
def test_a_practice_finds_its_moves_and_no_others(practice: Practice) -> None:
    assert [practice.move(move.slug) for move in practice.moves] == list(practice.moves)
    assert practice.move("oops") is None


@each_practice
def test_a_practice_is_found_by_key_slug_and_name(practice: Practice) -> None:
    words = (str(practice.key), practice.slug, practice.name, f" {practice.slug.upper()}\n")
    assert [require_practice(word, BY_SLUG) for word in words] == [practice] * 4


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("v", "vision"),
        ("Em", "empathy"),
        ("tr", "trust"),
        ("th", "thanks"),
        ("prod", "productivity"),
    ],
)
def test_a_practice_is_found_by_the_beginning_of_its_slug(word: str, slug: str) -> None:
    assert require_practice(word, BY_SLUG).slug == slug


def test_a_practice_is_found_by_the_name_that_the_user_gave_it() -> None:
    gratitude = OwnPractice(UUID(int=1), "thanks", "Gro")
    eight = eight_with([gratitude])
    assert require_practice("GRO", eight) == eight["thanks"]
    assert require_practice("grow", eight) == eight["growth"]
    assert require_practice("thanks", eight) == eight["thanks"]


def test_the_beginning_of_a_slug_goes_before_the_beginning_of_a_name() -> None:
    eight = eight_with([OwnPractice(UUID(int=1), "thanks", "Gratitude")])
    assert require_practice("gr", eight) == eight["growth"]
    assert require_practice("gra", eight) == eight["thanks"]
    with pytest.raises(RefusedError, match=r"Did you mean gratitude\?$"):
        require_practice("grattitude", eight)


def test_where_two_machines_chose_one_name_the_first_practice_is_meant() -> None:
    own = [OwnPractice(UUID(int=n), slug, "Room") for n, slug in enumerate(("thanks", "trust"))]
    assert require_practice("room", eight_with(own)).slug == "trust"


@pytest.mark.parametrize("word", ["quiet", "on_call", "2nd", "straße".casefold(), "дело"])
def test_a_move_is_one_folded_word(word: str) -> None:
    assert is_move(word)


@pytest.mark.parametrize("word", ["", "Quiet", "on-call", "two words", "straße", "x\u0301y"])
def test_anything_else_is_no_move(word: str) -> None:
    assert not is_move(word)


@pytest.mark.parametrize(
    ("word", "nearest"), [("thnaks", "thanks"), ("vison", "vision"), ("Respekt", "respect")]
)
def test_a_misspelt_practice_is_refused_with_the_nearest(word: str, nearest: str) -> None:
    with pytest.raises(RefusedError, match=rf"^There is no practice '{word}'\.") as refusal:
        require_practice(word, BY_SLUG)
    assert str(refusal.value).endswith(f"Did you mean {nearest}?")


@pytest.mark.parametrize("word", ["", "0", "9", "12", "zzz"])
def test_a_word_that_is_near_none_is_refused_with_all_eight(word: str) -> None:
    with pytest.raises(RefusedError, match=rf"^There is no practice '{word}'\.") as refusal:
        require_practice(word, BY_SLUG)
    assert str(refusal.value).endswith(f"The eight are {', '.join(THE_EIGHT)}.")


def test_a_word_that_several_begin_with_is_refused_with_these() -> None:
    with pytest.raises(RefusedError) as refusal:
        require_practice("T", BY_SLUG)
    assert str(refusal.value) == "'T' may be trust or thanks. Write more of it."


@each_hostile
def test_a_hostile_word_is_no_practice_and_is_told_on_one_line(hostile: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        require_practice(hostile, BY_SLUG)
    assert str(refusal.value) == one_line(str(refusal.value))


@untimed
@given(texts)
def test_any_word_is_a_practice_or_is_refused(word: str) -> None:
    try:
        slug = require_practice(word, BY_SLUG).slug
    except RefusedError as refusal:
        slug = str(refusal)
    assert slug in THE_EIGHT or slug.startswith("There is no practice") or " may be " in slug
