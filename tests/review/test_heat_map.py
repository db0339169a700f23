"""How dark a day of the heat map is, and the years at the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.review.heat_map import heat_map, level
from habits.review.reviewed import reviewed_habit
from tests.review.years import HABITS, row


@pytest.mark.parametrize(
    ("most", "levels"),
    [
        (0, [0]),
        (1, [0, 1]),
        (2, [0, 1, 2]),
        (4, [0, 1, 2, 3, 4]),
        (5, [0, 1, 2, 3, 4, 4]),
        (8, [0, 1, 1, 2, 2, 3, 3, 4, 4]),
    ],
)
def test_each_act_is_a_level_until_a_day_has_more_than_there_are_levels(
    most: int, levels: list[int]
) -> None:
    assert [level(count, most) for count in range(most + 1)] == levels


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_only_a_day_without_an_act_is_blank_and_a_busier_one_is_never_lighter(
    one: int, other: int
) -> None:
    fewer, most = sorted((one, other))

    assert 0 <= level(fewer, most) <= level(most, most) <= 4
    assert (level(fewer, most) == 0) == (fewer == 0)


@pytest.mark.parametrize(
    ("year", "week_start", "first", "last"),
    [
        (1, 0, date.min, date(2, 1, 6)),
        (1, 2, date.min, date(2, 1, 1)),
        (2024, 0, date(2024, 1, 1), date(2025, 1, 5)),
        (2024, 6, date(2023, 12, 31), date(2025, 1, 4)),
        (9999, 0, date(9998, 12, 28), date.max),
    ],
)
def test_a_year_is_shown_in_whole_weeks_as_far_as_the_calendar_goes(
    year: int, week_start: int, first: date, last: date
) -> None:
    reviewed = reviewed_habit(HABITS["thanks"], row("thanks").judged[0])
    heat = heat_map(reviewed, year, week_start)

    assert (heat.first, heat.last) == (first, last)
    assert len(heat.days) == (last - first).days + 1
