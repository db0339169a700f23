"""The names of records, by their ids, are always those that hold now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import StoreError
from habits.model import Person
from habits.store import Op, Store, codec
from habits.store.ledger import Ledger
from tests.records import habit

if TYPE_CHECKING:
    from habits.store.home import Home

MAYA, ANA = Person(UUID(int=1), "Maya", "maya"), Person(UUID(int=2), "Ana", "ana")


def put(store: Store, *people: Person) -> None:
    """Store people, as one act."""
    store.commit(lambda: [Op(codec.PEOPLE, each.id, codec.person_fields(each)) for each in people])


def test_names_follow_who_comes_is_renamed_and_goes(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)
    assert ledger.names_of_people() == {}

    put(store, MAYA, ANA)
    assert ledger.names_of_people() == {MAYA.id: "Maya", ANA.id: "Ana"}
    put(store, Person(MAYA.id, "Maya Lima", "maya"))
    assert ledger.names_of_people() == {MAYA.id: "Maya Lima", ANA.id: "Ana"}
    store.commit(lambda: [Op(codec.PEOPLE, ANA.id, None)])
    assert ledger.names_of_people() == {MAYA.id: "Maya Lima"}


def test_names_follow_what_another_process_did(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)
    put(store, MAYA)
    assert ledger.names_of_people() == {MAYA.id: "Maya"}

    put(Store(home), ANA)
    store.catch_up()
    assert ledger.names_of_people() == {MAYA.id: "Maya", ANA.id: "Ana"}


def test_what_was_returned_before_an_act_stays_as_it_was(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)
    put(store, MAYA)
    before = ledger.names_of_people()

    put(store, ANA)
    assert before == {MAYA.id: "Maya"}


def test_the_names_of_habits_are_those_of_habits(home: Home) -> None:
    store = Store(home)
    promise = habit(date(2026, 11, 22))
    put(store, MAYA)
    store.commit(lambda: [Op(codec.HABITS, promise.id, codec.habit_fields(promise))])
    assert Ledger(store).names_of_habits() == {promise.id: promise.name}


def test_who_cannot_be_understood_is_named_and_again_once_it_was_mended(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)
    put(store, MAYA)
    ledger.names_of_people()

    store.commit(lambda: [Op(codec.PEOPLE, ANA.id, {"name": 5})])
    with pytest.raises(StoreError, match=r"table people has no readable"):
        ledger.names_of_people()
    put(store, ANA)
    assert ledger.names_of_people() == {MAYA.id: "Maya", ANA.id: "Ana"}
