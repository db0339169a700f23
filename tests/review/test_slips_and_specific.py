"""Slips are told by kind and without blame; the most specific entries are chosen as is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from habits.practices import BY_SLUG, Move
from habits.review.slips_by_kind import SlipKind, slips_by_kind
from habits.review.specific import most_specific
from tests.review.packets import DAY, entry

if TYPE_CHECKING:
    from habits.model import Entry


def test_slips_are_counted_by_kind_in_the_order_of_the_practices() -> None:
    slips = [("credit", "unnamed"), ("trust", "dictated"), ("credit", "unnamed"), ("trust", None)]
    made = slips_by_kind([entry(practice=slug, move=move) for slug, move in slips], BY_SLUG)
    assert made == (
        SlipKind("trust", "dictated", "I said how to build it", 1),
        SlipKind("credit", "unnamed", "I announced work without its makers", 2),
    )


def test_own_slips_are_told_in_own_words_and_a_dropped_one_as_before() -> None:
    own = Move("late", "I said it late", slip=True)
    eight = {**BY_SLUG, "credit": replace(BY_SLUG["credit"], moves=(own,))}
    entries = [entry(practice="credit", move=move) for move in ("unnamed", "late", "public")]
    made = slips_by_kind(entries, eight)
    assert sorted((each.meaning, each.times) for each in made) == [
        ("I announced work without its makers", 1),
        ("I said it late", 1),
    ]


def test_without_a_slip_there_is_no_kind() -> None:
    assert slips_by_kind([entry()], BY_SLUG) == ()


def test_who_says_who_how_much_what_and_in_whose_words_goes_first() -> None:
    plain = entry("something was done", "it was good", people=())
    named = entry("something was done", "it was good")
    number = entry("cut 40 minutes of it", "it was good")
    term = entry("cut 40 minutes of Jenkins", "it was good")
    quote = entry('cut 40 minutes of Jenkins, "at last"', "it was good")
    order = [quote, term, number, named, plain]
    for count in range(1, 6):
        chosen = most_specific(reversed(order), BY_SLUG, count)
        assert set(chosen) == set(order[:count])


def test_of_two_alike_that_goes_first_which_has_more_different_words_of_its_own() -> None:
    short = entry("the fix of the build", "the tests and the build run")
    longer = entry("the fix of a flaky build", "tests run again overnight")
    assert most_specific([short, longer], BY_SLUG, 1) == (longer,)


def test_a_long_text_is_not_more_exact_than_a_full_one() -> None:
    words = [f"w{letter}{other}" for letter in "abcdef" for other in "abcdefghij"]
    full = entry(" ".join(words[:35]), "it held", day=date(2026, 6, 1))
    longest = entry(" ".join(words), "it held", day=DAY)
    assert most_specific([full, longest], BY_SLUG, 1) == (full,)


def test_stubs_and_slips_are_never_chosen() -> None:
    out = [
        entry(""),
        entry("", ""),
        entry(why=""),
        entry(" ", "\n"),
        entry("cut 40 minutes", practice="trust", move="dictated"),
    ]
    assert most_specific(out, BY_SLUG) == ()


def test_five_are_chosen_and_told_the_oldest_first() -> None:
    days = [date(2026, month, 1) for month in (3, 1, 6, 2, 5, 4)]
    chosen = most_specific([entry(f"fix {day}", day=day) for day in days], BY_SLUG)
    assert [each.date.month for each in chosen] == [2, 3, 4, 5, 6]


def test_what_was_said_again_in_the_same_words_is_read_once_and_the_newest_of_it() -> None:
    days = [date(2026, month, 1) for month in (3, 6, 2)]
    again = [entry("cut 40 minutes", "it held", day=day) for day in days]
    other = entry("cut 40 minutes", "it saved the night", day=date(2026, 1, 1))
    assert most_specific([*again, other], BY_SLUG) == (other, again[1])


@given(st.permutations([entry(f"fix {number}") for number in range(8)]))
def test_the_order_in_which_entries_come_changes_nothing(entries: list[Entry]) -> None:
    by_age = sorted(entries, key=lambda each: each.id.int)
    assert most_specific(entries, BY_SLUG) == most_specific(by_age, BY_SLUG)
