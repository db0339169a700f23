"""The entries of some days are those that a look through all of them finds, after any acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import StoreError
from habits.store import Op, Store, codec, stretches
from habits.store.days import Days
from habits.store.ledger import Ledger
from habits.store.stretches import Stretches
from tests.records import entry

if TYPE_CHECKING:
    from uuid import UUID

    from habits.model import Entry
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
SPANS = [
    (SUNDAY - timedelta(days=2), SUNDAY),
    (SUNDAY - timedelta(days=5), SUNDAY),
    (SUNDAY - timedelta(days=40), SUNDAY - timedelta(days=1)),
    (date(2026, 1, 1), date(2026, 12, 31)),
]
spans = st.sampled_from(SPANS)
numbers = st.integers(min_value=0, max_value=7)
ages = st.sampled_from([0, 1, 2, 4, 6, 21, 22, 40, 80])
acts = st.lists(st.tuples(numbers, st.none() | ages), max_size=12)
"""Acts on entries: which of them, and on how many days before Sunday it is then; None is gone."""


def found(entries: dict[UUID, Entry], first: date, last: date) -> list[Entry]:
    """Return the entries of some days, looked for among all."""
    among = [each for each in entries.values() if first <= each.date <= last]
    return sorted(among, key=lambda each: (each.date, each.id.int))


@given(acts, st.lists(spans, max_size=4))
def test_after_any_acts_the_entries_of_some_days_are_those_that_are_found_among_all(
    said: list[tuple[int, int | None]], asked: list[tuple[date, date]]
) -> None:
    made = [entry(SUNDAY, f"{number}") for number in range(8)]
    entries = {each.id: each for each in made[:4]}
    days = Days((each.date.isoformat(), each.id.int) for each in entries.values())
    kept = Stretches(entries.get)
    for number, (which, day) in enumerate(said):
        for span in asked[: 1 + number % 4]:
            assert list(kept.between(days.places, *span)) == found(entries, *span)
        key = made[which].id
        before = entries.pop(key, None)
        if day is not None:
            entries[key] = replace(made[which], date=SUNDAY - timedelta(days=day))
        after = entries.get(key)
        days.put(key.int, None if after is None else after.date.isoformat())
        kept.move(before, after)
    for span in SPANS:
        assert list(kept.between(days.places, *span)) == found(entries, *span)


def test_they_are_the_same_object_until_one_of_these_days_differs(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)

    def put(made: Entry) -> None:
        store.commit(lambda: [Op(codec.ENTRIES, made.id, codec.entry_fields(made))])

    put(entry(SUNDAY, "one"))
    before = ledger.entries_between(*SPANS[0])
    put(entry(SUNDAY - timedelta(days=9), "long ago"))
    assert ledger.entries_between(*SPANS[0]) is before

    put(entry(SUNDAY, "two"))
    assert [each.what for each in ledger.entries_between(*SPANS[0])] == ["one", "two"]


def test_only_those_asked_for_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "MOST", 1)
    made = entry(SUNDAY, "one")
    places, read = [(made.date.isoformat(), made.id.int)], []

    def one(key: UUID) -> Entry:
        read.append(key)
        return made

    kept = Stretches(one)
    for span in (SPANS[0], SPANS[0], SPANS[1], SPANS[0]):
        assert kept.between(places, *span) == (made,)
    assert len(read) == 3


def test_one_that_comes_to_mean_nothing_is_told_of_also_where_the_days_are_known(
    home: Home,
) -> None:
    store, made = Store(home), entry(SUNDAY, "one")
    ledger = Ledger(store)
    store.commit(lambda: [Op(codec.ENTRIES, made.id, codec.entry_fields(made))])
    assert ledger.entries_between(*SPANS[0]) == (made,)

    store.commit(lambda: [Op(codec.ENTRIES, made.id, {"zone": 5})])

    with pytest.raises(StoreError, match="zone"):
        ledger.entries_between(*SPANS[0])


def test_what_was_read_for_a_quarter_is_not_read_again_for_its_year() -> None:
    made = [entry(SUNDAY - timedelta(days=20 * number)) for number in range(10)]
    entries = {each.id: each for each in made}
    read: list[UUID] = []
    days = Days((each.date.isoformat(), each.id.int) for each in made)

    def read_one(key: UUID) -> Entry | None:
        read.append(key)
        return entries[key]

    kept = Stretches(read_one)
    assert len(kept.between(days.places, date(2026, 10, 1), SUNDAY)) == 3
    assert len(kept.between(days.places, date(2026, 1, 1), SUNDAY)) == 10
    assert len(read) == len(set(read)) == 10


def test_no_more_months_are_kept_than_those_of_a_year_and_a_quarter() -> None:
    read: list[UUID] = []
    made = entry(date(2026, 1, 15))

    def read_one(key: UUID) -> Entry | None:
        read.append(key)
        return made

    days, kept = Days([("2026-01-15", made.id.int)]), Stretches(read_one)
    for until in (31, 30, 29):
        kept.between(days.places, date(2026, 1, 1), date(2026, 1, until))
    assert len(read) == 1
    for year in (2025, 2024, 2023, 2022):
        kept.between(days.places, date(year, 1, 1), date(year, 12, 31))
    kept.between(days.places, date(2026, 1, 1), date(2026, 1, 31))
    assert len(read) == 2
