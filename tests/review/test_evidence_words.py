"""Before a packet is passed on, its writer is told what is in it and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from habits.model import Person, Remark
from habits.review.evidence_words import facts, preview
from tests.review.packets import ANA, DAY, DEV, LAST, MAYA, entry, evidence


def test_the_names_left_the_cover_and_what_is_left_out_are_told() -> None:
    subject = replace(MAYA, aims=(Remark(DAY, "staff"),), sparks=(Remark(LAST, "protocols"),))
    made = evidence(
        entry("Sarah of Acme saw it, and Acme asked https://x.example/1", people=(MAYA, DEV)),
        entry("\u05e9\u05dc\u05d5\u05dd https://x.example/dev"),
        entry("the tests", why="", day=LAST),
        entry(practice="respect", move="ally"),
        entry(practice="respect", move="ally"),
        entry(practice="trust", move="dictated"),
        subject=subject,
    )
    assert preview(made) == [
        "2 moments of Maya.",
        "Names left in, as far as they can be told: Acme (2).",
        "Words that begin a sentence, names or not: Sarah.",
        "Links left in: https://x.example/1",
        "Names in writing without capitals cannot be told: read it before you pass it on.",
        "Covered: Dev (a teammate).",
        (
            "Left out: slips (1), standing up for them (2), without why it mattered (1), "
            "aims and sparks that are not shared (2), links that name others (1)."
        ),
        "These would go in if they said why they mattered, the newest first:",
        "2026-11-22 'the tests'",
    ]


def test_where_there_is_nothing_to_look_at_that_is_told_too() -> None:
    assert preview(evidence(entry())) == [
        "1 moment of Maya.",
        "No names are left in, as far as they can be told.",
    ]


def test_of_many_that_want_a_why_the_newest_are_named() -> None:
    entries = [entry(f"act {number}", why="", day=date(2026, 5, number + 1)) for number in range(7)]
    assert preview(evidence(*entries))[-6:] == [
        *(f"2026-05-0{number + 1} 'act {number}'" for number in (6, 5, 4, 3, 2)),
        "and 2 before them.",
    ]


def test_several_are_listed_as_one_says_it() -> None:
    lee = Person(UUID(int=9), "Lee", "lee")
    made = evidence(entry(people=(MAYA, DEV, ANA, lee)), others=(DEV, ANA, lee))
    (moment,) = made.packet.moments
    assert facts(moment)[1] == ("Together with", "teammate 1, teammate 2 and teammate 3")
