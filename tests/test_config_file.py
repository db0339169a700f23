"""The config file is written one key at a time, and the user's own words stay."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from habits.config import MOST_BYTES, read_config
from habits.config_file import set_in_config
from habits.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

OWN = '# my own words\nmouse = false # no rodents\n\n[keys]\nundo = ["v"] # as in vi\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A config file in a folder that is not there yet."""
    return tmp_path / "folder" / "config.toml"


def test_a_file_that_is_not_there_is_made_for_the_user_alone(path: Path) -> None:
    set_in_config(path, "theme", "nord")
    assert path.read_text() == 'theme = "nord"\n'
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


def test_comments_order_and_other_keys_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(OWN)
    set_in_config(path, "mouse", True)  # noqa: FBT003 - a value to keep
    assert path.read_text() == OWN.replace("false", "true")


def test_a_new_key_stands_before_the_tables(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(OWN)
    set_in_config(path, "theme", "nord")
    config = read_config(path)
    assert (config.theme, config.mouse, config.keys) == ("nord", False, {"undo": ("v",)})
    assert all(line in path.read_text() for line in OWN.splitlines())


def test_a_file_of_windows_is_read_and_its_mode_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbftheme = "nord"\r\n')
    path.chmod(0o640)
    set_in_config(path, "theme", "dracula")
    assert read_config(path).theme == "dracula"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_link_leads_to_is_written_and_the_link_stays(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(OWN)
    path.parent.mkdir()
    path.symlink_to(real)
    set_in_config(path, "theme", "nord")
    assert path.is_symlink()
    assert read_config(real).theme == "nord"


@pytest.mark.parametrize(
    "content",
    [b"theme = [[[", b"\xff\xfe", b"# long\n" + b"#" * MOST_BYTES, b"theme.x = 1\n[theme"],
)
def test_what_is_no_config_file_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=r"theme holds until the app is left: .* \(it is no TO"):
        set_in_config(path, "theme", "nord")
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(RefusedError, match="Is a directory"):
        set_in_config(path, "theme", "nord")


def test_a_full_disk_is_told_and_leaves_the_file_and_nothing_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path.parent.mkdir()
    path.write_text(OWN)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RefusedError, match="No space left on device"):
        set_in_config(path, "theme", "nord")
    assert path.read_text() == OWN
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]
