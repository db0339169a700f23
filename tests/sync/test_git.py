"""A git repository that machines sync to: what stands in it, and what becomes of it."""

from __future__ import annotations

import shutil
from hashlib import sha1
from itertools import count, islice
from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, SignInError, StoreError
from habits.sync.transport import name_of
from tests.sync.repositories import bare, branch, git, transport

if TYPE_CHECKING:
    from pathlib import Path

    from habits.sync.git import GitTransport

SEALED = b"sealed\n\0as it was"
NAME = name_of(7, SEALED)
OTHER = name_of(300, b"other")


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A repository with one segment."""
    folder = bare(tmp_path / "remote")
    git(folder, "config", "receive.fsckObjects", "true")
    transport(folder, tmp_path / "first").publish("ada", {NAME: SEALED}, ())
    return folder


@pytest.fixture
def ada(remote: Path, tmp_path: Path) -> GitTransport:
    """A machine that syncs to it."""
    return transport(remote, tmp_path / "ada")


@pytest.fixture
def bob(remote: Path, tmp_path: Path) -> GitTransport:
    """Another one."""
    return transport(remote, tmp_path / "bob")


def git_name(content: bytes) -> str:
    """Return what git calls a file of this content."""
    return sha1(b"blob %d\0%s" % (len(content), content)).hexdigest()  # noqa: S324 - as git does


def can_be_read(folder: Path, content: bytes) -> bool:
    """Return whether a repository holds a content anywhere, reachable or not."""
    return git_name(content) in git(folder, "cat-file", "--batch-all-objects", "--batch-check")


def test_what_was_published_is_found(ada: GitTransport, bob: GitTransport, remote: Path) -> None:
    assert bob.names() == {"ada": {NAME}}
    assert list(bob.fetch("ada", [NAME, OTHER])) == [(NAME, SEALED)]
    assert list(bob.fetch("eve", [NAME])) == []
    ada.publish("ada", {OTHER: b"other"}, ())
    assert bob.names() == {"ada": {NAME, OTHER}}
    assert dict(bob.fetch("ada", [OTHER, NAME])) == {NAME: SEALED, OTHER: b"other"}
    assert (
        git(remote, "log", "--format=%an %ae %s %at", "rapport/ada").splitlines()
        == ["rapport rapport@localhost  0"] * 2
    )


def test_an_empty_repository_holds_nothing_yet(tmp_path: Path) -> None:
    empty = transport(bare(tmp_path / "empty"), tmp_path / "cache")
    assert empty.names() == {}
    assert list(empty.fetch("ada", [NAME])) == []
    empty.forget("ada")
    empty.publish("ada", {}, [NAME])
    assert empty.names() == {}
    assert empty.describe() == str(tmp_path / "empty")


def test_what_is_published_again_makes_no_commit_more(ada: GitTransport, remote: Path) -> None:
    before = git(remote, "rev-parse", "rapport/ada")
    ada.publish("ada", {NAME: SEALED}, ())
    assert git(remote, "rev-parse", "rapport/ada") == before
    for _ in range(2):
        ada.publish("ada", {OTHER: b"other"}, [NAME])
        assert git(remote, "rev-list", "--count", "rapport/ada") == "1"
        assert branch(remote, "ada") == [OTHER]
    after = git(remote, "rev-parse", "rapport/ada")
    ada.publish("ada", {OTHER: b"other"}, [NAME])
    assert git(remote, "rev-parse", "rapport/ada") == after


def test_what_is_dropped_cannot_be_read_on_the_branch_nor_on_any_machine(
    ada: GitTransport, bob: GitTransport, remote: Path, tmp_path: Path
) -> None:
    assert dict(bob.fetch("ada", [NAME])) == {NAME: SEALED}
    ada.publish("ada", {OTHER: b"other"}, ())
    ada.publish("ada", {}, [NAME])
    assert branch(remote, "ada") == [OTHER]
    assert NAME not in git(remote, "rev-list", "--objects", "--all")
    assert not can_be_read(tmp_path / "ada", SEALED)
    assert can_be_read(tmp_path / "bob", SEALED)
    assert bob.names() == {"ada": {OTHER}}
    assert not can_be_read(tmp_path / "bob", SEALED)


def test_a_forgotten_machine_is_gone_here_and_there(
    ada: GitTransport, bob: GitTransport, remote: Path, tmp_path: Path
) -> None:
    assert bob.names() == {"ada": {NAME}}
    ada.publish("cyd", {OTHER: b"other"}, ())
    ada.forget("ada")
    assert git(remote, "for-each-ref", "--format=%(refname:short)") == "rapport/cyd"
    assert bob.names() == {"cyd": {OTHER}}
    assert not can_be_read(tmp_path / "ada", SEALED)
    assert not can_be_read(tmp_path / "bob", SEALED)


def test_a_branch_that_may_not_be_taken_away_becomes_empty(
    ada: GitTransport, bob: GitTransport, remote: Path
) -> None:
    git(remote, "symbolic-ref", "HEAD", "refs/heads/rapport/ada")
    ada.forget("ada")
    assert bob.names() == {}
    assert git(remote, "rev-list", "--objects", "rapport/ada").count("\n") == 1
    bob.publish("ada", {NAME: SEALED}, ())
    assert ada.names() == {"ada": {NAME}}


def test_a_branch_that_may_not_be_replaced_is_told(ada: GitTransport, remote: Path) -> None:
    git(remote, "config", "receive.denyNonFastForwards", "true")
    with pytest.raises(SignInError, match=r"does not let a branch be replaced.*safe here"):
        ada.publish("ada", {OTHER: b"other"}, [NAME])
    assert ada.names() == {"ada": {NAME}}
    ada.publish("ada", {OTHER: b"other"}, ())
    assert ada.names() == {"ada": {NAME, OTHER}}


@pytest.mark.parametrize("drop", [(), (NAME,)])
def test_a_second_writer_of_a_branch_overwrites_nothing(
    ada: GitTransport, bob: GitTransport, remote: Path, drop: tuple[str, ...]
) -> None:
    third = name_of(8, b"third")
    for machine in (ada, bob):
        machine.names()
    bob.publish("ada", {OTHER: b"other"}, ())
    bob.names()
    ada.publish("ada", {third: b"third"}, drop)
    assert set(branch(remote, "ada")) == {NAME, OTHER, third} - set(drop)
    bob.forget("ada")
    assert branch(remote, "ada") == [third]


def test_a_branch_that_stays_locked_is_told_and_written_later(
    ada: GitTransport, remote: Path
) -> None:
    git(remote, "config", "core.filesRefLockTimeout", "0")
    lock = remote / "refs" / "heads" / "rapport" / "ada.lock"
    lock.touch()
    with pytest.raises(OfflineError, match=r"took nothing.*safe here"):
        ada.publish("ada", {OTHER: b"other"}, ())
    lock.unlink()
    assert ada.names() == {"ada": {NAME}}
    ada.publish("ada", {OTHER: b"other"}, ())
    assert ada.names() == {"ada": {NAME, OTHER}}


def test_a_remote_that_was_rolled_back_or_emptied_is_seen_as_it_is(
    ada: GitTransport, remote: Path
) -> None:
    before = git(remote, "rev-parse", "rapport/ada")
    ada.publish("ada", {OTHER: b"other"}, ())
    git(remote, "update-ref", "refs/heads/rapport/ada", before)
    assert ada.names() == {"ada": {NAME}}
    ada.publish("ada", {OTHER: b"other"}, ())
    assert ada.names() == {"ada": {NAME, OTHER}}
    shutil.rmtree(remote)
    bare(remote)
    assert ada.names() == {}
    ada.publish("ada", {NAME: SEALED}, ())
    assert ada.names() == {"ada": {NAME}}


def test_what_others_keep_in_the_repository_is_left_out(ada: GitTransport, remote: Path) -> None:
    blob = git(remote, "hash-object", "-w", "--stdin", given=b"x")
    stream = (
        f"commit refs/heads/rapport/bob\ncommitter x <x> 0 +0000\ndata 0\n"
        f"M 100644 {blob} {NAME}\nM 100644 {blob} 000009/{NAME}\nM 100644 {blob} 000000/notes\n"
        f"M 160000 {'1' * 40} 000001/{OTHER}\n"
    )
    git(remote, "fast-import", "--quiet", given=stream.encode())
    for name in ("main", "rapport/a/b", "rapport/é", "elsewhere/ada"):
        git(remote, "update-ref", f"refs/heads/{name}", "rapport/bob")
    assert ada.names() == {"ada": {NAME}}


def test_a_cache_that_has_grown_is_packed(ada: GitTransport, tmp_path: Path) -> None:
    assert ada.names() == {"ada": {NAME}}
    # Git takes the files of one folder for a measure of all.
    numbers = (b"%d" % number for number in count())
    measured = (each for each in numbers if git_name(each).startswith("17"))
    for each in islice(measured, 30):
        git(tmp_path / "ada", "hash-object", "-w", "--stdin", given=each)
    assert (tmp_path / "ada" / "objects" / "17").exists()
    ada.publish("ada", {OTHER: b"other"}, ())
    assert not (tmp_path / "ada" / "objects" / "17").exists()
    assert dict(ada.fetch("ada", [NAME, OTHER])) == {NAME: SEALED, OTHER: b"other"}


@pytest.mark.parametrize("damage", ["blob", "tip", "head", "locked", "truncated"])
def test_a_damaged_cache_is_made_anew(
    ada: GitTransport, remote: Path, tmp_path: Path, damage: str
) -> None:
    assert ada.names() == {"ada": {NAME}}
    cache = tmp_path / "ada"
    blob, tip = (git(remote, "rev-parse", f"rapport/ada{what}") for what in (f":000000/{NAME}", ""))
    files = {
        "blob": cache / "objects" / blob[:2] / blob[2:],
        "tip": cache / "refs" / "rapport" / "ada",
        "head": cache / "HEAD",
        "locked": cache / "refs" / "rapport" / "ada.lock",
        "truncated": cache / "objects" / tip[:2] / tip[2:],
    }
    path = files[damage]
    path.unlink(missing_ok=True)
    if damage != "blob":
        path.write_bytes(b"")
    again = transport(remote, cache)
    transport(remote, tmp_path / "first").publish("ada", {OTHER: b"other"}, ())
    assert again.names() == {"ada": {NAME, OTHER}}
    assert dict(again.fetch("ada", [NAME])) == {NAME: SEALED}
    again.publish("ada", {}, [OTHER])
    assert branch(remote, "ada") == [NAME]


def test_a_cache_that_cannot_be_made_is_told(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"cannot be written.*safe here"):
        transport(remote, tmp_path / "file" / "cache").names()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "HEAD").touch()
    with monkeypatch.context() as patch:
        patch.setattr(type(tmp_path), "rename", refuse)
        with pytest.raises(StoreError, match=r"cannot be written.*safe here"):
            transport(remote, tmp_path / "cache").names()
    assert transport(remote, tmp_path / "cache").names() == {"ada": {NAME}}
