"""A home of an older format opens, is brought to the present one once, and is kept as it was."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from habits.store.snapshot import SCHEMA
from tests.store.test_schema import FIXTURES

if TYPE_CHECKING:
    from habits.store.home import Home
    from tests.cli.program import Run


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_a_home_of_an_older_format_holds_what_it_held(
    rapport: Run, home: Home, schema: int
) -> None:
    home.make()
    old = FIXTURES / f"schema-{schema}.json"
    shutil.copy(old, home.data)

    first = rapport("today", "--json")

    assert first.err == (
        f"rapport: {home.data} was brought from an older format to the present one. "
        f"It is kept as backups/rapport-schema-{schema}.json.\n"
    )
    expected = json.loads((FIXTURES / f"schema-{schema}-today.json").read_text(encoding="utf-8"))
    expected["follow_ups"] = []
    assert json.loads(first.out) == expected
    assert rapport("today", "--json").json == expected
    assert (home.backups / f"rapport-schema-{schema}.json").read_bytes() == old.read_bytes()
    assert rapport("pause").lines == ["Growth · today to Fri 27"]
    assert rapport("undo").refusal == "There is nothing to undo."
    with TinyDB(home.data) as db:
        assert len(db.table("entries")) == 2
