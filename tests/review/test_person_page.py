"""What was logged with a person, as their page tells it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from habits.model import FollowUp
from habits.practices import BY_SLUG
from habits.review.person_page import concerning, last_contacts, newest_first
from tests.records import entry, noon

MONDAY, FRIDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 22)
TOM, ANA = UUID(int=1), UUID(int=2)


def test_the_last_contact_of_each_practice_is_no_slip_and_stands_in_the_practices_order() -> None:
    entries = [
        entry(SUNDAY, practice="credit", move="unnamed"),
        entry(FRIDAY),
        entry(MONDAY),
        entry(MONDAY, practice="credit", move="public"),
        entry(MONDAY, practice="vision", move="taken out since"),
        entry(SUNDAY, practice="trust", move="dictated"),
    ]
    last = last_contacts(entries, BY_SLUG)

    assert list(last.items()) == [("vision", MONDAY), ("credit", MONDAY), ("thanks", FRIDAY)]


def test_entries_come_newest_first_and_of_one_day_that_first_which_was_logged_last() -> None:
    late = entry(MONDAY, logged_on=SUNDAY)
    early, last = entry(MONDAY), entry(FRIDAY)
    assert newest_first([early, last, late]) == (last, late, early)


def test_a_follow_up_concerns_those_whom_it_names() -> None:
    both, other = (
        FollowUp(UUID(int=number), "x", SUNDAY, noon(MONDAY), people)
        for number, people in enumerate([(ANA, TOM), (ANA,)])
    )
    assert concerning([both, other], TOM) == (both,)
