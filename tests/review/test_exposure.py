"""Minutes with customers, as tags say them."""

from __future__ import annotations

import pytest

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
        (("1h",), 0),
        (("45mins",), 0),
        (("a45min",), 0),
        (("min",), 0),
        (("\u0664\u0665min",), 0),
    ],
)
def test_a_tag_of_plain_digits_and_min_says_minutes_of_a_day_at_most(
    tags: tuple[str, ...], minutes: int
) -> None:
    assert minutes_in(tags) == minutes
