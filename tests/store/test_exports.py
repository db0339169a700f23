"""What is written out is whole, for the user alone, and goes over nothing unless that is meant."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits.errors import RefusedError, StoreError
from habits.store import Op, Store
from habits.store.exports import require_free, write_out
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home


@pytest.mark.parametrize("folder", ["exports", "backups"])
def test_a_file_and_the_folder_that_a_home_makes_for_it_are_for_the_user_alone(
    home: Home, folder: str
) -> None:
    Store(home).commit(lambda: [Op("books", UUID(int=1), {"title": "one"})])
    path = home.path / folder / "maya.md"
    require_free(path)
    write_out(path, b"all of it")
    assert path.read_bytes() == b"all of it"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "name", ["new/maya.md", "new/exports/maya.md", "exports/x", "file/maya.md"]
)
def test_no_other_folder_is_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    path = tmp_path / name
    refusal = rf"^There is no folder {path.parent}\. Make it, or name another place\.$"
    with pytest.raises(RefusedError, match=refusal):
        require_free(path)
    with pytest.raises(RefusedError, match=refusal):
        write_out(path, b"x", force=True)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_may_not_be_looked_at_is_not_said_to_be_missing(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)
    with pytest.raises(StoreError, match=r"cannot be written: File name too long\."):
        write_out(folder / "maya.md", b"x")


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
