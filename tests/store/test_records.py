"""The tables of a store are read as what they mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import StoreError
from habits.model import Pause, Person
from habits.store import Op, Store, codec, records
from tests.records import entry, habit

if TYPE_CHECKING:
    from habits.store import Document
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
KEY = UUID(int=1)


def store_with(home: Home, table: str, *documents: tuple[UUID, Document]) -> Store:
    """Return a store with some records in a table, read from its file."""
    Store(home).commit(lambda: [Op(table, key, document) for key, document in documents])
    return Store(home)


def test_entries_come_in_the_order_in_which_they_were_made(home: Home) -> None:
    made = [entry(SUNDAY, "one"), entry(date(2026, 11, 1), "two"), entry(SUNDAY, practice="trust")]
    store = store_with(home, codec.ENTRIES, *((e.id, codec.entry_fields(e)) for e in made))

    assert list(records.entries(store)) == made
    assert list(records.entries(store, {"trust"})) == made[2:]
    assert list(records.entries(store, {"growth"})) == []


@pytest.mark.parametrize("practice", [None, "cooking", 5, ["thanks"]])
def test_an_entry_of_no_known_practice_is_named_whichever_is_asked_for(
    home: Home, practice: object
) -> None:
    document = {**codec.entry_fields(entry(SUNDAY)), "practice": practice}
    store = store_with(home, codec.ENTRIES, (KEY, document))

    with pytest.raises(StoreError, match="no readable 'practice'"):
        list(records.entries(store, {"growth"}))


def test_what_is_broken_in_another_practice_is_not_looked_at(home: Home) -> None:
    document = {**codec.entry_fields(entry(SUNDAY, practice="trust")), "date": "?"}
    store = store_with(home, codec.ENTRIES, (KEY, document))

    assert list(records.entries(store, {"growth"})) == []
    with pytest.raises(StoreError, match="no readable 'date'"):
        list(records.entries(store))


def test_habits_pauses_and_people_are_read(home: Home) -> None:
    promise, pause = habit(SUNDAY), Pause(KEY, SUNDAY, practice="trust")
    person = Person(KEY, "Maya", "maya")
    store_with(home, codec.HABITS, (promise.id, codec.habit_fields(promise)))
    store_with(home, codec.PAUSES, (pause.id, codec.pause_fields(pause)))
    store = store_with(home, codec.PEOPLE, (person.id, codec.person_fields(person)))

    assert records.habits(store) == [promise]
    assert records.pauses(store) == [pause]
    assert records.people(store) == [person]


def test_an_empty_store_has_no_records(home: Home) -> None:
    store = Store(home)
    assert list(records.entries(store)) == []
    assert [*records.habits(store), *records.pauses(store), *records.people(store)] == []
