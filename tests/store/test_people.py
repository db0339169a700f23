"""Records of one person are one wherever they are named, and however late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import StoreError
from habits.model import FollowUp, Pause, Person
from habits.store import Op, Store, codec, outlook_codec
from habits.store.ledger import Ledger
from tests.records import entry, noon

if TYPE_CHECKING:
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
TOM, LEE, ANA = (Person(UUID(int=number), f"P{number}", f"p{number}") for number in (1, 2, 3))
MERGE = Op(codec.PEOPLE, TOM.id, {"merged_into": str(LEE.id)})


def making(*people: Person) -> list[Op]:
    """Return the operations that make people known."""
    return [Op(codec.PEOPLE, each.id, codec.person_fields(each)) for each in people]


def logging(*people: Person) -> tuple[Op, UUID]:
    """Return the operation that logs an entry naming people, and its id."""
    made = entry(SUNDAY, people=tuple(each.id for each in people))
    return Op(codec.ENTRIES, made.id, codec.entry_fields(made)), made.id


@pytest.fixture
def store(home: Home) -> Store:
    """A home in which three are known."""
    store = Store(home, "ada")
    store.commit(lambda: making(TOM, LEE, ANA))
    return store


def test_whom_a_merged_record_stands_for_is_found_in_all_that_names_it(store: Store) -> None:
    op, key = logging(TOM, ANA, LEE)
    follow_up = FollowUp(UUID(int=7), "x", SUNDAY, noon(SUNDAY), (LEE.id, TOM.id))
    pauses = [Pause(UUID(int=8), SUNDAY, person=TOM.id), Pause(UUID(int=9), SUNDAY)]
    store.commit(
        lambda: [
            op,
            Op(codec.FOLLOW_UPS, follow_up.id, outlook_codec.follow_up_fields(follow_up)),
            *(Op(codec.PAUSES, each.id, codec.pause_fields(each)) for each in pauses),
        ]
    )
    ledger = Ledger(store)
    assert len(ledger.people()) == 3
    assert len(ledger.entries_naming(TOM.id)) == 1
    store.commit(lambda: [MERGE])

    assert list(ledger.people()) == [LEE, ANA]
    assert [(person.id, whom) for person, whom in ledger.merged_people()] == [(TOM.id, LEE.id)]
    (told,) = ledger.entries_naming(LEE.id)
    assert (told.id, told.people) == (key, (LEE.id, ANA.id))
    assert not ledger.entries_naming(TOM.id)
    assert [each.people for each in ledger.follow_ups()] == [(LEE.id,)]
    assert [each.person for each in ledger.pauses()] == [LEE.id, None]
    assert ledger.take_steps() is None


def test_what_another_device_logs_late_of_a_merged_record_is_of_whom_it_stands_for(
    store: Store, home: Home
) -> None:
    store.commit(lambda: [MERGE])
    ledger = Ledger(store)
    assert not ledger.entries()
    op, key = logging(TOM)
    Store(home, "bob").commit(lambda: [op])
    store.catch_up()

    assert [each.id for each in ledger.entries_naming(LEE.id)] == [key]
    alone = Ledger(store).entry(key)
    assert alone is not None
    assert alone.people == (LEE.id,)
    assert [each.people for each in Ledger(store).entries_of_one("thanks")] == [(LEE.id,)]
    assert [each.people for each in Ledger(store).recent_entries(5)] == [(LEE.id,)]


def test_a_merge_that_is_taken_back_leaves_two_again(store: Store) -> None:
    op, _ = logging(TOM)
    store.commit(lambda: [op])
    ledger = Ledger(store)
    assert ledger.entries()
    store.commit(lambda: [MERGE])
    assert not ledger.entries_naming(TOM.id)
    store.undo(lambda commit: commit)

    assert list(ledger.people()) == [TOM, LEE, ANA]
    assert [each.people for each in ledger.entries()] == [(TOM.id,)]


def test_who_was_merged_into_somebody_who_is_gone_is_a_person_until_that_one_is_there_again(
    store: Store,
) -> None:
    op, _ = logging(TOM)
    store.commit(lambda: [MERGE, op])
    ledger = Ledger(store)
    assert [each.people for each in ledger.entries()] == [(LEE.id,)]
    store.commit(lambda: [Op(codec.PEOPLE, LEE.id, None)])
    assert [each.people for each in ledger.entries()] == [(TOM.id,)]
    assert {each.id for each in ledger.people()} == {TOM.id, ANA.id}

    store.commit(lambda: making(LEE))
    assert [each.people for each in ledger.entries()] == [(LEE.id,)]


def test_who_comes_or_changes_beside_a_merge_leaves_what_was_read(store: Store) -> None:
    op, _ = logging(TOM)
    store.commit(lambda: [MERGE, op])
    ledger = Ledger(store)
    assert ledger.entries()
    ledger.take_steps()
    new = Person(UUID(int=4), "New", "new")
    store.commit(lambda: [*making(new), Op(codec.PEOPLE, TOM.id, {"role": "lead"})])

    steps = ledger.take_steps()
    assert steps is not None
    assert [step.table for step in steps] == [codec.PEOPLE, codec.PEOPLE]
    assert list(ledger.people()) == [LEE, ANA, new]


def test_a_merged_record_that_cannot_be_read_is_named(store: Store) -> None:
    store.commit(lambda: [Op(codec.PEOPLE, TOM.id, {"merged_into": 5})])
    with pytest.raises(StoreError, match="merged_into"):
        Ledger(store).people()
