"""Minutes with customers, as tags say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.review.exposure import minutes_in


@pytest.mark.parametrize(
    ("tags", "minutes"),
    [
        ((), 0),
        (("45min",), 45),
        (("acme", "45min", "good"), 45),
        (("30min", "15min"), 45),
        (("0min",), 0),
        (("1440min",), 1440),
        (("1441min",), 0),
        (("99999min",), 0),
        (("1h",), 60),
        (("2h", "15min"), 135),
        (("1h30min",), 90),
        (("1h30",), 90),
        (("24h",), 1440),
        (("24h1min",), 0),
        (("0h",), 0),
        (("h",), 0),
        (("1h30mins",), 0),
        (("1hour",), 0),
        (("30",), 0),
        (("1h90h",), 0),
        (("45mins",), 0),
        (("a45min",), 0),
        (("min",), 0),
        (("\u0664\u0665min",), 0),
    ],
)
def test_a_tag_of_hours_and_minutes_says_how_long_it_was_a_day_at_most(
    tags: tuple[str, ...], minutes: int
) -> None:
    assert minutes_in(tags) == minutes


@given(st.integers(0, 30), st.integers(0, 200), st.integers(0, 9))
def test_hours_and_minutes_are_so_many_minutes_however_they_are_written(
    hours: int, minutes: int, more: int
) -> None:
    said = minutes_in([f"{60 * hours + minutes}min"])
    assert minutes_in([f"{hours}h{minutes}min"]) == said
    assert minutes_in([f"{hours}h{minutes:02}"]) == said
    assert minutes_in([f"{hours:02}h{minutes}min", f"{more}min", "acme"]) == said + more
    assert minutes_in([f"{hours}h"]) == minutes_in([f"{60 * hours}min"])
