"""The clock tells the present moment, or the one it is set to, in the zone of this machine."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from habits.clock import FixedClock, SystemClock, fixed_clock, local_zone
from habits.day import Moment
from habits.errors import RefusedError
from habits.text import one_line
from tests.conftest import ZONE
from tests.hostile import each_hostile


def set_link(monkeypatch: pytest.MonkeyPatch, target: str | None) -> None:
    """Let /etc/localtime be a link to a target, or no link."""

    def readlink(path: Path) -> Path:
        if target is None or str(path) != "/etc/localtime":
            raise OSError
        return Path(target)

    monkeypatch.setattr(Path, "readlink", readlink)


def set_zone_found_by_tzlocal(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    """Let tzlocal find a zone; None is what it gives where it knows only an offset."""
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: name)


def set_tz(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Let the environment name a zone, for Python and for the system below it."""
    monkeypatch.setenv("TZ", value)
    time.tzset()


def present_offset() -> str:
    return datetime.now(UTC).astimezone().isoformat()[-6:]


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-22T09:30", datetime(2026, 11, 22, 8, 30, tzinfo=UTC)),
        ("2026-11-22 09:30:15", datetime(2026, 11, 22, 8, 30, 15, tzinfo=UTC)),
        (" 2026-11-22T09:30\n", datetime(2026, 11, 22, 8, 30, tzinfo=UTC)),
        ("2026-11-22", datetime(2026, 11, 22, 11, tzinfo=UTC)),
        ("2026-07-01T09:30", datetime(2026, 7, 1, 7, 30, tzinfo=UTC)),
        ("2026-11-22T09:30Z", datetime(2026, 11, 22, 9, 30, tzinfo=UTC)),
        ("2026-11-22T09:30+05:30", datetime(2026, 11, 22, 4, tzinfo=UTC)),
        ("2026-11-22T23:30-08:00", datetime(2026, 11, 23, 7, 30, tzinfo=UTC)),
    ],
)
def test_a_clock_stands_at_the_time_it_is_given(text: str, instant: datetime) -> None:
    clock = fixed_clock(text)
    assert clock == FixedClock(Moment(instant, ZONE))
    assert clock.now() == clock.now() == Moment(instant, ZONE)


def test_a_date_alone_is_noon_in_the_local_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    set_tz(monkeypatch, "Pacific/Auckland")
    now = fixed_clock("2026-11-22").now()
    assert now == Moment(datetime(2026, 11, 21, 23, tzinfo=UTC), "Pacific/Auckland")
    assert now.day().isoformat() == "2026-11-22"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noon",
        "09:30",
        "2026-11",
        "2026-02-30",
        "2026-11-22T25:00",
        "22.11.2026",
    ],
)
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        fixed_clock(text)
    assert str(refusal.value) == f"--now '{text}' is not a time. Write it like 2026-11-22T09:30."


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01",
        "1969-12-31T23:59",
        "1970-01-01",
        "2200-01-01",
        "9999-12-31",
        "2199-12-31T23-02",
    ],
)
def test_a_time_out_of_all_bounds_is_refused_with_the_bounds(text: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        fixed_clock(text, "RAPPORT_NOW")
    assert str(refusal.value) == (
        f"RAPPORT_NOW '{text}' is out of range. Name a time from 1970-01-02 to 2199-12-31."
    )


@pytest.mark.parametrize("text", ["1970-01-02T00:00", "2199-12-31T23:59"])
def test_the_first_and_the_last_time_are_believed(text: str) -> None:
    assert fixed_clock(text).now().day().isoformat() == text[:10]


@each_hostile
def test_a_hostile_time_is_refused_on_one_line(hostile: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        fixed_clock(hostile)
    assert str(refusal.value) == one_line(str(refusal.value))


def test_the_system_clock_tells_the_present_in_utc_and_the_local_zone() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now.instant <= datetime.now(UTC)
    assert (now.instant.tzinfo, now.zone) == (UTC, ZONE)


@pytest.mark.parametrize(
    ("value", "zone"),
    [("America/New_York", "America/New_York"), (":Asia/Tokyo", "Asia/Tokyo"), ("UTC", "UTC")],
)
def test_the_environment_names_the_zone(
    monkeypatch: pytest.MonkeyPatch, value: str, zone: str
) -> None:
    set_link(monkeypatch, "/usr/share/zoneinfo/Europe/Lisbon")
    monkeypatch.setenv("TZ", value)
    assert local_zone() == zone


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Lisbon", "Europe/Lisbon"),
        ("../usr/share/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/var/db/timezone/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
    ],
)
def test_otherwise_the_link_of_the_system_names_it(
    monkeypatch: pytest.MonkeyPatch, target: str, zone: str
) -> None:
    monkeypatch.delenv("TZ")
    set_link(monkeypatch, target)
    set_zone_found_by_tzlocal(monkeypatch, "Asia/Tokyo")
    assert local_zone() == zone


@pytest.mark.parametrize("target", [None, "/etc/here/localtime"])
def test_where_no_link_names_it_tzlocal_is_asked(
    monkeypatch: pytest.MonkeyPatch, target: str | None
) -> None:
    monkeypatch.delenv("TZ")
    set_link(monkeypatch, target)
    set_zone_found_by_tzlocal(monkeypatch, "Asia/Tokyo")
    assert local_zone() == "Asia/Tokyo"


def test_a_zone_that_nobody_can_name_is_its_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ")
    set_link(monkeypatch, None)
    set_zone_found_by_tzlocal(monkeypatch, None)
    assert local_zone() == present_offset()


def test_a_contradictory_system_does_not_stop_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def contradict() -> str:
        message = "multiple conflicting time zone configurations found"
        raise ZoneInfoNotFoundError(message)

    monkeypatch.delenv("TZ")
    set_link(monkeypatch, None)
    monkeypatch.setattr(tzlocal, "get_localzone_name", contradict)
    assert local_zone() == present_offset()


@pytest.mark.parametrize(
    ("value", "offset"),
    [
        ("XXX-5:45", "+05:45"),
        ("<-0330>3:30", "-03:30"),
        ("Nowhere/At_All", "+00:00"),
        ("/etc/localtime2", "+00:00"),
        ("../../etc/passwd", "+00:00"),
    ],
)
def test_a_zone_without_a_name_falls_back_to_its_present_offset(
    monkeypatch: pytest.MonkeyPatch, value: str, offset: str
) -> None:
    set_tz(monkeypatch, value)
    assert local_zone() == offset
    assert SystemClock().now().zone == offset
