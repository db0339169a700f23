"""The store: an act is on the disk and in memory, or in neither."""

from __future__ import annotations

import json
import os
from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import RefusedError
from habits.store import Commit, Op, Store
from habits.store.defaults import put_defaults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from habits.store.home import Home

ONE, TWO = UUID(int=1), UUID(int=2)


def put(number: int, what: str | None) -> Op:
    """Return the operation that gives a record some words."""
    return Op("entries", UUID(int=number), {"what": what})


def act(*ops: Op) -> Callable[[], Iterable[Op]]:
    """Return what proposes some operations."""
    return lambda: ops


def again(store: Store) -> Commit | None:
    """Do again what was taken back last."""
    return store.redo(lambda commit: commit)


def taken_back(store: Store) -> Commit | None:
    return store.undo(lambda commit: commit)


def written(home: Home) -> dict[str, bytes]:
    """Return what is in the files of a home."""
    return {path.name: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}


@pytest.fixture
def store(home: Home) -> Store:
    """An empty store."""
    return Store(home)


def test_opening_makes_the_home_but_no_file(home: Home) -> None:
    store = Store(home)
    assert store.table("entries") == {}
    assert list(home.path.iterdir()) == []


def test_an_act_is_in_memory_and_in_the_file(store: Store, home: Home) -> None:
    commit = store.commit(act(put(1, "first"), put(2, "second")))

    assert [(record.key, record.before) for record in commit.written] == [
        (put(1, "first").key, None),
        (put(2, "second").key, None),
    ]
    assert [record.after for record in commit.written] == [
        put(1, "first").fields,
        put(2, "second").fields,
    ]
    assert commit.inverse == (Op("entries", TWO, None), Op("entries", ONE, None))
    assert store.table("entries") == {ONE: {"what": "first"}, TWO: {"what": "second"}}
    assert Store(home).table("entries") == store.table("entries")


def test_records_keep_the_order_in_which_they_were_made(store: Store, home: Home) -> None:
    for number in (5, 1, 3):
        store.commit(act(put(number, "made")))
    store.commit(act(put(1, "changed")))

    expected = [UUID(int=5), UUID(int=1), UUID(int=3)]
    assert list(store.table("entries")) == list(Store(home).table("entries")) == expected


def test_an_act_that_is_refused_changes_nothing(store: Store, home: Home) -> None:
    store.commit(act(put(1, "first")))
    before = written(home)

    def refuse() -> Iterator[Op]:
        yield put(1, "half")
        raise RefusedError

    with pytest.raises(RefusedError):
        store.commit(refuse)

    assert store.table("entries") == {ONE: {"what": "first"}}
    assert written(home) == before
    store.commit(act(put(2, "second")))
    assert len(Store(home).table("entries")) == 2


def test_the_newest_act_is_taken_back_first_also_by_who_opens_the_home_later(
    store: Store, home: Home
) -> None:
    store.commit(act(put(1, "first")))
    store.commit(act(put(1, "changed"), put(2, "second")))

    commit = taken_back(store)
    assert commit is not None
    assert commit.inverse == (put(1, "changed"), put(2, "second"))
    assert store.table("entries") == {ONE: {"what": "first"}}

    later = Store(home)
    assert taken_back(later) is not None
    assert later.table("entries") == {}
    assert taken_back(later) is None
    assert taken_back(Store(home)) is None


def test_where_there_is_nothing_to_take_back_nothing_is_written(store: Store, home: Home) -> None:
    assert taken_back(store) is None
    assert list(home.path.rglob("*.json*")) == []


