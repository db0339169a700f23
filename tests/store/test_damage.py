"""A file that is not understood is named, copied once and left as it is."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import NewerFormatError, RapportError, StoreError
from habits.store import Op, Store
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from habits.store.home import Home

ONE, TWO = UUID(int=1), UUID(int=2)
WRITTEN = datetime(2026, 11, 22, 8, 30, tzinfo=UTC).timestamp()
NEWER = json.dumps({"entries": {}, "_rapport": {"1": {"schema": 2, "acts": "?"}}}).encode()

each_damage = pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n", id="blank"),
        pytest.param(b'{"entries": {"1": {', id="cut"),
        pytest.param(b'{"entries": {}} {}', id="trailing"),
        pytest.param(b"\x00" * 4096, id="zeros"),
        pytest.param(b"\xff\xfe\x00\xd8 not text", id="not text"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"entries": {"1": {"n": ' + b"9" * 5000 + b"}}}", id="huge number"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'"rapport"', id="a text"),
        pytest.param(b'{"entries": []}', id="a table that is a list"),
        pytest.param(b'{"entries": {"x": {}}}', id="a record with a word for an id"),
        pytest.param(b'{"entries": {"-1": {}}}', id="a record with a negative id"),
        pytest.param(b'{"entries": {"1": 5}}', id="a record that is a number"),
    ],
)


def home_with(home: Home, content: bytes) -> None:
    """Put a file in a home, written at a known time."""
    home.make()
    home.data.write_bytes(content)
    os.utime(home.data, (WRITTEN, WRITTEN))


def copies(home: Home) -> list[str]:
    return sorted(path.name for path in home.path.glob("*.corrupt-*"))


def store_with_one(home: Home) -> Store:
    """Return a store with one record in it."""
    store = Store(home)
    store.commit(lambda: [Op("entries", ONE, {"what": "first"})])
    return store


@each_damage
def test_a_damaged_file_is_left_as_it_is_and_copied_once(home: Home, content: bytes) -> None:
    home_with(home, content)
    for _ in range(3):
        with pytest.raises(StoreError, match="is damaged: it is not a TinyDB file") as refusal:
            Store(home)

    name = "rapport.json.corrupt-20261122T083000Z"
    assert f"a copy of it is {name}. Put a good copy in its place" in str(refusal.value)
    assert refusal.value.exit_code == 7
    assert home.data.read_bytes() == content
    assert copies(home) == [name]
    assert (home.path / name).read_bytes() == content
    assert (home.path / name).stat().st_mode & 0o777 == 0o600


def test_damage_that_differs_is_kept_beside_the_copy_before(home: Home) -> None:
    for content in (b"one", b"two", b"one", b"three"):
        home_with(home, content)
        with pytest.raises(StoreError):
            Store(home)

    name = "rapport.json.corrupt-20261122T083000Z"
    assert copies(home) == [name, f"{name}-2", f"{name}-3"]
    assert [(home.path / copy).read_bytes() for copy in copies(home)] == [b"one", b"two", b"three"]


def refused_without_a_copy(home: Home) -> None:
    with pytest.raises(StoreError, match=r"It is left as it is\. Put a good copy in its place"):
        Store(home)
    assert home.data.read_bytes() == b"?"


def test_damage_that_cannot_be_copied_is_told_without_a_copy(home: Home) -> None:
    home_with(home, b"?")
    with broken_disk("write", errno.ENOSPC):
        refused_without_a_copy(home)

    (home.path / "rapport.json.corrupt-20261122T083000Z").mkdir()
    refused_without_a_copy(home)


def test_a_folder_in_the_place_of_the_file_is_told_and_left(home: Home) -> None:
    home.make()
    home.data.mkdir()
    (home.data / "mine").write_text("mine")
    with pytest.raises(StoreError, match=r"rapport\.json cannot be read: Is a directory\."):
        Store(home)
    assert (home.data / "mine").read_text() == "mine"
    assert copies(home) == []


def test_a_file_that_cannot_be_looked_at_is_told(home: Home) -> None:
    store_with_one(home)
    with broken_disk("look", errno.EIO), pytest.raises(StoreError, match="cannot be read: Input"):
        Store(home)


def test_a_newer_file_is_not_touched(home: Home) -> None:
    home_with(home, NEWER)
    with pytest.raises(NewerFormatError, match=r"newer rapport \(format 2, .* 1\)\. Up") as refusal:
        Store(home)
    assert refusal.value.exit_code == 6
    assert home.data.read_bytes() == NEWER
    assert copies(home) == []


@pytest.mark.parametrize("content", [b"", b"{", b'{"entries": {"1": 5}}', NEWER])
def test_what_goes_bad_under_an_open_store_is_never_overwritten(home: Home, content: bytes) -> None:
    store = store_with_one(home)
    good = home.data.read_bytes()
    home_with(home, content)

    for _ in range(2):
        with pytest.raises(RapportError):
            store.commit(lambda: [Op("entries", TWO, {"what": "second"})])
        with pytest.raises(RapportError):
            store.undo(lambda commit: commit)
        with pytest.raises(RapportError):
            store.put_defaults([Op("habits", TWO, {})])
        with pytest.raises(RapportError):
            store.catch_up()
        assert home.data.read_bytes() == content
        assert store.table("entries") == {ONE: {"what": "first"}}

    home.data.write_bytes(good)
    store.commit(lambda: [Op("entries", TWO, {"what": "second"})])
    assert Store(home).table("entries") == {ONE: {"what": "first"}, TWO: {"what": "second"}}


def test_a_file_that_is_deleted_under_an_open_store_is_written_again_whole(home: Home) -> None:
    store = store_with_one(home)
    home.data.unlink()
    store.commit(lambda: [Op("entries", TWO, {"what": "second"})])
    assert store.table("entries") == Store(home).table("entries")
    assert list(store.table("entries")) == [ONE, TWO]


def test_a_home_that_is_deleted_under_an_open_store_is_told(home: Home) -> None:
    store = store_with_one(home)
    for path in home.path.iterdir():
        path.unlink()
    home.path.rmdir()
    with pytest.raises(StoreError, match="cannot be written: No such file or directory"):
        store.commit(list)
