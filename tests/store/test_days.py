"""The days: entries by their day, kept in order through whatever is done to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store.days import Days, Moved, Place, number_of

DAYS = st.sampled_from(["2026-11-20", "2026-11-21", "2026-11-22", ""])
PLACES = st.dictionaries(st.integers(1, 6), DAYS).map(
    lambda found: [(day, key) for key, day in found.items()]
)
PUTS = st.lists(st.tuples(st.integers(1, 6), st.one_of(DAYS, st.none())))


def test_the_newest_day_comes_first_and_of_one_day_the_entry_made_last() -> None:
    days = Days([("2026-11-20", 3), ("2026-11-22", 1), ("", 4), ("2026-11-22", 2)])

    assert days.places == [("2026-11-22", 2), ("2026-11-22", 1), ("2026-11-20", 3), ("", 4)]


@given(before=PLACES, puts=PUTS)
def test_kept_up_it_is_as_one_put_in_order_anew(
    before: list[Place], puts: list[tuple[int, str | None]]
) -> None:
    days = Days(before)
    known: dict[int, str | None] = {key: day for day, key in before}
    for key, day in puts:
        days.put(key, day)
        known[key] = day
    places = [(day, key) for key, day in known.items() if day is not None]

    assert days.places == Days(places).places
    assert [days.place(key) for _, key in places] == places


def test_what_became_of_each_entry_is_told_as_it_came() -> None:
    days = Days([("2026-11-20", 1)])
    days.put(1, "2026-11-22")
    days.put(2, "2026-11-21")
    days.put(1, None)
    days.put(3, None)

    moved = ("2026-11-22", 1)
    assert days.moves == [
        Moved(1, ("2026-11-20", 1), moved),
        Moved(2, None, ("2026-11-21", 2)),
        Moved(1, moved, None),
        Moved(3, None, None),
    ]
    assert days.place(1) is None


@pytest.mark.parametrize(
    ("place", "number"),
    [(("2026-11-23", 1), 0), (("2026-11-22", 2), 0), (("2026-11-22", 1), 1), (("", 0), 2)],
)
def test_a_place_has_the_number_at_which_it_stands_or_would(place: Place, number: int) -> None:
    assert number_of([("2026-11-22", 2), ("2026-11-20", 3)], place) == number
