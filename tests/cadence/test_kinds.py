"""The kinds of cadence and their bounds."""

from __future__ import annotations

from datetime import date

import pytest

from habits.cadence import Interval, Limit, Quota, Unit, occurrences, parse_cadence


@pytest.mark.parametrize(
    ("count", "every", "unit"),
    [(0, 1, Unit.WEEK), (101, 1, Unit.WEEK), (1, 105, Unit.WEEK), (1, 37, Unit.MONTH)],
)
def test_a_quota_out_of_range_is_refused(count: int, every: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="no cadence of"):
        Quota(count, every, unit)


def test_once_in_several_days_is_an_interval_and_no_quota() -> None:
    with pytest.raises(ValueError, match="interval"):
        Quota(1, 3, Unit.DAY)


@pytest.mark.parametrize("days", [1, 367])
def test_an_interval_out_of_range_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="no interval"):
        Interval(days)


def test_a_limit_may_allow_nothing_but_not_less() -> None:
    assert str(Limit(0, 1, Unit.MONTH)) == "at most 0 times a month"
    with pytest.raises(ValueError, match="no cadence of"):
        Limit(-1, 1, Unit.WEEK)


def test_only_rules_have_particular_dates() -> None:
    with pytest.raises(TypeError, match="weekly has no particular dates"):
        next(occurrences(parse_cadence("weekly"), date(2026, 11, 22)))
