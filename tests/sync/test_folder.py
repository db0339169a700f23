"""A folder that a syncer carries: what stands in it, and what a syncer may do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, RefusedError, SignInError
from habits.store.home import Home
from habits.sync.folder import FolderTransport
from habits.sync.remotes import transport_to
from habits.sync.transport import name_of

if TYPE_CHECKING:
    from pathlib import Path

SEALED = b"sealed"
NAME = name_of(7, SEALED)


@pytest.fixture
def folder(tmp_path: Path) -> FolderTransport:
    """A folder with one segment."""
    transport = FolderTransport(tmp_path)
    transport.publish("ada", {NAME: SEALED}, ())
    return transport


def test_what_was_published_is_found(folder: FolderTransport) -> None:
    assert folder.names() == {"ada": {NAME}}
    assert list(folder.fetch("ada", [NAME])) == [(NAME, SEALED)]


def test_what_is_dropped_is_gone_and_what_is_published_twice_is_there_once(
    folder: FolderTransport,
) -> None:
    other = name_of(8, b"other")
    for _ in range(2):
        folder.publish("ada", {other: b"other"}, [NAME])
        assert folder.names() == {"ada": {other}}
    assert list(folder.fetch("ada", [NAME])) == []


def test_to_drop_what_never_was_there_is_nothing(folder: FolderTransport) -> None:
    folder.publish("bob", {}, [NAME])
    folder.forget("bob")
    assert folder.names() == {"ada": {NAME}}


def test_a_forgotten_shelf_is_gone(folder: FolderTransport) -> None:
    folder.forget("ada")
    assert folder.names() == {}


def test_other_files_are_left_out(folder: FolderTransport, tmp_path: Path) -> None:
    for name in (f"{NAME}.tmp", ".stfolder", "notes.seg", f".syncthing.{NAME}.tmp"):
        (tmp_path / "ada" / name).write_bytes(b"x")
    (tmp_path / ".stversions").mkdir()
    (tmp_path / "notes.txt").write_bytes(b"x")
    assert folder.names() == {"ada": {NAME}}


def test_a_copy_under_another_name_counts_where_its_bytes_are_right(
    folder: FolderTransport, tmp_path: Path
) -> None:
    path = tmp_path / "ada" / NAME
    path.write_bytes(SEALED[:3])
    conflict = path.with_name(f"{path.stem}.sync-conflict-20261122-101112-ABCDEFG.seg")
    conflict.write_bytes(SEALED)
    assert folder.names() == {"ada": {NAME}}
    assert list(folder.fetch("ada", [NAME])) == [(NAME, SEALED)]
    folder.publish("ada", {}, [NAME])
    assert folder.names() == {}


def test_an_empty_file_is_one_that_has_not_arrived(folder: FolderTransport, tmp_path: Path) -> None:
    (tmp_path / "ada" / NAME).write_bytes(b"")
    assert list(folder.fetch("ada", [NAME])) == [(NAME, b"")]


def test_a_folder_that_is_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfflineError, match="safe here"):
        FolderTransport(tmp_path / "away").names()
    with pytest.raises(OfflineError, match="safe here"):
        FolderTransport(tmp_path / "away").publish("ada", {NAME: SEALED}, ())


def test_a_folder_that_refuses_us_is_told(
    folder: FolderTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("habits.sync.folder.replace_durably", refuse)
    with pytest.raises(SignInError, match="safe here"):
        folder.publish("ada", {NAME: SEALED}, ())


def test_a_folder_is_named_with_dir(tmp_path: Path) -> None:
    transport = transport_to(f"dir:{tmp_path}", Home(tmp_path / "home"))
    assert transport.names() == {}
    assert transport.describe() == f"dir:{tmp_path}"


@pytest.mark.parametrize("remote", ["", "dir:", "dir:a\0b", "ftp://x"])
def test_what_is_no_place_is_refused(remote: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no place to sync"):
        transport_to(remote, Home(tmp_path / "home"))


def test_a_file_is_not_taken_for_the_folder_that_is_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OfflineError, match="Not a directory"):
        FolderTransport(tmp_path / "file", may_make=True).names()
