"""A person is told the same way whether something was done or taken back, and fact by fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from habits.change import Altered
from habits.change_words import change_words
from habits.model import FollowUp, Pause, Person, Recognition, Remark
from habits.person_words import person_facts
from habits.practices import BY_SLUG
from habits.review.person_page import PersonPage
from tests.records import entry, noon
from tests.test_change_words import NOTHING

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
TOM = Person(UUID(int=1), "Tom", "tom")
LEE = Person(UUID(int=2), "Tom Lee", "tom.lee", role="engineer")
NAMES = {TOM.id: "Tom", LEE.id: "Tom Lee"}
AIM, SPARK = Remark(MONDAY, "staff by\nautumn", shared=True), Remark(SUNDAY, "protocols")
NOTHING_LOGGED: dict[str, Any] = {
    "away": (), "contacts": {}, "entries": (), "follow_ups": (),
}  # fmt: skip


def told(before: Person | None, after: Person | None) -> str:
    """Return how an act is told."""
    change = replace(NOTHING, people=(Altered(before, after),))
    (line,) = change_words(change, NAMES, SUNDAY, BY_SLUG)
    return line


def test_who_comes_or_goes_is_told_with_what_is_known() -> None:
    assert told(None, LEE) == told(LEE, None) == "Tom Lee · @tom.lee · engineer"


@pytest.mark.parametrize(
    ("fields", "done", "undone"),
    [
        ({"name": "Thomas"}, "Tom is now Thomas", "Thomas is now Tom"),
        ({"handle": "t"}, "Tom · @t", "Tom · @tom"),
        ({"role": "lead"}, "Tom · lead", "Tom · no role"),
        ({"manager": "Ana"}, "Tom · manager Ana", "Tom · no manager"),
        ({"joined": MONDAY}, "Tom · here from Mon 16", "Tom · no first day"),
        ({"left": SUNDAY}, "Tom · last day today", "Tom · here"),
        (
            {"recognition": Recognition.WRITTEN},
            "Tom · likes recognition written",
            "Tom · no way of recognition",
        ),
        (
            {"aims": (AIM,)},
            "Tom · has the aim: staff by autumn (ok to share)",
            "Tom · no longer has the aim: staff by autumn",
        ),
        ({"sparks": (SPARK,)}, "Tom · lit up by protocols", "Tom · no longer lit up by protocols"),
        (
            {"merged_into": LEE.id},
            "Tom is Tom Lee from now on",
            "Tom is a person of their own again",
        ),
        (
            {"merged_into": UUID(int=9)},
            "Tom is someone from now on",
            "Tom is a person of their own again",
        ),
    ],
)
def test_an_edit_is_told_by_what_differs_and_taken_back_by_what_holds_again(
    fields: dict[str, Any], done: str, undone: str
) -> None:
    after = replace(TOM, **fields)
    assert told(TOM, after) == done
    assert told(after, TOM) == undone


def test_a_remark_said_anew_is_told_as_it_is_now() -> None:
    before, after = replace(TOM, aims=(AIM,)), replace(TOM, aims=(replace(AIM, shared=False),))
    assert told(before, after) == "Tom · has the aim: staff by autumn"


def test_of_whom_nothing_is_known_the_name_and_handle_are_told() -> None:
    page = PersonPage(TOM, since=None, **NOTHING_LOGGED)
    assert list(person_facts(page, BY_SLUG, NAMES, SUNDAY)) == [("name", "Tom"), ("handle", "@tom")]


def test_all_that_is_known_of_somebody_is_told_fact_by_fact() -> None:
    person = replace(
        LEE, manager="Ana", joined=MONDAY, left=SUNDAY, recognition=Recognition.PRIVATE,
        aims=(AIM,), sparks=(SPARK, SPARK),
    )  # fmt: skip
    page = PersonPage(
        person,
        since=MONDAY,
        away=(
            Pause(UUID(int=5), MONDAY, SUNDAY),
            Pause(UUID(int=6), SUNDAY, SUNDAY),
            Pause(UUID(int=7), SUNDAY),
        ),
        contacts={"thanks": SUNDAY},
        entries=(),
        follow_ups=(FollowUp(UUID(int=8), "back to Tom", MONDAY, noon(MONDAY), (LEE.id,)),),
    )
    assert list(person_facts(page, BY_SLUG, NAMES, SUNDAY)) == [
        ("name", "Tom Lee"),
        ("handle", "@tom.lee"),
        ("role", "engineer"),
        ("manager", "Ana"),
        ("here from", "Mon 16"),
        ("last day", "today"),
        ("away", "Mon 16 to today"),
        ("away", "today"),
        ("away", "from today on"),
        ("likes recognition", "1:1"),
        ("aim 1", "staff by autumn, said Mon 16, ok to share"),
        ("spark 1", "protocols, said today, not to be shared"),
        ("spark 2", "protocols, said today, not to be shared"),
        ("last Thanks", "today"),
        ("follow-up", "back to Tom, Mon 16, 6 days late, Tom Lee"),
    ]


def test_the_newest_entries_are_told_and_how_many_more_there_are() -> None:
    entries = tuple(entry(SUNDAY, what, people=(TOM.id,)) for what in ("three", "two", "one"))
    page = PersonPage(TOM, since=SUNDAY, **(NOTHING_LOGGED | {"entries": entries}))

    assert list(person_facts(page, BY_SLUG, NAMES, SUNDAY, most=2))[2:] == [
        ("here from", "today, the first entry"),
        ("2026-11-22", "Thanks, Tom, three"),
        ("2026-11-22", "Thanks, Tom, two"),
        ("entries before these", "1"),
    ]
    assert list(person_facts(page, BY_SLUG, NAMES, SUNDAY))[-1] == (
        "2026-11-22",
        "Thanks, Tom, one",
    )
    assert list(person_facts(page, BY_SLUG, NAMES, SUNDAY, most=3))[-1][1] == "Thanks, Tom, one"