def test_a_taking_back_that_cannot_be_understood_changes_nothing(store: Store, home: Home) -> None:
    store.commit(act(put(1, "first")))
    with pytest.raises(ZeroDivisionError):
        store.undo(lambda _: 1 // 0)

    assert store.table("entries") == Store(home).table("entries") == {ONE: {"what": "first"}}
    assert taken_back(store) is not None


def test_every_act_can_be_taken_back_however_many_there_are(store: Store, home: Home) -> None:
    # Twice as many bytes as are read of a log to find the latest acts.
    for number in range(1, 63):
        store.commit(act(put(number, "act" * 2500)))

    undone = sum(1 for _ in iter(lambda: taken_back(Store(home)), None))

    assert undone == 62
    assert Store(home).table("entries") == {}


def test_what_was_taken_back_is_done_again_in_turn(store: Store, home: Home) -> None:
    store.commit(act(put(1, "first"), put(2, "second")))
    store.commit(act(put(1, "changed"), Op("entries", TWO, None)))
    for _ in range(2):
        taken_back(store)

    assert again(Store(home)) is not None
    assert Store(home).table("entries") == {ONE: {"what": "first"}, TWO: {"what": "second"}}
    assert again(store) is not None
    assert store.table("entries") == {ONE: {"what": "changed"}}
    assert again(store) is None
    taken_back(store)
    assert store.table("entries") == {ONE: {"what": "first"}, TWO: {"what": "second"}}


def test_a_new_act_makes_what_was_taken_back_final(store: Store) -> None:
    store.commit(act(put(1, "first")))
    taken_back(store)
    store.commit(act(put(2, "second")))

    assert again(store) is None
    assert store.table("entries") == {TWO: {"what": "second"}}


def test_defaults_are_made_once_and_are_no_act(store: Store, home: Home) -> None:
    put_defaults(store, iter([put(1, "usual"), put(2, "usual")]))
    assert home.data.exists()
    inode = home.data.stat().st_ino
    put_defaults(store, [put(1, "usual"), put(2, "usual")])
    put_defaults(Store(home), [put(2, "usual")])

    assert store.table("entries") == {ONE: {"what": "usual"}, TWO: {"what": "usual"}}
    assert home.data.stat().st_ino == inode
    assert taken_back(store) is None


def test_a_default_never_goes_over_an_edit(store: Store, home: Home) -> None:
    store.commit(act(put(1, "mine")))
    put_defaults(store, [put(1, "usual"), put(2, "usual")])

    assert Store(home).table("entries") == {ONE: {"what": "mine"}, TWO: {"what": "usual"}}


def test_defaults_that_another_process_made_meanwhile_stay_as_it_made_them(
    store: Store, home: Home
) -> None:
    other = Store(home)
    put_defaults(other, [put(1, "theirs")])
    put_defaults(store, [put(1, "usual"), put(2, "usual")])

    assert store.table("entries") == {ONE: {"what": "theirs"}, TWO: {"what": "usual"}}


def test_fields_and_tables_that_are_not_known_outlive_an_act(store: Store, home: Home) -> None:
    odd = {"colour": "red", "nested": {"a": [1, 2.5, None, True]}, "half": "\ud83c"}
    store.commit(act(Op("entries", ONE, odd), Op("reviews", TWO, {"year": 2026})))
    Store(home).commit(act(put(2, "another")))

    assert Store(home).table("entries")[ONE] == odd
    assert Store(home).table("reviews") == {TWO: {"year": 2026}}


def test_a_store_takes_in_what_another_wrote_when_it_looks(store: Store, home: Home) -> None:
    other = Store(home)
    assert not other.catch_up()
    store.commit(act(put(1, "first")))

    assert other.table("entries") == {}
    assert other.catch_up()
    assert other.table("entries") == {ONE: {"what": "first"}}
    assert not other.catch_up()
    assert not store.catch_up()


def test_every_act_begins_with_what_others_wrote_and_says_so(store: Store, home: Home) -> None:
    other = Store(home)
    assert not store.commit(act(put(1, "first"))).foreign
    seen: list[object] = []

    def propose() -> Iterator[Op]:
        seen.extend(other.table("entries"))
        yield put(2, "second")

    assert other.commit(propose).foreign
    assert seen == [ONE]
    assert not other.commit(act(put(3, "third"))).foreign
    assert store.commit(act(put(4, "fourth"))).foreign
    assert store.table("entries").keys() == Store(home).table("entries").keys()


def test_two_stores_take_back_each_others_acts(store: Store, home: Home) -> None:
    other = Store(home)
    store.commit(act(put(1, "mine")))
    other.commit(act(put(2, "theirs")))

    by_me, by_them = taken_back(store), taken_back(other)

    assert by_me is not None
    assert by_them is not None
    assert (by_me.foreign, by_them.foreign) == (True, True)
    assert (by_me.inverse, by_them.inverse) == ((put(2, "theirs"),), (put(1, "mine"),))
    assert taken_back(store) is None
    assert store.table("entries") == {}


def test_a_store_that_is_written_to_often_is_never_mistaken_for_unchanged(home: Home) -> None:
    writer, reader = Store(home), Store(home)
    numbers = count(1)
    for _ in range(50):
        number = next(numbers)
        writer.commit(act(put(1, f"{number:04}")))
        assert reader.catch_up()
        assert reader.table("entries") == {ONE: {"what": f"{number:04}"}}


def test_an_edit_in_place_is_noticed_though_the_file_is_as_long_as_before(
    store: Store, home: Home
) -> None:
    store.commit(act(put(1, "first")))
    store.checkpoint()
    home.data.write_text(json.dumps(json.loads(home.data.read_text().replace("first", "other"))))
    written = home.data.stat().st_mtime_ns + 1_000_000
    os.utime(home.data, ns=(written, written))

    assert store.catch_up()
    assert store.table("entries") == {ONE: {"what": "other"}}


def test_a_copy_put_in_place_is_noticed_though_it_is_as_old_and_as_long_as_the_file(
    store: Store, home: Home
) -> None:
    store.commit(act(put(1, "first")))
    store.checkpoint()
    copy = home.path / "copy"
    copy.write_text(json.dumps(json.loads(home.data.read_text().replace("first", "other"))))
    written = home.data.stat().st_mtime_ns
    os.utime(copy, ns=(written, written))
    copy.replace(home.data)

    assert store.catch_up()
    assert store.table("entries") == {ONE: {"what": "other"}}
