"""Whatever arrives when, every device comes to the same state, and that of a plain reckoning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store.lines import Kind, Line
from habits.store.merge import State
from habits.store.snapshot import Snapshot, decode, encode
from habits.store.stamps import creation_stamp, milliseconds_of, next_stamp
from tests.store.histories import KEYS, NOW, histories

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

EARLY, MIDDLE, LATE, FIXED, NUMBERED = KEYS
Seen = dict[str, dict[int, Any]]


def after(lines: Iterable[Line]) -> State:
    """Return the state that operations come to."""
    state = State()
    for line in lines:
        state.apply(line)
    return state


def parts(state: State) -> dict[str, object]:
    """Return all that a state knows, without the places that know nothing."""
    documents = {"aside": state.aside, "live": state.live}
    known: dict[str, Any] = {
        name: {
            (table, key): json.loads(raw)
            for table, records in place.items()
            for key, raw in records.items()
        }
        for name, place in documents.items()
    }
    rest: dict[str, Any] = {
        "versions": state.versions,
        "deleted": state.deleted,
        "unmade": state.unmade,
        "erased": state.erased,
    }
    return known | {
        name: {table: value for table, value in place.items() if value}
        for name, place in rest.items()
    }


def seen(state: State) -> Seen:
    """Return the records that are seen."""
    return {
        table: {key: json.loads(raw) for key, raw in records.items()}
        for table, records in state.live.items()
        if records
    }


def reckoned(lines: Iterable[Line]) -> Seen:
    """Return what is seen, reckoned for each field from all operations at once."""
    known = list(lines)
    result: Seen = {}
    for table, key in {(line.table, line.key) for line in known}:
        mine = [line for line in known if (line.table, line.key) == (table, key)]
        writings: dict[str, list[tuple[tuple[int, str], Any]]] = {}
        for line in mine:
            made = creation_stamp(key)
            version = (line.stamp, line.device)
            if line.kind is Kind.NEW:
                version = (made, "") if made else (0, line.device)
            for name, value in (line.fields or {}).items():
                writings.setdefault(name, []).append((version, value))
        is_made = any(line.kind is Kind.NEW for line in mine)
        deletes = [(line.stamp, line.device) for line in mine if line.kind is Kind.DELETE]
        latest = max(
            [
                (creation_stamp(key), ""),
                *(version for each in writings.values() for version, _ in each),
            ]
        )
        is_erased = any(line.kind is Kind.ERASE for line in mine)
        if is_made and not is_erased and latest > max(deletes, default=(-1, "")):
            values = {
                name: max(each, key=lambda pair: pair[0])[1] for name, each in writings.items()
            }
            result.setdefault(table, {})[key] = {
                name: value for name, value in values.items() if value is not None
            }
    return result


@given(histories())
def test_what_is_seen_is_what_a_plain_reckoning_of_all_operations_says(lines: list[Line]) -> None:
    assert seen(after(lines)) == reckoned(lines)


@given(histories(), st.randoms(use_true_random=False), st.data())
def test_any_order_and_repetition_comes_to_the_same(
    lines: list[Line],
    chance: Random,
    data: st.DataObject,
) -> None:
    again = data.draw(st.lists(st.sampled_from(lines), max_size=10)) if lines else []
    shuffled = [*lines, *again]
    chance.shuffle(shuffled)
    assert seen(after(shuffled)) == seen(after(lines))


@given(histories(), st.data())
def test_a_snapshot_in_between_changes_nothing(lines: list[Line], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(lines)))
    state = decode(encode(Snapshot(after(lines[:cut])))).state
    for line in lines[cut:]:
        state.apply(line)
    assert parts(state) == parts(after(lines))


@given(histories())
def test_an_operation_that_says_that_nothing_changed_changed_nothing(lines: list[Line]) -> None:
    state = State()
    for line in lines:
        before = state.document(line.table, line.key)
        if not state.apply(line):
            assert state.document(line.table, line.key) == before


def new(key: int, **fields: object) -> Line:
    stamp = next_stamp(0, NOW, key)
    return Line(Kind.NEW, "entries", key, fields, None, stamp, "ada", stamp)


def put(key: int, later: int, device: str = "ada", **fields: object) -> Line:
    stamp = (NOW + later) << 16
    return Line(Kind.SET, "entries", key, fields, None, stamp, device, stamp)


def delete(key: int, later: int, device: str = "ada") -> Line:
    stamp = (NOW + later) << 16
    return Line(Kind.DELETE, "entries", key, None, None, stamp, device, stamp)


def test_fields_are_merged_one_by_one() -> None:
    state = after([new(EARLY, what="a", why="b"), put(EARLY, 1, why="c"), put(EARLY, 2, what="d")])
    assert state.document("entries", EARLY) == {"what": "d", "why": "c"}


def test_an_edit_that_arrives_before_its_record_waits_for_it_and_holds() -> None:
    state = after([put(EARLY, 1, why="edited")])
    assert state.document("entries", EARLY) is None
    state.apply(new(EARLY, what="made", why="first"))
    assert state.document("entries", EARLY) == {"what": "made", "why": "edited"}


def test_a_delete_hides_what_is_older_and_a_later_edit_shows_it_whole_again() -> None:
    lines = [new(EARLY, what="a", why="b"), delete(EARLY, 2)]
    assert after([*lines, put(EARLY, 1, why="older")]).document("entries", EARLY) is None
    assert after([*lines, put(EARLY, 3, why="later")]).document("entries", EARLY) == {
        "what": "a",
        "why": "later",
    }


def test_of_two_writings_at_one_moment_the_greater_device_holds() -> None:
    one, two = put(EARLY, 1, "ada", what="ada"), put(EARLY, 1, "bob", what="bob")
    for lines in ([one, two], [two, one]):
        state = after([new(EARLY, what="made"), *lines])
        assert state.document("entries", EARLY) == {"what": "bob"}


@pytest.mark.parametrize("key", [FIXED, NUMBERED])
def test_a_default_that_two_homes_made_is_one_and_never_beats_an_edit(key: int) -> None:
    ada = Line(Kind.NEW, "habits", key, {"name": "a"}, None, 5, "ada", 5)
    bob = Line(Kind.NEW, "habits", key, {"name": "b"}, None, 9, "bob", 9)
    edit = Line(Kind.SET, "habits", key, {"name": "mine"}, None, 1, "ada", 1)
    for lines in ([ada, bob], [bob, ada]):
        assert after(lines).document("habits", key) == {"name": "b"}
    for lines in ([ada, edit, bob], [bob, edit, ada], [edit, ada, bob]):
        assert after(lines).document("habits", key) == {"name": "mine"}


def test_a_stamp_is_later_than_all_before_it_whatever_the_clock_says() -> None:
    first = next_stamp(0, NOW, EARLY)
    assert milliseconds_of(first) == NOW
    set_back = next_stamp(first, NOW - 3_600_000, EARLY)
    assert set_back == first + 1
    assert next_stamp(0, 0, LATE) == creation_stamp(LATE) + 1


def test_a_record_is_as_old_as_its_id_says() -> None:
    assert milliseconds_of(creation_stamp(LATE)) == NOW
    assert creation_stamp(FIXED) == creation_stamp(NUMBERED) == creation_stamp(UUID(int=0).int) == 0


def test_a_field_that_was_taken_away_stays_away() -> None:
    state = after([new(EARLY, what="a", why="b"), put(EARLY, 1, why=None)])
    assert state.document("entries", EARLY) == {"what": "a"}
    state.apply(new(EARLY, what="a", why="b"))
    assert state.document("entries", EARLY) == {"what": "a"}
