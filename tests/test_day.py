"""Local dates: rollover, zones, and the days on which clocks are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.day import Moment, first_of_week, local_date, zone_of

SWITCHES = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),
    "America/Santiago": (date(2026, 4, 5), date(2026, 9, 6)),
    "Africa/Casablanca": (date(2026, 2, 15), date(2026, 3, 22)),
}
ROLLOVERS = range(12)


@pytest.mark.parametrize("rollover", ROLLOVERS)
@pytest.mark.parametrize(
    ("zone", "day"), [(zone, day) for zone, days in SWITCHES.items() for day in days]
)
def test_the_wall_clock_decides_on_the_days_of_a_switch(
    zone: str, day: date, rollover: int
) -> None:
    begin = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=14)
    for half_hours in range(100):
        instant = begin + timedelta(minutes=30 * half_hours)
        wall = instant.astimezone(ZoneInfo(zone))
        expected = wall.date() - timedelta(days=1 if wall.hour < rollover else 0)

        assert local_date(instant, zone, rollover) == expected


@pytest.mark.parametrize("zone", SWITCHES)
def test_every_day_of_a_year_has_its_noon_whatever_the_rollover(zone: str) -> None:
    day = date(2026, 1, 1)
    while day.year == 2026:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
        assert {local_date(noon.astimezone(UTC), zone, hour) for hour in ROLLOVERS} == {day}
        day += timedelta(days=1)


def test_a_moment_knows_its_day_and_keeps_it_when_its_user_travels() -> None:
    late = Moment(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "Europe/Berlin")

    assert late.day() == date(2026, 11, 23)
    assert late.day(rollover_hour=3) == date(2026, 11, 22)
    assert Moment(late.instant, "America/New_York").day() == date(2026, 11, 22)


def test_an_offset_is_a_zone_too() -> None:
    evening = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)

    assert local_date(evening, "+02:00") == date(2026, 11, 23)
    assert local_date(evening, "-03:30") == date(2026, 11, 22)
    assert local_date(evening, UTC) == date(2026, 11, 22)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc", "+2", "x\0y"])
def test_there_is_no_such_zone(name: str) -> None:
    with pytest.raises(ValueError, match=r"time zone|null|absolute|normalized|key"):
        zone_of(name)


@given(st.dates(date(1, 1, 8)), st.integers(0, 6))
def test_a_week_begins_at_most_six_days_before_on_its_own_day(day: date, week_start: int) -> None:
    first = first_of_week(day, week_start)

    assert first.weekday() == week_start
    assert 0 <= (day - first).days <= 6
