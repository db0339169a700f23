"""Which north star held when, and under which one an entry was logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.model import Entry, NorthStar
from habits.north_stars import in_order, reign_words, reigns, star_of
from tests.records import entry
from tests.strategies import untimed

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
_NUMBERS = count(1)


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def star(text: str, day: date, hour: int = 8) -> NorthStar:
    return NorthStar(UUID(int=next(_NUMBERS)), text, day, at(day, hour))


def logged(day: date, hour: int, counts_for: date | None = None) -> Entry:
    return replace(entry(counts_for or day, practice="vision"), logged_at=at(day, hour))


FIRST, SECOND, THIRD = star("one", MONDAY), star("two", SUNDAY), star("three", SUNDAY, 15)
STARS = [THIRD, FIRST, SECOND]


@pytest.mark.parametrize(
    ("vision", "held"),
    [
        (logged(date(2026, 11, 15), 12), None),
        (logged(MONDAY, 7), None),
        (logged(MONDAY, 9), FIRST),
        (logged(date(2026, 11, 21), 23), FIRST),
        (logged(SUNDAY, 7), FIRST),
        (logged(SUNDAY, 8), SECOND),
        (logged(SUNDAY, 14), SECOND),
        (logged(SUNDAY, 15), THIRD),
        (logged(date(2026, 11, 23), 1), THIRD),
        (logged(date(2026, 11, 23), 9, counts_for=SUNDAY), THIRD),
        (logged(date(2026, 11, 23), 9, counts_for=date(2026, 11, 20)), FIRST),
        (logged(SUNDAY, 16, counts_for=MONDAY), FIRST),
        (logged(SUNDAY, 16, counts_for=date(2026, 11, 1)), None),
    ],
)
def test_an_entry_stays_on_the_line_that_held_then(vision: Entry, held: NorthStar | None) -> None:
    assert star_of(vision, STARS) == held


def test_each_held_until_the_day_before_the_next_one_or_for_its_one_day() -> None:
    assert [(each.star, each.until) for each in reigns(STARS)] == [
        (FIRST, date(2026, 11, 21)),
        (SECOND, SUNDAY),
        (THIRD, None),
    ]
    assert [reign_words(each, SUNDAY) for each in reigns(STARS)] == [
        "Mon 16 to Sat 21",
        "today",
        "since today",
    ]
    assert reigns([]) == []


_changes = st.lists(
    st.builds(
        lambda day, hour: star("x", SUNDAY + timedelta(days=day), hour),
        st.integers(-5, 5),
        st.integers(0, 23),
    ),
    max_size=6,
)
_logs = st.builds(
    lambda day, hour, back: logged(
        SUNDAY + timedelta(days=day), hour, SUNDAY + timedelta(days=day - back)
    ),
    st.integers(-5, 5),
    st.integers(0, 23),
    st.integers(0, 4),
)


def slow_star_of(vision: Entry, stars: list[NorthStar]) -> NorthStar | None:
    """Return it by living through the hours until the entry, or the end of the day it counts for.

    Of two that were set in one hour the one that is later in order holds.
    """
    held = None
    end = min(vision.logged_at, at(vision.date, 23))
    hour = at(SUNDAY - timedelta(days=20), 0)
    while hour <= end:
        for each in in_order(stars):
            if each.made_at == hour:
                held = each
        hour += timedelta(hours=1)
    return held


@untimed
@given(_logs, _changes)
def test_it_is_the_one_that_holds_after_living_through_all_changes(
    vision: Entry, stars: list[NorthStar]
) -> None:
    assert star_of(vision, stars) == slow_star_of(vision, stars)


@untimed
@given(_logs, _changes, st.randoms())
def test_the_order_in_which_they_come_and_later_ones_change_nothing(
    vision: Entry, stars: list[NorthStar], chance: object
) -> None:
    later = star("later", vision.date + timedelta(days=1))
    shuffled = [*stars, later]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis's own random numbers
    assert star_of(vision, shuffled) == star_of(vision, stars)
