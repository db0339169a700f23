"""The newest records are found at the end of what is kept, whatever its size and theirs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store import Op, Store, codec
from habits.store.home import Home
from habits.store.ledger import Ledger
from tests.records import entry
from tests.store.strategies import few

if TYPE_CHECKING:
    from uuid import UUID

    from habits.model import Entry
    from habits.store import Document

SUNDAY = date(2026, 11, 22)


def kept(home: Home, made: list[Entry]) -> Store:
    """Return a store that holds some entries, read from the TinyDB file alone."""
    store = Store(home, "ada")
    store.commit(lambda: [Op(codec.ENTRIES, each.id, codec.entry_fields(each)) for each in made])
    store.checkpoint()
    return Store(home, "ada")


@few
@given(sizes=st.lists(st.integers(0, 3000), max_size=12), count=st.integers(1, 14))
def test_the_newest_entries_of_a_file_come_first(sizes: list[int], count: int) -> None:
    made = [entry(SUNDAY, f"{number}" + "é" * size) for number, size in enumerate(sizes)]
    with TemporaryDirectory() as folder:
        ledger = Ledger(kept(Home(Path(folder)), made))
        assert ledger.recent_entries(count) == made[::-1][:count]
        assert list(ledger.entries()) == made
        assert ledger.recent_entries(count) == made[::-1][:count]


def test_what_came_since_the_file_was_made_is_newer(home: Home) -> None:
    made = [entry(SUNDAY, "one"), entry(SUNDAY, "two")]
    store, late = kept(home, made), entry(date(2026, 1, 1), "late")
    store.commit(lambda: [Op(codec.ENTRIES, late.id, codec.entry_fields(late))])
    ledger = Ledger(store)
    assert ledger.recent_entries(2) == [late, made[1]]


@pytest.mark.parametrize("is_filled", [True, False])
def test_one_that_cannot_be_understood_hides_no_other(home: Home, *, is_filled: bool) -> None:
    made = [entry(SUNDAY, "one"), entry(SUNDAY, "two")]
    store = kept(home, made)
    ledger = Ledger(store)
    if is_filled:
        ledger.entries()
    store.commit(lambda: [Op(codec.ENTRIES, made[1].id, {"date": "?"})])
    assert ledger.recent_entries(2) == made[:1]


def test_to_look_at_the_newest_reads_no_other(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [entry(SUNDAY, f"number {number}") for number in range(300)]
    ledger = Ledger(kept(home, made))
    read: list[object] = []
    read_one = codec.entry_from

    def counting(key: UUID, document: Document) -> Entry:
        read.append(key)
        return read_one(key, document)

    # What is read is not to be seen from without.
    monkeypatch.setattr(ledger._entries, "_read", counting)  # noqa: SLF001
    assert ledger.recent_entries(3) == made[:-4:-1]
    assert len(read) == 3


def test_a_home_without_entries_has_none_that_are_new(home: Home) -> None:
    assert Ledger(Store(home)).recent_entries(5) == []
