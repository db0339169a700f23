"""What is written out is whole, for the user alone, and goes over nothing unless that is meant."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError, StoreError
from habits.store.exports import require_free, write_out
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_and_the_folders_made_for_it_are_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "maya.md"
    write_out(path, b"all of it")
    assert path.read_bytes() == b"all of it"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("force", "way_out"),
    [(None, "Name another file."), (False, "Name another file, or replace it with --force.")],
)
def test_what_is_there_stays_and_the_way_out_that_there_is_is_told(
    tmp_path: Path,
    force: bool | None,  # noqa: FBT001 - of the table
    way_out: str,
) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    with pytest.raises(RefusedError) as refused:
        write_out(path, b"other", force=force)
    assert str(refused.value) == f"{path} is there already. {way_out}"
    assert path.read_text() == "mine"


def test_what_is_there_is_replaced_where_that_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    path.chmod(0o644)
    write_out(path, b"other", force=True)
    assert path.read_text() == "other"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_that_leads_nowhere_is_there_too(tmp_path: Path) -> None:
    path = tmp_path / "link"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(RefusedError, match="is there already"):
        require_free(path)


@pytest.mark.parametrize("force", [None, False, True])
def test_a_folder_is_never_replaced(
    tmp_path: Path,
    force: bool | None,  # noqa: FBT001 - of the table
) -> None:
    with pytest.raises(RefusedError, match=r"is a folder\. Name a file in it\."):
        write_out(tmp_path, b"other", force=force)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"), [("x" * 300, "File name too long"), ("a\0b", "This is no name of a file")]
)
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(StoreError, match=rf"cannot be written: {reason}\. Nothing was written\."):
        write_out(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    with (
        broken_disk("write", error=errno.ENOSPC),
        pytest.raises(StoreError, match=r"No space left.* Nothing was written\."),
    ):
        write_out(path, b"other", force=True)
    assert path.read_text() == "mine"
