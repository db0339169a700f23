"""What is looked for is found where all of it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.finding import Finding, said_in
from habits.model import Entry, Person
from habits.practices import BY_SLUG, eight_with
from tests.hostile import each_hostile
from tests.records import entry, habit

if TYPE_CHECKING:
    from habits.model import Habit

SUNDAY = date(2026, 11, 22)
MAYA, ZOE = UUID(int=1), UUID(int=2)
PEOPLE = (Person(MAYA, "Maya Lindqvist", "maya"), Person(ZOE, "Zoë", "zoë"))
FIX = replace(
    entry(SUNDAY, "The on-call fix", move="quiet", people=(MAYA,)),
    why="it saved the Straße launch\nand two nights",
    tags=("team", "1on1"),
)


def fits(text: str, logged: Entry = FIX) -> bool:
    """Return whether an entry is found by a text."""
    return Finding(text).sieve(PEOPLE, BY_SLUG).lets_through(said_in(logged))


@pytest.mark.parametrize(
    "text",
    [
        "fix", "FIX", "on-c", "launch", "strasse", "nights", "@maya", "@may", "maya", "lindqvist",
        "@Maya Lindqvist", "/quiet", "/q", "quiet", "#team", "#1on1", "team", "thanks", "thank",
        "fix launch", "  launch   fix ", "@maya #team saved /quiet thanks", "fix fix", "", "  ",
    ],
)  # fmt: skip
def test_an_entry_is_found_by_all_that_it_says(text: str) -> None:
    assert fits(text)


@pytest.mark.parametrize(
    "text",
    ["fixed", "@zoë", "@lind", "#launch", "/fix", "#quiet", "@team", "fix nowhere", "fixit",
     "trust", "because"],
)  # fmt: skip
def test_an_entry_is_not_found_by_what_it_does_not_say(text: str) -> None:
    assert not fits(text)


@pytest.mark.parametrize("text", ["@zoë", "@zoe\u0308", "ZOË", "Zoe\u0308"])
def test_a_name_is_found_however_its_signs_are_put_together(text: str) -> None:
    assert fits(text, replace(FIX, people=(ZOE,)))


def test_a_word_of_the_text_is_found_where_it_is_also_a_name_of_somebody_else() -> None:
    assert fits("zoë", replace(FIX, what="met Zoë"))


def test_an_entry_that_names_somebody_who_is_gone_is_found_by_the_rest() -> None:
    logged = replace(FIX, people=(UUID(int=9),))

    assert fits("fix", logged)
    assert not fits("@maya", logged)


def test_a_practice_is_found_by_the_name_that_the_user_gave_it() -> None:
    eight = eight_with(())
    renamed = {**eight, "thanks": replace(eight["thanks"], name="Kudos")}
    sieve = Finding("kudos").sieve(PEOPLE, renamed)

    assert sieve.lets_through(said_in(FIX))
    assert not fits("kudos")


def test_a_practice_is_looked_for_together_with_words() -> None:
    said = said_in(FIX)

    assert Finding("fix", "thanks").sieve(PEOPLE, BY_SLUG).lets_through(said)
    assert not Finding("fix", "trust").sieve(PEOPLE, BY_SLUG).lets_through(said)
    assert not Finding("trust", "thanks").sieve(PEOPLE, BY_SLUG).lets_through(said)


@pytest.mark.parametrize(
    ("finding", "is_anything"),
    [
        (Finding(), True),
        (Finding("  "), True),
        (Finding("x"), False),
        (Finding(practice="thanks"), False),
        (Finding(day=SUNDAY), False),
    ],
)
def test_every_entry_fits_where_nothing_is_looked_for(
    finding: Finding, *, is_anything: bool
) -> None:
    assert finding.is_anything is is_anything


def test_who_is_known_by_now_changes_what_a_word_finds() -> None:
    finding = Finding("@maya")

    assert finding.sieve(PEOPLE, BY_SLUG) != finding.sieve((), BY_SLUG)
    assert finding.sieve(PEOPLE, BY_SLUG) == finding.sieve(PEOPLE[:1], BY_SLUG)


@each_hostile
def test_whatever_is_looked_for_finds_the_entry_that_says_it(hostile: str) -> None:
    assert fits(hostile, entry(SUNDAY, hostile))


def test_of_the_entries_of_a_practice_those_are_found_that_a_habit_counts() -> None:
    quiet = habit(SUNDAY, moves=("quiet",))
    other = entry(SUNDAY, "The table", move="public")

    def found(habits: tuple[Habit, ...]) -> list[bool]:
        sieve = Finding(practice="thanks", habit=quiet.id).sieve(PEOPLE, BY_SLUG, habits)
        return [sieve.lets_through(said_in(each)) for each in (FIX, other)]

    assert found((quiet,)) == [True, False]
    assert found((replace(quiet, moves=()),)) == [True, True]
    assert found(()) == [False, False]


def test_what_a_habit_counts_is_not_every_entry() -> None:
    assert not Finding(habit=MAYA).is_anything
