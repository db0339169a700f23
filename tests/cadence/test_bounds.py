"""How many logs, and how long a period, a phrase may ask for."""

from __future__ import annotations

import pytest

from habits.cadence import CadenceError, Unit, parse_cadence

MOST = {Unit.DAY: 366, Unit.WEEK: 104, Unit.MONTH: 36, Unit.QUARTER: 12, Unit.YEAR: 10}


@pytest.mark.parametrize(("unit", "most"), MOST.items())
@pytest.mark.parametrize("start", ["every", "twice every", "at most once every"])
def test_the_longest_period_is_read_and_a_longer_one_is_refused(
    unit: Unit, most: int, start: str
) -> None:
    longest = f"{start} {most} {unit}s"

    assert str(parse_cadence(longest)) == longest
    with pytest.raises(CadenceError, match=str(most)) as caught:
        parse_cadence(f"{start} {most + 1} {unit}s")
    for suggestion in caught.value.suggestions:
        parse_cadence(suggestion)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("start", ["", "at most "])
def test_a_hundred_times_are_read_and_one_more_is_refused(unit: Unit, start: str) -> None:
    hundred = f"{start}100 times a {unit}"

    assert str(parse_cadence(hundred)) == hundred
    with pytest.raises(CadenceError, match="101") as caught:
        parse_cadence(f"{start}101 times a {unit}")
    for suggestion in caught.value.suggestions:
        parse_cadence(suggestion)
