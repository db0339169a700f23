"""The file is laid out as TinyDB has it, with the store's own table beside the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import NewerFormatError, StoreError
from habits.store import Op
from habits.store.layout import SCHEMA, from_file, to_file
from tests.store.strategies import few, ops, tables

if TYPE_CHECKING:
    from habits.store.layout import Acts
    from habits.store.ops import Tables

FILE = Path("rapport.json")
ID = "00000000-0000-0000-0000-000000000001"


def own(**fields: object) -> dict[str, Any]:
    """Return a file with nothing but the store's own table."""
    return {"_rapport": {"1": fields}}


@few
@given(tables, st.lists(st.lists(ops, max_size=3).map(tuple), max_size=3).map(tuple))
def test_what_is_written_is_read_back(held: Tables, acts: Acts) -> None:
    content = json.loads(json.dumps(to_file(held, acts)))
    assert from_file(content, FILE) == (held, acts)


def test_records_are_kept_by_whole_numbers_and_the_own_table_is_apart() -> None:
    held: Tables = {"entries": {UUID(int=5): {"what": "it"}}}
    acts = ((Op("entries", UUID(int=1), None),),)
    assert to_file(held, acts) == {
        "entries": {"5": {"what": "it"}},
        "_rapport": {"1": {"schema": 1, "acts": [[["entries", ID, None]]]}},
    }


@pytest.mark.parametrize("content", [{}, {"_rapport": {}}, own(), own(schema=SCHEMA)])
def test_a_file_without_the_own_table_holds_no_acts(content: dict[str, Any]) -> None:
    assert from_file(content, FILE) == ({}, ())


@pytest.mark.parametrize("schema", [SCHEMA + 1, 10**30])
def test_a_newer_schema_is_refused_whatever_else_is_in_the_file(schema: int) -> None:
    with pytest.raises(NewerFormatError, match=rf"^rapport.json was written .* \(format {schema},"):
        from_file(own(schema=schema, acts={"new": "form"}), FILE)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"entries": {str(1 << 128): {}}}, id="an id beyond all UUIDs"),
        pytest.param({"entries": {"9" * 5000: {}}}, id="an id beyond all numbers"),
        pytest.param(own(schema="1"), id="a schema that is a text"),
        pytest.param(own(schema=None), id="a schema that is nothing"),
        pytest.param(own(schema=[2]), id="a schema that is a list"),
        pytest.param(own(acts=5), id="acts that are a number"),
        pytest.param(own(acts=None), id="acts that are nothing"),
        pytest.param(own(acts="acts"), id="acts that are a text"),
        pytest.param(own(acts=[5]), id="an act that is a number"),
        pytest.param(own(acts=[[5]]), id="an operation that is a number"),
        pytest.param(own(acts=[[["entries", ID]]]), id="an operation of two parts"),
        pytest.param(own(acts=[[["entries", "1", None]]]), id="an id that is none"),
        pytest.param(own(acts=[[["entries", 1, None]]]), id="an id that is a number"),
        pytest.param(own(acts=[[["entries", None, None]]]), id="an id that is nothing"),
        pytest.param(own(acts=[[[5, ID, None]]]), id="a table that is a number"),
        pytest.param(own(acts=[[["entries", ID, "all"]]]), id="fields that are a text"),
        pytest.param(own(acts=[[["entries", ID, []]]]), id="fields that are a list"),
    ],
)
def test_what_cannot_be_understood_is_damage(content: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match=r"^rapport\.json is damaged: .+\. It is left as it is;"):
        from_file(content, FILE)
