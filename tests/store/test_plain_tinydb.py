"""The file is a TinyDB file: plain TinyDB reads it, and what it writes is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from tinydb import TinyDB, where

from habits import service
from habits.practices import BY_SLUG, PRACTICES
from habits.store import codec
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.service import Workspace
    from habits.store.home import Home

THANKS, TRUST = BY_SLUG["thanks"], BY_SLUG["trust"]


@pytest.fixture
def used(workspace: Workspace) -> Workspace:
    """A home in which something was logged, and something taken back."""
    service.log(workspace, THANKS, "@maya the fix because it held #team (2026-11-20)")
    service.log(workspace, TRUST, "/context \U0001f389 \u05e9\u05dc\u05d5\u05dd")
    service.log(workspace, TRUST, "")
    service.log(workspace, TRUST, "a slip of the finger")
    service.undo(workspace)
    return workspace


@pytest.fixture
def db(used: Workspace, home: Home) -> Iterator[TinyDB]:
    """The same home after a checkpoint, opened by plain TinyDB."""
    used.store.checkpoint()
    with TinyDB(home.data) as opened:
        yield opened


def test_plain_tinydb_reads_every_entry_as_it_is(used: Workspace, db: TinyDB) -> None:
    read = {
        codec.entry_from(UUID(int=document.doc_id), document) for document in db.table("entries")
    }
    assert read == set(service.entries(used))
    assert len(read) == 3


def test_plain_tinydb_reads_every_table(db: TinyDB) -> None:
    assert db.tables() == {"practices", "habits", "people", "entries", "_rapport"}
    assert [document["slug"] for document in db.table("practices")] == list(BY_SLUG)
    assert [document["name"] for document in db.table("habits")] == [
        practice.flagship.name for practice in PRACTICES
    ]
    (maya,) = db.table("people").all()
    assert maya == {"name": "Maya", "handle": "maya"}
    (tagged,) = db.table("entries").search(where("tags").any(["team"]))
    assert tagged["people"] == [str(UUID(int=maya.doc_id))]


def test_an_edit_by_plain_tinydb_is_taken_in_and_kept(used: Workspace, db: TinyDB) -> None:
    db.table("entries").update({"what": "  the\tlong fix "}, where("practice") == "thanks")
    change = service.log(used, THANKS, "@maya another")

    assert change.foreign
    assert change.new_people == ()
    assert "the long fix" in [entry.what for entry in service.entries(used)]


def test_an_entry_that_plain_tinydb_makes_counts(used: Workspace, db: TinyDB) -> None:
    fields = {
        "practice": "growth",
        "date": "2026-11-22",
        "logged_at": "2026-11-22T08:29:00+00:00",
        "zone": "Europe/Berlin",
        "what": "a talk",
    }
    db.table("entries").insert(fields)
    used.store.catch_up()

    (row,) = service.rows(used, [BY_SLUG["growth"]])
    assert row.last is not None
    assert row.last.what == "a talk"
    assert row.leading.standing.completions == 1


def test_a_table_that_plain_tinydb_makes_outlives_an_act(
    used: Workspace, home: Home, db: TinyDB
) -> None:
    db.insert({"note": "mine"})
    db.table("books").insert({"title": "theirs"})
    service.log(used, THANKS, "another")

    with TinyDB(home.data) as reopened:
        assert reopened.all() == [{"note": "mine"}]
        assert reopened.table("books").all() == [{"title": "theirs"}]


def test_a_promise_that_was_edited_is_not_made_anew(
    used: Workspace, home: Home, db: TinyDB
) -> None:
    key = fixed_id("habits", "thanks").int
    db.table("habits").update({"name": "Say thanks"}, doc_ids=[key])

    opened = service.open_workspace(home, used.clock)

    (row,) = service.rows(opened, [THANKS])
    assert row.leading.habit.name == "Say thanks"
    assert len(row.habits) == 1
