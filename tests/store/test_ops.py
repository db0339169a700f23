"""Every change is an operation, and every operation can be taken back."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store.ops import Op, apply, apply_all
from tests.store.strategies import few, ops, tables

if TYPE_CHECKING:
    from habits.store.ops import Document, Tables

ONE, TWO = UUID(int=1), UUID(int=2)


def without_empty(all_tables: Tables) -> Tables:
    """Return the tables that hold something: a table without records is no table."""
    return {name: table for name, table in all_tables.items() if table}


@few
@given(tables, ops)
def test_an_operation_and_its_inverse_change_nothing(before: Tables, op: Op) -> None:
    after = deepcopy(before)
    inverse = apply(after, op)
    apply(after, inverse)
    assert without_empty(after) == without_empty(before)


@few
@given(tables, st.lists(ops, max_size=6).map(tuple))
def test_an_act_of_many_operations_on_the_same_records_is_taken_back_whole(
    before: Tables, act: tuple[Op, ...]
) -> None:
    after = deepcopy(before)
    inverse = apply_all(after, act)
    apply_all(after, inverse)
    assert without_empty(after) == without_empty(before)


@few
@given(tables, st.lists(ops, max_size=6).map(tuple))
def test_the_inverse_of_an_inverse_is_the_act_again(before: Tables, act: tuple[Op, ...]) -> None:
    done = deepcopy(before)
    inverse = apply_all(done, act)
    redone = deepcopy(done)
    apply_all(redone, apply_all(redone, inverse))
    assert without_empty(redone) == without_empty(done)


@few
@given(tables, ops)
def test_an_operation_leaves_every_other_record_alone(before: Tables, op: Op) -> None:
    after = deepcopy(before)
    apply(after, op)
    for name, table in before.items():
        others = {key: record for key, record in table.items() if (name, key) != (op.table, op.key)}
        assert others.items() <= after[name].items()


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"what": "new"}, {"what": "new", "tags": ["a"]}),
        ({"why": "it helped"}, {"what": "old", "tags": ["a"], "why": "it helped"}),
        ({"tags": None}, {"what": "old"}),
        ({"move": None}, {"what": "old", "tags": ["a"]}),
        ({}, {"what": "old", "tags": ["a"]}),
    ],
)
def test_an_operation_changes_only_the_fields_it_names(fields: Document, record: Document) -> None:
    held: Tables = {"entries": {ONE: {"what": "old", "tags": ["a"]}}}
    apply(held, Op("entries", ONE, fields))
    assert held == {"entries": {ONE: record}}


def test_an_operation_on_what_is_not_there_makes_it_in_a_table_that_need_not_be_there() -> None:
    held: Tables = {}
    inverse = apply(held, Op("notes", ONE, {"what": "new", "why": None}))
    assert held == {"notes": {ONE: {"what": "new"}}}
    assert inverse == Op("notes", ONE, None)


def test_a_deleted_record_comes_back_with_all_its_fields() -> None:
    held: Tables = {"entries": {ONE: {"what": "kept", "unknown": [1, 2]}, TWO: {}}}
    inverse = apply(held, Op("entries", ONE, None))
    assert held == {"entries": {TWO: {}}}
    assert inverse == Op("entries", ONE, {"what": "kept", "unknown": [1, 2]})


def test_a_record_that_was_handed_out_does_not_change_under_the_reader() -> None:
    record: dict[str, Any] = {"what": "old"}
    held: Tables = {"entries": {ONE: record}}
    apply(held, Op("entries", ONE, {"what": "new"}))
    assert record == {"what": "old"}
