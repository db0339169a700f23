"""Coverage: bands, who lacks what, and who is there, worked by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from habits.model import Pause, Person
from habits.practices import BY_SLUG
from habits.review.coverage import Band, Contact, Coverage, PersonRow, Presence, weeks_before
from habits.review.covering import Met, Window, cover, slips_of

SUNDAY = date(2026, 11, 22)
SIX_WEEKS = Window(SUNDAY, 6)
LACKS_ALL = ("thanks", "credit", "talk")


def ago(days: int) -> date:
    """Return the day so many days before Sunday."""
    return SUNDAY - timedelta(days=days)


def met(
    talk: date | None = None, minutes: int = 0, first: date | None = date(2020, 1, 1), **days: date
) -> Met:
    """Return what entries tell of somebody: the last contact of some practices."""
    numbers = enumerate(days.items(), 1)
    contacts = {slug: Contact(day, slug, UUID(int=number)) for number, (slug, day) in numbers}
    return Met(contacts, talk, minutes, first)


def person(number: int = 1, name: str = "Maya", **facts: Any) -> Person:  # noqa: ANN401 - as `Person` has them
    """Return somebody with an id of this number."""
    return Person(UUID(int=number), name, f"{name.casefold()}{number}", **facts)


def row(known: Person, told: Met, *pauses: Pause, window: Window = SIX_WEEKS) -> PersonRow:
    """Return the row of one person."""
    (only,) = cover([(known, told)], pauses, window)
    return only


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, Band.TWO_WEEKS),
        (14, Band.TWO_WEEKS),
        (15, Band.FOUR_WEEKS),
        (28, Band.FOUR_WEEKS),
        (29, Band.BEYOND),
        (3650, Band.BEYOND),
    ],
)
def test_a_band_ends_with_the_day_that_is_so_many_weeks_ago(days: int, band: Band) -> None:
    told = row(person(), met(trust=ago(days)))

    assert (told.band, told.days) == (band, days)


def test_who_had_no_contact_is_not_met_yet_once_all_entries_were_looked_at() -> None:
    assert row(person(), met()).band is Band.NOT_YET
    assert row(person(), met(), window=Window(SUNDAY, 6, is_whole=False)).band is Band.BEYOND
    assert (row(person(), met()).days, row(person(), met()).last) == (None, None)


def test_the_last_contact_is_the_latest_of_all_practices_and_of_one_day_the_later_one() -> None:
    told = met(trust=ago(3), credit=ago(1), thanks=ago(1), vision=ago(40))

    assert row(person(), told).last == Contact(ago(1), "thanks", UUID(int=3))


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (met(), LACKS_ALL),
        (met(vision=ago(0)), LACKS_ALL),
        (met(thanks=ago(42)), ("credit", "talk")),
        (met(thanks=ago(43)), LACKS_ALL),
        (met(growth=ago(1)), LACKS_ALL),
        (met(growth=ago(1), talk=ago(2)), ("thanks", "credit")),
        (met(thanks=ago(1), credit=ago(41), growth=ago(1), talk=ago(43)), ("talk",)),
        (met(thanks=ago(1), credit=ago(41), growth=ago(1), talk=ago(42)), ()),
    ],
)
def test_thanks_credit_and_talk_are_missing_where_the_window_has_none(
    told: Met, missing: tuple[str, ...]
) -> None:
    assert row(person(), told).missing == missing


def test_a_longer_window_lacks_less() -> None:
    told = met(thanks=ago(20), credit=ago(35), growth=ago(80), talk=ago(80))

    assert row(person(), told, window=Window(SUNDAY, 4)).missing == ("credit", "talk")
    assert row(person(), told, window=Window(SUNDAY, 6)).missing == ("talk",)
    assert row(person(), told, window=Window(SUNDAY, 13)).missing == ()


def test_who_was_there_for_less_than_half_of_the_window_lacks_nothing() -> None:
    # The window of six weeks has 43 days, today included: 22 of them are half.
    assert row(person(joined=ago(21)), met()).missing == LACKS_ALL
    assert row(person(joined=ago(20)), met()).missing == ()
    away = Pause(UUID(int=9), ago(20), None, person=UUID(int=1))
    assert row(person(), met(), away).missing == LACKS_ALL
    assert row(person(joined=ago(41)), met(), away).missing == ()
    longer = Pause(UUID(int=9), ago(21), ago(0), person=UUID(int=1))
    assert row(person(), met(), longer).missing == ()


def test_who_was_there_for_just_half_of_a_window_was_there() -> None:
    # A quarter of thirteen weeks has 92 days, today included.
    quarter = Window(SUNDAY, 13)
    assert row(person(joined=ago(45)), met(), window=quarter).missing == LACKS_ALL
    assert row(person(joined=ago(44)), met(), window=quarter).missing == ()


def test_who_joined_on_no_said_day_is_there_from_the_first_entry_that_names_them() -> None:
    assert row(person(), met(first=ago(21))).missing == LACKS_ALL
    assert row(person(), met(first=ago(20))).missing == ()
    assert row(person(joined=ago(21)), met(first=ago(20))).missing == LACKS_ALL
    assert row(person(joined=ago(20)), met(first=ago(21))).missing == ()
    assert row(person(joined=ago(21)), met(first=None)).missing == LACKS_ALL


def test_whom_no_entry_names_and_no_day_lacks_nothing_yet() -> None:
    told = row(person(), met(first=None))

    assert (told.band, told.missing) == (Band.NOT_YET, ())


def test_who_has_left_lacks_nothing_and_on_the_last_day_still_does() -> None:
    assert row(person(left=ago(0)), met()).missing == LACKS_ALL
    assert row(person(left=ago(1)), met()).missing == ()
    assert row(person(joined=ago(-30)), met()).missing == ()


def test_the_leave_of_another_and_a_pause_of_a_practice_take_nobody_away() -> None:
    other = Pause(UUID(int=8), ago(400), None, person=UUID(int=2))
    practice = Pause(UUID(int=9), ago(400), None, practice="thanks")
    told = row(person(), met(), other, practice)

    assert (told.presence, told.missing) == (Presence.HERE, LACKS_ALL)


@pytest.mark.parametrize(
    ("facts", "presence"),
    [
        ({}, Presence.HERE),
        ({"joined": ago(0)}, Presence.HERE),
        ({"joined": ago(-1)}, Presence.TO_COME),
        ({"left": ago(0)}, Presence.HERE),
        ({"left": ago(1)}, Presence.LEFT),
        ({"left": ago(-1)}, Presence.HERE),
    ],
)
def test_somebody_is_there_from_the_day_they_join_to_their_last_day(
    facts: dict[str, Any], presence: Presence
) -> None:
    assert row(person(**facts), met()).presence is presence


@pytest.mark.parametrize(
    ("first", "last", "presence"),
    [
        (ago(1), ago(0), Presence.AWAY),
        (ago(0), None, Presence.AWAY),
        (ago(2), ago(1), Presence.HERE),
        (ago(-1), None, Presence.HERE),
    ],
)
def test_somebody_is_away_on_the_days_of_their_leave(
    first: date, last: date | None, presence: Presence
) -> None:
    leave = Pause(UUID(int=9), first, last, person=UUID(int=1))

    assert row(person(), met(), leave).presence is presence
    assert row(person(left=ago(3)), met(), leave).presence is Presence.LEFT


def test_the_coldest_band_comes_first_then_the_name_and_never_a_count() -> None:
    warm = met(thanks=ago(1), credit=ago(1), trust=ago(2), vision=ago(3))
    known = [
        (person(1, "zoe"), met(thanks=ago(1))),
        (person(2, "Ana"), warm),
        (person(3, "Maya"), met(thanks=ago(300))),
        (person(4, "lee"), met(thanks=ago(30))),
        (person(5, "Tom"), met(thanks=ago(28))),
        (person(6, "Ida"), met()),
        (person(7, "Dev", left=ago(9)), met()),
        (person(8, "Ana"), met(thanks=ago(9))),
    ]
    coverage = Coverage(SUNDAY, 6, cover(known, (), SIX_WEEKS), is_whole=True)
    named = [(band, [row.person.id.int for row in rows]) for band, rows in coverage.bands]

    assert named == [
        (Band.NOT_YET, [6]),
        (Band.BEYOND, [4, 3]),
        (Band.FOUR_WEEKS, [5]),
        (Band.TWO_WEEKS, [2, 8, 1]),
    ]
    assert [row.person.name for row in coverage.left] == ["Dev"]
    assert [row.person.name for row in coverage.rows][-1] == "Dev"


def test_a_band_without_anybody_is_left_out() -> None:
    assert Coverage(SUNDAY, 6, (), is_whole=True).bands == ()


def test_weeks_are_looked_back_as_far_as_there_are_days() -> None:
    assert weeks_before(SUNDAY, 6) == date(2026, 10, 11)
    assert weeks_before(date(1, 1, 9), 1) == date(1, 1, 2)
    assert weeks_before(date(1, 1, 9), 6) == date.min


def test_slips_are_what_the_practices_say_are_slips() -> None:
    assert slips_of(BY_SLUG) == {
        ("trust", "dictated"),
        ("productivity", "distraction"),
        ("credit", "unnamed"),
    }
