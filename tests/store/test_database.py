"""A home is a TinyDB database: every method does what it does on a plain one, and is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.storages import MemoryStorage

from habits.store import Store
from habits.store.database import Database, require_hooks
from habits.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path

names = st.sampled_from(["entries", "books"])
documents = st.dictionaries(
    st.sampled_from(["what", "n", "tags"]),
    st.one_of(st.integers(-5, 5), st.text(max_size=3), st.lists(st.integers(), max_size=2)),
    max_size=3,
)


class Twins(RuleBasedStateMachine):
    """A home and a plain TinyDB that are told the same."""

    path: ClassVar[Path]

    @initialize()
    def open(self) -> None:
        """Open both."""
        self.home = Home(self.path / str(len(list(self.path.iterdir()))))
        self.mine = Database(self.home)
        self.plain = TinyDB(storage=MemoryStorage)

    @rule(name=names, document=documents)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        """Insert a document."""
        self.mine.table(name).insert(document)
        self.plain.table(name).insert(document)

    @rule(name=names, several=st.lists(documents, max_size=3))
    def insert_multiple(self, name: str, several: list[dict[str, Any]]) -> None:
        """Insert several at one go."""
        self.mine.table(name).insert_multiple(several)
        self.plain.table(name).insert_multiple(several)

    @rule(name=names, document=documents, value=st.integers(-5, 5))
    def update(self, name: str, document: dict[str, Any], value: int) -> None:
        """Update those that a query finds."""
        for db in (self.mine, self.plain):
            db.table(name).update(document, where("n") == value)

    @rule(name=names, document=documents, value=st.integers(-5, 5))
    def upsert(self, name: str, document: dict[str, Any], value: int) -> None:
        """Update those that a query finds, or insert one."""
        for db in (self.mine, self.plain):
            db.table(name).upsert(dict(document), where("n") == value)

    @rule(name=names, value=st.integers(-5, 5))
    def remove(self, name: str, value: int) -> None:
        """Remove those that a query finds."""
        for db in (self.mine, self.plain):
            db.table(name).remove(where("n") == value)

    @rule(name=names)
    def truncate(self, name: str) -> None:
        """Remove all."""
        for db in (self.mine, self.plain):
            db.table(name).truncate()

    @rule()
    def count_on(self) -> None:
        """Use an operation that changes documents in place."""
        for db in (self.mine, self.plain):
            db.table("books").update(increment("n"), where("n").test(lambda n: isinstance(n, int)))

    @rule()
    def open_again(self) -> None:
        """Close the home and open it again."""
        self.mine.close()
        self.mine = Database(self.home)

    @rule()
    def crash(self) -> None:
        """Open the home again without having closed it."""
        self.mine = Database(self.home)

    @invariant()
    def both_hold_the_same(self) -> None:
        """Compare all tables."""
        for name in ("entries", "books"):
            mine = [dict(document) for document in self.mine.table(name).all()]
            plain = [dict(document) for document in self.plain.table(name).all()]
            assert sorted(map(repr, map(_sorted, mine))) == sorted(map(repr, map(_sorted, plain)))

    def teardown(self) -> None:
        """Check that plain TinyDB reads the home's file once it is closed."""
        if hasattr(self, "mine"):
            self.mine.close()
            if self.home.data.exists():
                with TinyDB(self.home.data) as db:
                    for name in ("entries", "books"):
                        assert len(db.table(name)) == len(self.plain.table(name))


def _sorted(document: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(document.items()))


def test_every_method_does_what_it_does_on_a_plain_database(tmp_path: Path) -> None:
    class Here(Twins):
        path = tmp_path

    few = settings(max_examples=25, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(Here, settings=few)


def test_a_writing_is_an_act_that_is_taken_back(home: Home) -> None:
    db = Database(home)
    db.table("books").insert_multiple([{"title": "one"}, {"title": "two"}])
    db.table("books").update({"read": True}, where("title") == "two")

    store = Store(home)
    assert store.undo(lambda commit: len(commit.written)) == 1
    assert store.undo(lambda commit: len(commit.written)) == 2
    assert db.table("books").all() == []


def test_the_whole_cannot_be_overwritten(home: Home) -> None:
    db = Database(home)
    with pytest.raises(TypeError, match="by their own methods"):
        db.storage.write({})
    db.table("books").insert({"title": "one"})
    with pytest.raises(TypeError):
        db.drop_tables()
    assert len(db.table("books")) == 1


def test_two_databases_see_each_other_at_once(home: Home) -> None:
    one, two = Database(home), Database(home)
    key = one.table("books").insert({"title": "one"})
    assert two.table("books").search(where("title") == "one")[0].doc_id == key
    two.table("books").update({"title": "two"}, doc_ids=[key])
    assert one.table("books").search(where("title") == "one") == []
    assert one.table("books").get(doc_id=key) == {"title": "two"}


def test_a_tinydb_that_lacks_a_hook_is_refused_by_name() -> None:
    with pytest.raises(ImportError, match=r"has no _get_next_id and no _update_table; use tinydb"):
        require_hooks(dict)
