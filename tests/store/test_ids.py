"""Ids sort by time, or are the same on every machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from habits.practices import PRACTICES
from habits.store import ids
from habits.store.ids import fixed_id, new_id
from tests.strategies import untimed

if TYPE_CHECKING:
    import pytest

RANDOM = (1 << 30) - 1
"""All bits of an id but those of its time, its version, its variant and when it was made."""

SINCE_1970 = st.datetimes(datetime(1970, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - a bound


def milliseconds(key: UUID) -> int:
    """Return the time in an id, as RFC 9562 has it: the first 48 bits."""
    return key.int >> 80


@untimed
@given(SINCE_1970)
def test_an_id_has_the_layout_of_version_7(instant: datetime) -> None:
    key = new_id(instant)
    assert (key.version, key.variant) == (7, RFC_4122)
    assert milliseconds(key) == int(instant.timestamp() * 1000)


@untimed
@given(SINCE_1970, SINCE_1970)
def test_ids_sort_by_time(one: datetime, other: datetime) -> None:
    earlier, later = sorted((one, other))
    if int(earlier.timestamp() * 1000) < int(later.timestamp() * 1000):
        assert new_id(earlier) < new_id(later)


def test_ids_of_one_instant_differ_and_sort_as_they_were_made() -> None:
    instant = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    made = [new_id(instant) for _ in range(1000)]
    assert len(set(made)) == 1000
    assert len({milliseconds(key) for key in made}) == 1
    assert made == sorted(made)


def test_ids_of_one_instant_sort_as_they_were_made_by_several_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instant, ticks = datetime(2026, 11, 22, 8, 30, tzinfo=UTC), count(1_764_000_000_000_000)
    monkeypatch.setattr(ids, "wall_microseconds", lambda: next(ticks))
    made = []
    for _ in range(20):
        made += [new_id(instant) for _ in range(3)]
        # Another process knows nothing of what this one made, and this is all that it knows.
        monkeypatch.setitem(ids._last, "milliseconds", -1)  # noqa: SLF001
    assert made == sorted(made)


def test_ids_of_one_instant_differ_where_the_wall_clock_stands_still(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ids, "wall_microseconds", lambda: 7)
    made = [new_id(datetime(2026, 11, 22, 8, 30, tzinfo=UTC)) for _ in range(100)]
    assert made == sorted(set(made))


def test_all_random_bits_of_an_id_are_used() -> None:
    instant = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    made = [new_id(instant + timedelta(seconds=number % 2)).int for number in range(200)]
    ever_set, always_set = 0, -1
    for number in made:
        ever_set |= number
        always_set &= number
    assert (ever_set & ~always_set & RANDOM).bit_count() == 30


def test_an_instant_before_1970_makes_an_id_too() -> None:
    key = new_id(datetime(1969, 12, 31, 23, 59, tzinfo=UTC))
    assert (key.version, milliseconds(key)) == (7, 0)


def test_a_fixed_id_never_changes_from_one_version_to_the_next() -> None:
    assert fixed_id("practices", "vision") == UUID("fd4f5320-3b7b-50c3-b012-a41b7beadc0c")
    assert fixed_id("habits", "thanks") == UUID("09c0c329-898d-535e-b880-2ed60448ad85")


def test_no_two_fixed_ids_are_the_same() -> None:
    made = {fixed_id(table, p.slug) for table in ("practices", "habits") for p in PRACTICES}
    assert len(made) == 16
