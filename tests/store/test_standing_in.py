"""Who is made anonymous is gone from every file, and a record without a name stands in for them."""

from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import RefusedError, StoreError
from habits.store import Op, Store, codec, copies, scrubbing, upkeep
from habits.store.home import Home
from habits.store.standing_in import stand_in_key
from tests.store.erasing import (
    ALONE,
    ANA,
    BOTH,
    MAYA,
    OTHER,
    PAUSE,
    TEXT,
    entry,
    home_of,
    own_id,
    traces,
)
from tests.store.faults import broken_disk
from tests.store.test_erasing import carried, entries, slugs_in, taught

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from habits.store.ops import Document

TEAMMATE = {"name": "a teammate", "handle": "teammate"}
NOBODY = UUID(int=stand_in_key(MAYA.int))
"""Who stands in for Maya."""

LEFT = {
    ALONE: ("the fix, only between us", "", [str(NOBODY)]),
    BOTH: ("the release", "a teammate asked; so did mayas", [str(NOBODY), str(ANA)]),
    TEXT: ("a teammate's plan, and a teammate again", "as a teammate said", [str(ANA)]),
    OTHER: ("the amaya lake", "after a teammate left", [str(ANA)]),
}
"""What the entries say after a teammate stands in for Maya."""


def stand_in(store: Store, fields: Document = TEAMMATE, person: UUID = MAYA) -> None:
    """Let somebody without a name stand in for a person."""
    upkeep.stand_in(store, lambda: {person: fields})


def names_left(home: Home) -> set[str]:
    """Return which files still tell of Maya, the note that stays aside."""
    return {trace for trace in traces(home.path) if "only between us" not in trace}


def people(store: Store) -> Mapping[UUID, Document]:
    """Return all people."""
    return dict(store.table(codec.PEOPLE).items())


