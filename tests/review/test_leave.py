"""Leave that overlaps is told as what it is: one time away."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from habits.model import Pause
from habits.review.leave import leave_of

FIRST = date(2026, 11, 1)
TOM, ANA = UUID(int=1), UUID(int=2)


def day(number: int) -> date:
    """Return a day of a year."""
    return FIRST + timedelta(days=number)


def pause(number: int, first: int, last: int | None, person: UUID | None = TOM) -> Pause:
    """Return a pause from one day to another."""
    return Pause(
        UUID(int=100 + number), day(first), None if last is None else day(last), person=person
    )


def test_what_overlaps_or_follows_on_is_one_and_what_lies_apart_is_two() -> None:
    pauses = [
        pause(1, 10, 14),
        pause(2, 0, 3),
        pause(3, 2, 5),
        pause(4, 6, 7),
        pause(5, 0, 30, ANA),
        pause(6, 0, 30, None),
    ]
    assert leave_of(TOM, pauses) == (pause(2, 0, 7), pause(1, 10, 14))
    assert leave_of(TOM, [*pauses, pause(7, 12, None)])[1] == pause(1, 10, None)
    assert leave_of(UUID(int=3), pauses) == ()


_pauses = st.lists(
    st.builds(
        lambda number, first, length: pause(
            number, first, None if length is None else first + length
        ),
        st.integers(0, 50),
        st.integers(0, 40),
        st.none() | st.integers(0, 12),
    ),
    max_size=6,
)


@given(_pauses)
def test_they_are_away_on_the_same_days_and_here_between(pauses: list[Pause]) -> None:
    joined = leave_of(TOM, pauses)
    for each in map(day, range(60)):
        assert any(each in one for one in joined) == any(each in one for one in pauses)
    for before, after in pairwise(joined):
        assert before.last is not None
        assert (after.first - before.last).days > 1
