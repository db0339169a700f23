"""Homes that sync over git come to hold the same, whatever the repository does meanwhile."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, SignInError, WrongKeyError
from habits.store import upkeep
from habits.sync.git_program import Git
from habits.sync.keys import new_keys
from habits.sync.segments import open_segment
from habits.sync.syncing import leave
from tests.sync.machines import KEYS, Machine, own_id
from tests.sync.repositories import bare, branch, contents, git, transport

if TYPE_CHECKING:
    from pathlib import Path

    from habits.sync.git_program import Said


def machine(path: Path, device: str) -> Machine:
    """Return a machine that syncs to the repository."""
    home = path / device
    return Machine(home, device, transport(path / "remote", home / "sync" / "git"))


def require_the_same_on_a_new_machine(path: Path, *others: Machine) -> None:
    """See that a new machine comes to what all others hold."""
    new = machine(path, "cyd")
    new.begin()
    for each in others:
        assert new.seen() == each.seen()


@pytest.fixture
def ada(tmp_path: Path) -> Machine:
    """The first machine, with one act."""
    bare(tmp_path / "remote")
    ada = machine(tmp_path, "ada")
    ada.put(0, "people", name="Zed")
    ada.begin(is_first=True)
    return ada


@pytest.fixture
def bob(ada: Machine, tmp_path: Path) -> Machine:
    """The second machine, which has taken it in."""
    assert ada.lines()
    bob = machine(tmp_path, "bob")
    bob.begin()
    return bob


def readable(path: Path) -> bytes:
    """Return all that the first key opens in the repository, and in all caches of it."""
    caches = [
        each for cache in path.glob("*/sync/git") for each in contents(cache, on_branches=False)
    ]
    found = b""
    for sealed in (*contents(path / "remote", on_branches=True), *caches):
        with suppress(WrongKeyError):
            found += b"".join(group.written for group in open_segment(sealed, "x", KEYS).groups)
    return found


def test_two_machines_come_to_hold_the_same(ada: Machine, bob: Machine, tmp_path: Path) -> None:
    ada.put(1, what="demo")
    bob.put(2, what="thanks")
    for each in (ada, bob, ada):
        each.sync()
    assert ada.seen() == bob.seen()
    assert len(ada.seen()) == 3
    before = git(tmp_path / "remote", "for-each-ref")
    assert ada.sync()[:2] == bob.sync()[:2] == (0, 0)
    assert git(tmp_path / "remote", "for-each-ref") == before


def test_a_lost_answer_sends_nothing_twice(
    ada: Machine, bob: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.put(1, what="demo")
    with monkeypatch.context() as patch:
        lose_answers(patch)
        with pytest.raises(OfflineError):
            ada.sync()
    sent = git(tmp_path / "remote", "rev-parse", "rapport/ada")
    ada.put(2, what="thanks")
    ada.sync()
    assert git(tmp_path / "remote", "rev-parse", "rapport/ada~") == sent
    bob.sync()
    assert len(branch(tmp_path / "remote", "ada")) == 3
    assert bob.seen() == ada.seen()


def lose_answers(patch: pytest.MonkeyPatch) -> None:
    """Let what is pushed arrive, and the answer not."""
    there = Git.there

    def lose(self: Git, *words: str) -> Said:
        said = there(self, *words)
        if words[0] == "push":
            message = "the line is dead"
            raise OfflineError(message)
        return said

    patch.setattr(Git, "there", lose)


def test_what_a_repository_refuses_waits_until_it_does_not(
    ada: Machine, bob: Machine, tmp_path: Path
) -> None:
    hook = tmp_path / "remote" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    ada.put(1, what="demo")
    for _ in range(2):
        with pytest.raises(SignInError, match="safe here"):
            ada.sync()
    hook.unlink()
    assert ada.sync().sent == 1
    bob.sync()
    assert bob.seen() == ada.seen()


@pytest.mark.faults
def test_what_is_erased_or_sealed_with_an_old_key_can_be_read_nowhere(
    ada: Machine, bob: Machine, tmp_path: Path
) -> None:
    ada.put(1, "people", name="Maya", handle="maya")
    ada.sync()
    bob.sync()
    bob.put(2, what="Maya said so")
    bob.sync()
    ada.sync()
    assert b"Maya" in readable(tmp_path)
    upkeep.erase(ada.store(), "people", own_id(1))
    for each in (ada, bob, ada, bob):
        each.sync()
    assert b"Maya" not in readable(tmp_path)
    assert b"Zed" in readable(tmp_path)
    new = new_keys()
    for each in (ada, bob, ada, bob):
        each.keys = new.followed_by(KEYS)
        each.sync()
    assert readable(tmp_path) == b""
    assert ada.seen() == bob.seen()


@pytest.mark.faults
def test_an_emptied_repository_is_told_and_filled_again(
    ada: Machine, bob: Machine, tmp_path: Path
) -> None:
    bob.put(1, what="demo")
    for each in (bob, ada):
        each.sync()
    shutil.rmtree(tmp_path / "remote")
    bare(tmp_path / "remote")
    assert set(ada.sync().lost) == {"ada", "bob"}
    assert ada.sync().lost == ()
    require_the_same_on_a_new_machine(tmp_path, ada, bob)


@pytest.mark.faults
def test_a_repository_that_was_put_back_is_told_and_made_whole(
    ada: Machine, bob: Machine, tmp_path: Path
) -> None:
    shutil.copytree(tmp_path / "remote", tmp_path / "copy")
    ada.put(1, what="demo")
    for each in (ada, bob):
        each.sync()
    shutil.rmtree(tmp_path / "remote")
    shutil.copytree(tmp_path / "copy", tmp_path / "remote")
    assert ada.sync().lost == ("ada",)
    require_the_same_on_a_new_machine(tmp_path, ada, bob)


@pytest.mark.faults
def test_a_home_that_was_copied_overwrites_nothing_of_the_first(
    ada: Machine, bob: Machine, tmp_path: Path
) -> None:
    shutil.copytree(ada.home.path, tmp_path / "twin")
    twin = Machine(tmp_path / "twin", "ada", transport(tmp_path / "remote", tmp_path / "cache"))
    twin.put(1, what="on the twin")
    ada.put(2, what="on the first")
    for each in (twin, ada, twin, ada, bob):
        each.sync()
    assert len(branch(tmp_path / "remote", "ada")) >= 3
    assert ada.seen() == twin.seen() == bob.seen()
    assert len(bob.seen()) == 3


def test_a_home_that_left_keeps_nothing_of_the_repository(ada: Machine, tmp_path: Path) -> None:
    leave(ada.home)
    assert not (tmp_path / "ada" / "sync" / "git").exists()
    assert branch(tmp_path / "remote", "ada")