def test_entries_and_pauses_stay_and_no_file_tells_the_name(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")

    stand_in(store)

    assert names_left(home) == set()
    for seen in (store, Store(home, "ada"), Store(home, "bob")):
        assert entries(seen) == LEFT
        assert people(seen) == {ANA: {"name": "Ana", "handle": "ana"}, NOBODY: TEAMMATE}
        assert seen.table(codec.PAUSES)[PAUSE]["person"] == str(NOBODY)
        assert seen.take_reports() == []


def test_before_it_is_done_it_can_be_seen_what_changes(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    before = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}

    reach = upkeep.reach_of_standing_in(store, lambda: {MAYA: TEAMMATE})

    assert {each.key for each in reach.written if each.after is None} == {MAYA}
    assert {each.key for each in reach.written if each.before is None} == {NOBODY}
    assert {each.key for each in reach.written} == {MAYA, NOBODY, PAUSE, *LEFT}
    assert before == {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}
    assert upkeep.stand_in(store, lambda: {MAYA: TEAMMATE}) == reach


def test_a_move_that_bears_the_name_is_one_that_can_be_typed(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    taught(store, "maya_sync")
    stand_in(store)
    assert slugs_in(store) == (["a_teammate_sync", "ally"],) * 3
    assert names_left(home) == set()


def test_what_is_refused_under_the_lock_changes_nothing(tmp_path: Path) -> None:
    _, store = home_of(tmp_path / "home")
    before = entries(store), people(store)

    def refuse() -> Mapping[UUID, Document]:
        raise RefusedError

    with pytest.raises(RefusedError):
        upkeep.stand_in(store, refuse)
    assert (entries(store), people(store)) == before


def test_undo_takes_back_what_came_before_without_the_name(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    assert not upkeep.erased_last(store)
    stand_in(store)
    assert upkeep.erased_last(store)

    store.undo(lambda commit: commit)
    assert entries(store)[TEXT][:2] == (LEFT[TEXT][0], "")
    assert not upkeep.erased_last(store)
    while store.undo(lambda commit: commit):
        pass
    while store.redo(lambda commit: commit):
        pass
    assert MAYA not in people(store)
    assert names_left(home) == set()
    assert not upkeep.erased_last(Store(Home(home.path.parent / "new"), "ada"))


def test_a_copy_elsewhere_brings_back_whoever_stands_in(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    copy = upkeep.back_up(store, tmp_path / "elsewhere.json", datetime(2026, 11, 22, tzinfo=UTC))
    stand_in(store)
    store.commit(lambda: [Op(codec.ENTRIES, ALONE, None)])

    upkeep.restore(store, copies.read(copy))

    assert entries(store) == LEFT
    assert people(store).keys() == {ANA, NOBODY}
    assert names_left(home) == set()


def test_another_device_does_the_same_and_says_what_it_knew(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    late = own_id(50)
    other.commit(lambda: [Op(codec.ENTRIES, late, entry("of Maya's review", MAYA))])
    other.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": "Maya Q", "role": "backend"})])
    other.checkpoint()
    other.take_reports()

    stand_in(store)
    (there.ops / "ada-000001.jsonl").write_bytes((here.ops / "ada-000001.jsonl").read_bytes())
    other.catch_up()
    (here.ops / "bob-000001.jsonl").write_bytes((there.ops / "bob-000001.jsonl").read_bytes())
    store.catch_up()

    for home, seen in ((here, store), (there, other)):
        assert names_left(home) == set()
        assert entries(seen) == LEFT | {late: ("of a teammate's review", "", [str(NOBODY)])}
        assert people(seen)[NOBODY] == TEAMMATE
        assert MAYA not in people(seen)


def test_what_arrives_late_is_said_of_whoever_stands_in(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    late = own_id(50)
    other.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": "Maya Q"})])
    other.commit(lambda: [Op(codec.ENTRIES, late, entry("with Maya Q", MAYA))])

    stand_in(store)
    shutil.copyfile(there.ops / "bob-000001.jsonl", here.ops / "bob-000001.jsonl")
    store.catch_up()

    assert names_left(here) == set()
    assert entries(store) == LEFT | {late: ("with a teammate", "", [str(NOBODY)])}
    assert people(store)[NOBODY] == TEAMMATE


def test_two_devices_that_do_it_apart_agree_on_who_stands_in(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    other.commit(lambda: [Op(codec.ENTRIES, own_id(50), entry("the talk", ANA))])
    stand_in(store)
    stand_in(other, {"name": "a teammate 2", "handle": "teammate.2"})
    for _ in range(2):
        carried(here, there)
        (here.ops / "bob-000001.jsonl").write_bytes((there.ops / "bob-000001.jsonl").read_bytes())
        other.catch_up()
        store.catch_up()

    assert people(store) == people(other)
    assert people(store)[NOBODY]["name"] in {"a teammate", "a teammate 2"}
    assert entries(store)[ALONE] == entries(other)[ALONE] == LEFT[ALONE]


def test_whoever_stands_in_can_be_made_anonymous_and_erased_in_turn(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    stand_in(store)
    store.commit(lambda: [Op(codec.PEOPLE, NOBODY, {"role": "the one from Quintero"})])
    stand_in(store, person=NOBODY)
    again = UUID(int=stand_in_key(NOBODY.int))
    assert people(store) == {ANA: {"name": "Ana", "handle": "ana"}, again: TEAMMATE}
    assert entries(store)[ALONE][2] == [str(again)]

    upkeep.erase(store, codec.PEOPLE, again)
    assert set(entries(store)) == LEFT.keys() - {ALONE}
    assert entries(store)[BOTH] == ("the release", "someone asked; so did mayas", [str(ANA)])
    assert list(traces(home.path)) == []


def test_records_of_one_person_stay_records_of_one(tmp_path: Path) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    merged = own_id(90)
    nobody_too = UUID(int=stand_in_key(merged.int))
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "Maya", "handle": "maya"}),
            Op(codec.PEOPLE, merged, {"name": "MQ", "handle": "mq", "merged_into": str(MAYA)}),
            Op(codec.ENTRIES, BOTH, entry("MQ's review", merged, MAYA)),
        ]
    )
    upkeep.stand_in(store, lambda: {MAYA: TEAMMATE, merged: {**TEAMMATE, "merged_into": "x"}})
    assert people(store) == {NOBODY: TEAMMATE, nobody_too: {**TEAMMATE, "merged_into": "x"}}
    assert entries(store)[BOTH] == ("a teammate's review", "", [str(nobody_too), str(NOBODY)])


def test_an_entry_names_whoever_stands_in_once(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    other.commit(lambda: [Op(codec.ENTRIES, own_id(50), entry("x", MAYA, NOBODY))])
    stand_in(store)
    shutil.copyfile(there.ops / "bob-000001.jsonl", here.ops / "bob-000001.jsonl")
    store.catch_up()
    assert entries(store)[own_id(50)][2] == [str(NOBODY)]


def test_whoever_stands_in_and_was_deleted_still_does(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    other.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": "Maya Q"})])
    other.commit(lambda: [Op(codec.ENTRIES, own_id(50), entry("with Maya Q", MAYA))])
    stand_in(store)
    store.commit(lambda: [Op(codec.PEOPLE, NOBODY, None)])
    shutil.copyfile(there.ops / "bob-000001.jsonl", here.ops / "bob-000001.jsonl")
    store.catch_up()
    assert entries(store)[own_id(50)] == ("with a teammate", "", [str(NOBODY)])


def test_what_was_broken_off_is_ended_by_the_next_who_writes(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scrubbing, "rewrite", _refuse)
        with pytest.raises(StoreError, match="the next act goes on with it"):
            stand_in(store)
    assert home.erasing.exists()
    with broken_disk("replace", error=errno.EACCES), suppress(StoreError):
        store.commit(list)
    store.commit(list)
    assert names_left(home) == set()
    assert entries(store) == LEFT


def _refuse(*_: object) -> None:
    raise OSError(errno.EACCES, "Permission denied")
