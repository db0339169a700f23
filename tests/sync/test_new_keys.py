"""A new key: who has it goes on, who has the old one is told, and nobody waits for ever."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError, WrongKeyError
from habits.sync.keys import Keys, new_keys
from habits.sync.state import read_state
from habits.sync.syncing import forget, is_present
from tests.sync.machines import KEYS, Machine, machines

if TYPE_CHECKING:
    from pathlib import Path


def take(machine: Machine, keys: Keys) -> None:
    """Let a machine seal with a new key."""
    machine.keys = keys.followed_by(machine.keys)
    machine.sync()


def test_a_new_machine_joins_before_all_others_have_the_new_key(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.put(1, what="by bob")
    bob.sync()
    new = new_keys()
    take(ada, new)
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport, new)
    assert cyd.begin().locked == ("bob",)
    told = cyd.sync().told()
    assert [each.trouble for each in told] == ["other key"]
    assert "rapport sync join" in told[0].words
    with pytest.raises(RefusedError, match="can be read here yet"):
        forget(cyd.here, "bob")
    take(bob, new)
    assert cyd.sync().told() == []
    assert cyd.seen() == ada.seen() == bob.seen()


def test_who_has_the_old_key_alone_is_told_and_neither_takes_nor_sends(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    take(ada, new_keys())
    bob.put(1, what="by bob")
    before = bob.lines(), sorted((tmp_path / "remote").rglob("*"))
    with pytest.raises(WrongKeyError, match="The key was changed"):
        bob.sync()
    assert (bob.lines(), sorted((tmp_path / "remote").rglob("*"))) == before
    state = read_state(bob.home, "bob")
    assert state is not None
    assert (state.trouble, "sync join" in state.told) == ("wrong key", True)


def test_the_old_key_is_not_taken_for_the_present_one(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.sync()
    new = new_keys()
    take(ada, new)
    eve = Machine(tmp_path / "eve", "eve", ada.transport)
    assert not is_present(eve.here, KEYS)
    assert is_present(eve.here, new)
    with pytest.raises(WrongKeyError):
        eve.begin()
    assert read_state(eve.home, "eve") is None


def test_two_new_keys_at_once_come_to_one_whichever_is_taken(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.sync()
    shutil.copytree(tmp_path / "remote", tmp_path / "before")
    first, second = new_keys(), new_keys()
    take(ada, first)
    (tmp_path / "remote" / "ada").rename(tmp_path / "late")
    shutil.copytree(tmp_path / "before" / "ada", tmp_path / "remote" / "ada")
    take(bob, second)
    shutil.rmtree(tmp_path / "remote" / "ada")
    (tmp_path / "late").rename(tmp_path / "remote" / "ada")
    ada.keys = second.followed_by(ada.keys)
    bob.keys = first.followed_by(bob.keys)
    ada.sync()
    with pytest.raises(WrongKeyError):
        bob.sync()
    assert is_present(bob.here, second)
    take(bob, second)
    ada.put(1, what="demo")
    for machine in (ada, bob):
        assert machine.sync().told() == []
    assert ada.seen() == bob.seen()


def test_a_key_of_somebody_else_in_place_of_ours_sends_nothing(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.sync()
    ada.put(1, what="demo")
    ada.keys = new_keys()
    with pytest.raises(WrongKeyError, match="safe here"):
        ada.sync()
    bob.sync()
    assert len(bob.seen()) == 1
    ada.keys = KEYS
    ada.sync()
    bob.sync()
    assert bob.seen() == ada.seen()


def test_what_a_syncer_puts_back_with_the_old_key_goes_again(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    shutil.copytree(tmp_path / "remote" / "ada", tmp_path / "kept")
    new = new_keys()
    take(ada, new)
    shutil.copytree(tmp_path / "kept", tmp_path / "remote" / "ada", dirs_exist_ok=True)
    ada.sync()
    assert not {file.name for file in (tmp_path / "kept").iterdir()} & {
        file.name for file in (tmp_path / "remote" / "ada").iterdir()
    }


def test_a_new_key_of_a_newer_rapport_is_told_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    with monkeypatch.context() as newer:
        newer.setattr("habits.sync.segments.VERSION", 2)
        take(ada, new_keys())
    with pytest.raises(WrongKeyError, match="The key was changed"):
        bob.sync()
