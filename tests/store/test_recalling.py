"""The doctor lets every record mean something again, as one act, which can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.model import NorthStar
from habits.store import Op, Store, codec, outlook_codec, upkeep

if TYPE_CHECKING:
    from habits.store import Document
    from habits.store.home import Home

KEY = UUID("019ab1cd-0000-7000-8000-000000000001")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BROKEN: Document = {"text": 5, "extra": "kept"}


def star(text: str) -> Document:
    """Return the document of a north star."""
    return outlook_codec.north_star_fields(NorthStar(KEY, text, date(2026, 11, 22), NOON))


def put(store: Store, fields: Document | None, table: str = codec.NORTH_STARS) -> None:
    """Write a record, as one act."""
    store.commit(lambda: [Op(table, KEY, fields)])


@pytest.mark.parametrize(
    ("writings", "expected"),
    [
        pytest.param([star("old"), star("new"), BROKEN], star("new"), id="it meant something"),
        pytest.param([star("old"), BROKEN, {"since": 5}], star("old"), id="broken twice"),
        pytest.param([BROKEN], None, id="it never meant anything"),
        pytest.param([star("old"), None, BROKEN], None, id="it was deleted since"),
    ],
)
def test_a_record_is_again_what_it_last_meant_and_undo_takes_that_back(
    home: Home, writings: list[Document | None], expected: Document | None
) -> None:
    store = Store(home)
    for fields in writings:
        put(store, fields)
    broken = store.table(codec.NORTH_STARS).get(KEY)

    (found,) = upkeep.check(store)

    assert found.startswith(f"The record {KEY} in the table northstar has no readable '")
    assert Store(home).table(codec.NORTH_STARS).get(KEY) == expected
    assert upkeep.check(store) == []
    store.undo(lambda commit: commit)
    assert Store(home).table(codec.NORTH_STARS).get(KEY) == broken


def test_a_record_of_a_table_that_is_not_known_may_be_anything(home: Home) -> None:
    store = Store(home)
    put(store, BROKEN, "books")
    assert upkeep.check(store) == []
    assert store.table("books")[KEY] == BROKEN
