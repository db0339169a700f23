"""The ledger tells what a store holds, as it is now, whoever changed it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import StoreError
from habits.model import Pause, Person
from habits.settings import Settings
from habits.store import Op, Store, codec, settings_codec, upkeep
from habits.store.home import Home
from habits.store.ledger import Ledger
from habits.store.steps import Step
from tests.records import entry, habit
from tests.store.strategies import few

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from habits.model import Entry
    from habits.store import Document

SUNDAY = date(2026, 11, 22)
KEY = UUID(int=1)


def store_with(home: Home, table: str, *documents: tuple[UUID, Document]) -> Store:
    """Return a store with some records in a table, read from its file."""
    Store(home).commit(lambda: [Op(table, key, document) for key, document in documents])
    return Store(home)


def document_of(made: Entry) -> tuple[UUID, Document]:
    """Return the document of an entry, with its key."""
    return made.id, codec.entry_fields(made)


def test_entries_come_in_the_order_in_which_they_were_made(home: Home) -> None:
    made = [entry(SUNDAY, "one"), entry(date(2026, 11, 1), "two"), entry(SUNDAY, practice="trust")]
    store = store_with(home, codec.ENTRIES, *((e.id, codec.entry_fields(e)) for e in made))

    assert list(Ledger(store).entries()) == made
    assert list(Ledger(store).entries_of("trust")) == made[2:]
    assert list(Ledger(store).entries_of("growth")) == []


@pytest.mark.parametrize("practice", [None, "cooking", 5, ["thanks"]])
def test_an_entry_of_no_known_practice_is_named_whichever_is_asked_for(
    home: Home, practice: object
) -> None:
    document = {**codec.entry_fields(entry(SUNDAY)), "practice": practice}
    store = store_with(home, codec.ENTRIES, (KEY, document))

    with pytest.raises(StoreError, match="no readable 'practice'"):
        list(Ledger(store).entries_of("growth"))


def test_what_is_broken_in_another_practice_is_not_looked_at(home: Home) -> None:
    document = {**codec.entry_fields(entry(SUNDAY, practice="trust")), "date": "?"}
    store = store_with(home, codec.ENTRIES, (KEY, document))

    assert list(Ledger(store).entries_of("growth")) == []
    with pytest.raises(StoreError, match="no readable 'date'"):
        list(Ledger(store).entries())


def test_habits_pauses_and_people_are_read(home: Home) -> None:
    promise, pause = habit(SUNDAY), Pause(KEY, SUNDAY, practice="trust")
    person = Person(KEY, "Maya", "maya")
    store_with(home, codec.HABITS, (promise.id, codec.habit_fields(promise)))
    store_with(home, codec.PAUSES, (pause.id, codec.pause_fields(pause)))
    store = store_with(home, codec.PEOPLE, (person.id, codec.person_fields(person)))

    assert list(Ledger(store).habits()) == [promise]
    assert list(Ledger(store).pauses()) == [pause]
    assert list(Ledger(store).people()) == [person]


def test_the_settings_are_one_record_and_others_in_their_table_are_none(home: Home) -> None:
    made = Settings(6, 4, welcomed=True)
    store = store_with(
        home,
        codec.SETTINGS,
        (codec.SETTINGS_ID, settings_codec.settings_fields(made)),
        (KEY, {"week_start": "?"}),
    )
    assert Ledger(store).settings() == made
    assert Ledger(Store(Home(home.path / "new"))).settings() == Settings()


def test_settings_that_cannot_be_understood_are_named(home: Home) -> None:
    store = store_with(home, codec.SETTINGS, (codec.SETTINGS_ID, {"week_start": "?"}))
    with pytest.raises(StoreError, match="in the table settings has no readable 'week_start'"):
        Ledger(store).settings()


def test_settings_are_read_once_however_often_they_are_asked_for(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = settings_codec.settings_fields(Settings(6))
    ledger = Ledger(store_with(home, codec.SETTINGS, (codec.SETTINGS_ID, made)))
    ledger.settings()
    monkeypatch.setattr(ledger._settings, "_read", None)  # noqa: SLF001 - no longer called
    assert ledger.settings() == Settings(6)


def test_an_empty_store_has_no_records(home: Home) -> None:
    ledger = Ledger(Store(home))
    assert [*ledger.entries(), *ledger.habits(), *ledger.pauses(), *ledger.people()] == []


def test_entries_are_found_by_day_and_by_person(home: Home) -> None:
    maya, ana = UUID(int=7), UUID(int=8)
    both = entry(SUNDAY, "the fix", people=(maya, ana))
    alone = entry(date(2026, 11, 1), "the review", people=(maya,))
    ledger = Ledger(store_with(home, codec.ENTRIES, *map(document_of, (both, alone))))

    assert list(ledger.entries_between(SUNDAY, SUNDAY)) == [both]
    assert list(ledger.entries_naming(maya)) == [both, alone]
    assert list(ledger.entries_naming(ana)) == [both]
    assert list(ledger.entries_naming(UUID(int=9))) == []


def test_what_another_process_wrote_is_in_after_a_look(home: Home) -> None:
    store = Store(home)
    ledger = Ledger(store)
    assert list(ledger.entries()) == []

    logged = entry(SUNDAY, people=(KEY,))
    store_with(home, codec.ENTRIES, document_of(logged))
    store.catch_up()

    assert list(ledger.entries()) == list(ledger.entries_naming(KEY)) == [logged]


def test_only_what_an_act_touched_is_read_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [entry(SUNDAY, str(number)) for number in range(50)]
    store = store_with(home, codec.ENTRIES, *map(document_of, made))
    ledger = Ledger(store)
    assert len(ledger.entries()) == 50
    read: list[UUID] = []

    def counting(key: UUID, document: Document) -> Entry:
        read.append(key)
        return codec.entry_from(key, document)

    monkeypatch.setattr(ledger._entries, "_read", counting)  # noqa: SLF001 - counted
    store.commit(lambda: [Op(codec.ENTRIES, *document_of(entry(SUNDAY)))])

    assert len(ledger.entries()) == 51
    assert len(read) == 1


@st.composite
def acts(draw: st.DrawFn) -> list[list[Op]]:
    """Draw acts on few entries: made, changed, broken, mended, moved and taken away."""
    keys = st.integers(1, 4).map(lambda number: UUID(int=number))
    whole = st.builds(
        entry,
        st.sampled_from([SUNDAY, date(2026, 11, 1)]),
        st.sampled_from(["", "the fix"]),
        practice=st.sampled_from(["thanks", "trust"]),
        people=st.sampled_from([(), (KEY,), (KEY, UUID(int=2))]),
    ).map(codec.entry_fields)
    broken = st.sampled_from([{"date": "?"}, {"practice": 5}, {"practice": "cooking"}])
    fields = st.one_of(whole, broken, st.none())
    ops = st.builds(Op, st.just(codec.ENTRIES), keys, fields)
    return draw(st.lists(st.lists(ops, max_size=3), max_size=8))


def told(ledger: Ledger) -> list[object]:
    """Return all that a ledger tells of the drawn entries, or that it refuses to."""
    looks = (
        ledger.entries,
        lambda: ledger.entries_of("thanks"),
        lambda: ledger.entries_of("trust"),
        lambda: ledger.entries_of_one("thanks"),
        lambda: ledger.entries_of_one("trust"),
        lambda: ledger.entries_between(SUNDAY, SUNDAY),
        lambda: ledger.entries_naming(KEY),
    )
    return [_answer(look) for look in looks]


def _answer(look: Callable[[], Collection[Entry]]) -> object:
    try:
        return sorted(look(), key=lambda entry: entry.id)
    except StoreError as error:
        return str(error)


@given(acts=acts(), undone=st.integers(0, 4))
@few
def test_kept_up_through_any_acts_it_tells_what_a_new_one_tells(
    acts: list[list[Op]], undone: int
) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Home(Path(folder)), "ada")
        ledger = Ledger(store)
        for act in acts:
            told(ledger)
            store.commit(lambda act=act: act)  # type: ignore[misc]
        for _ in range(undone):
            store.undo(lambda commit: commit)
            told(ledger)

        assert told(ledger) == told(Ledger(Store(store.home, "bob")))


def test_after_an_erasing_nothing_of_it_is_told(home: Home) -> None:
    store = store_with(home, codec.ENTRIES, document_of(entry(SUNDAY, people=(KEY,))))
    ledger = Ledger(store)
    assert [len(ledger.entries()), len(ledger.entries_naming(KEY))] == [1, 1]

    upkeep.erase(store, codec.PEOPLE, KEY)
    assert [len(ledger.entries()), len(ledger.entries_naming(KEY))] == [0, 0]


def test_what_became_of_each_record_is_told_once(home: Home) -> None:
    logged, other = entry(SUNDAY, people=(KEY,)), entry(SUNDAY, "the fix")
    store = store_with(home, codec.ENTRIES, document_of(logged))
    ledger = Ledger(store)
    assert ledger.take_steps() == [Step(codec.ENTRIES, None, logged, is_known=True)]
    assert ledger.take_steps() == []

    store.commit(lambda: [Op(codec.ENTRIES, *document_of(other)), Op("books", KEY, {})])
    store.commit(lambda: [Op(codec.ENTRIES, logged.id, {"date": "?"})])
    assert ledger.take_steps() == [
        Step(codec.ENTRIES, None, other, is_known=True),
        Step(codec.ENTRIES, logged, None, is_known=False),
    ]


def test_what_became_of_a_record_is_known_also_where_it_was_never_read(home: Home) -> None:
    logged = entry(SUNDAY, "the fix")
    Store(home).commit(lambda: [Op(codec.ENTRIES, *document_of(logged))])
    Store(home).checkpoint()
    store = Store(home)
    ledger = Ledger(store)
    store.commit(lambda: [Op(codec.ENTRIES, logged.id, None)])
    store.undo(lambda commit: commit)
    assert ledger.take_steps() == [Step(codec.ENTRIES, logged, logged, is_known=True)]

    store.commit(lambda: [Op(codec.ENTRIES, logged.id, None)])
    assert ledger.take_steps() == [Step(codec.ENTRIES, logged, None, is_known=True)]
    store.undo(lambda commit: commit)
    assert ledger.take_steps() == [Step(codec.ENTRIES, None, logged, is_known=True)]


def test_the_entries_of_one_practice_are_read_alone(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [entry(SUNDAY), entry(SUNDAY, practice="trust"), entry(SUNDAY, practice="growth")]
    store = store_with(home, codec.ENTRIES, *map(document_of, made))
    store.checkpoint()
    ledger = Ledger(Store(home))
    assert list(ledger.entries_of_one("trust")) == [made[1]]

    assert len(ledger.entries()) == 3
    monkeypatch.setattr(ledger, "_store", None)  # they are read by now
    monkeypatch.setattr(ledger, "_follow", lambda: None)
    assert list(ledger.entries_of_one("trust")) == [made[1]]


@pytest.mark.parametrize("are_read", [False, True])
def test_the_latest_entries_are_told_without_those_that_mean_nothing(
    home: Home, *, are_read: bool
) -> None:
    made = [entry(SUNDAY, str(number)) for number in range(5)]
    store = store_with(home, codec.ENTRIES, *map(document_of, made[:4]), (KEY, {"date": "?"}))
    store.commit(lambda: [Op(codec.ENTRIES, *document_of(made[4]))])
    ledger = Ledger(store)
    if are_read:
        list(ledger.entries_naming(KEY))

    assert ledger.recent_entries(3)[:2] == [made[4], made[3]]


def test_the_days_are_kept_up_and_made_anew_where_all_may_differ(home: Home) -> None:
    later, earlier = entry(SUNDAY), entry(date(2026, 11, 1))
    store = store_with(home, codec.ENTRIES, document_of(later))
    ledger = Ledger(store)
    days = ledger.days()
    store.commit(lambda: [Op(codec.ENTRIES, *document_of(earlier)), Op("books", KEY, {})])
    store.commit(lambda: [Op(codec.ENTRIES, KEY, {"date": 5})])
    assert ledger.days() is days
    assert days.places == [
        ("2026-11-22", later.id.int),
        ("2026-11-01", earlier.id.int),
        ("", KEY.int),
    ]

    store.commit(lambda: [Op(codec.ENTRIES, earlier.id, None)])
    upkeep.erase(store, codec.ENTRIES, KEY)
    assert ledger.days() is not days
    assert ledger.days().places == [("2026-11-22", later.id.int)]


def test_after_an_erasing_anything_may_differ(home: Home) -> None:
    store = store_with(home, codec.ENTRIES, document_of(entry(SUNDAY, people=(KEY,))))
    ledger = Ledger(store)
    ledger.take_steps()
    upkeep.erase(store, codec.PEOPLE, KEY)
    assert list(ledger.entries()) == []
    store.commit(lambda: [Op(codec.ENTRIES, *document_of(entry(SUNDAY)))])
    assert len(ledger.entries()) == 1
    assert ledger.take_steps() is None
    assert ledger.take_steps() == []
