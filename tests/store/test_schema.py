"""A home of an older format opens, is brought to the present one once, and is kept as it was."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tinydb import TinyDB

from habits.store import Store
from habits.store.schema import STEPS
from habits.store.snapshot import SCHEMA

if TYPE_CHECKING:
    from habits.store.home import Home

FIXTURES: Final = Path(__file__).with_name("fixtures")


def test_every_older_format_has_a_step_and_a_fixture() -> None:
    assert set(STEPS) == set(range(SCHEMA))
    for schema in range(1, SCHEMA):
        assert (FIXTURES / f"schema-{schema}.json").exists()


def test_a_file_of_plain_tinydb_is_taken_for_the_oldest_format(home: Home) -> None:
    home.make()
    with TinyDB(home.data) as db:
        db.table("books").insert({"title": "one"})
    store = Store(home)
    assert [each for _, each in store.table("books").items()] == [{"title": "one"}]
    assert "older format" in store.take_reports()[0]
    assert Store(home).take_reports() == []


def test_a_step_that_was_interrupted_is_taken_again(home: Home) -> None:
    home.make()
    shutil.copy(FIXTURES / "schema-1.json", home.data)
    first = Store(home, "bench")
    before = {name: dict(table) for name, table in first.tables()}
    shutil.copy(FIXTURES / "schema-1.json", home.data)

    again = Store(home, "bench")

    assert {name: dict(table) for name, table in again.tables()} == before
    assert {name: dict(table) for name, table in Store(home, "bench").tables()} == before
