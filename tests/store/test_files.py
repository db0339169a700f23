"""Contents are private, whole and durable, whatever happens while they are written."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits.store.files import make_private_folder, replace_durably
from tests.store.faults import SNAPSHOT, broken_disk, is_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = b"old content, longer than the new one"
NEW = b"new content"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with old content."""
    path = tmp_path / "file"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def _no_mask() -> Iterator[None]:
    """Let files be made with all the rights that are asked for."""
    mask = os.umask(0)
    yield
    os.umask(mask)


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


@pytest.mark.parametrize("present", [True, False])
def test_new_content_takes_the_place(file: Path, present: bool) -> None:  # noqa: FBT001 - a case
    if not present:
        file.unlink()
    replace_durably(file, NEW)
    assert file.read_bytes() == NEW
    assert [path.name for path in file.parent.iterdir()] == ["file"]


@pytest.mark.usefixtures("_no_mask")
def test_a_file_is_readable_by_the_user_alone(file: Path) -> None:
    file.chmod(0o644)
    replace_durably(file, NEW)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("_no_mask")
def test_a_folder_is_open_to_the_user_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_a_folder_is_made_durable_in_the_one_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    make_private_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]


def test_content_is_on_the_disk_before_it_takes_the_name_and_the_name_before_it_is_done(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[object] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        whole = is_folder(descriptor) or os.fstat(descriptor).st_size == len(NEW)
        steps.append(("fsync", "folder" if is_folder(descriptor) else "file", whole))
        fsync(descriptor)

    def note_replace(source: str, target: str) -> None:
        steps.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    replace_durably(file, NEW)

    assert steps == [("fsync", "file", True), "replace", ("fsync", "folder", True)]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("step", SNAPSHOT)
def test_a_failure_leaves_the_old_content(file: Path, step: str, error: int) -> None:
    before = open_descriptors()
    with broken_disk(step, error=error), pytest.raises(OSError, match=os.strerror(error)):
        replace_durably(file, NEW)

    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.iterdir()] == ["file"]
    assert open_descriptors() == before

    replace_durably(file, NEW)
    assert file.read_bytes() == NEW
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_a_failure_after_the_name_is_taken_comes_through_and_the_content_is_whole(
    file: Path,
) -> None:
    with broken_disk("folder", error=errno.EIO), pytest.raises(OSError, match="Input/output"):
        replace_durably(file, NEW)

    assert file.read_bytes() in {OLD, NEW}


def test_what_an_interrupted_write_left_does_no_harm(file: Path) -> None:
    left = file.with_name("file.tmp")
    left.write_bytes(OLD * 10)
    left.chmod(0o644)
    replace_durably(file, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o600
    assert not left.exists()


def test_a_link_in_the_place_of_the_temporary_file_is_not_followed(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("mine")
    file.with_name("file.tmp").symlink_to(other)
    replace_durably(file, NEW)
    assert (file.read_bytes(), other.read_text()) == (NEW, "mine")
    assert not file.is_symlink()


def test_a_second_name_of_a_file_in_the_place_of_the_temporary_one_is_not_written_through(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rapport.json"
    path.write_bytes(b"old")
    (tmp_path / "rapport.json.tmp").hardlink_to(path)

    with broken_disk("write", error=errno.ENOSPC), pytest.raises(OSError, match="No space"):
        replace_durably(path, b"new content")
    assert path.read_bytes() == b"old"
    replace_durably(path, b"new content")
    assert path.read_bytes() == b"new content"
