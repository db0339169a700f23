"""The home is found where it was said to be, and made for the user alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError, StoreError
from habits.store import Store
from habits.store.home import Home, find_home
from habits.text import one_line
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_the_option_is_taken_before_the_environment() -> None:
    assert find_home("/one", {"RAPPORT_HOME": "/other"}).path == Path("/one")


def test_the_environment_is_taken_before_the_usual_place() -> None:
    assert find_home(None, {"RAPPORT_HOME": "/other"}).path == Path("/other")


def test_without_a_word_the_home_is_in_the_users_data_folder() -> None:
    if os.uname().sysname == "Darwin":
        usual = Path.home() / "Library" / "Application Support" / "rapport"
    else:
        usual = Path.home() / ".local" / "share" / "rapport"
    assert find_home(None, {}).path == usual


@pytest.mark.skipif(os.uname().sysname == "Darwin", reason="XDG folders are of other systems")
def test_the_users_data_folder_may_have_been_moved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert find_home(None, {}).path == tmp_path / "data" / "rapport"


def test_a_tilde_is_the_users_folder_and_a_relative_path_is_of_the_present_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_home("~/notes", {}).path == Path.home() / "notes"
    assert find_home("notes", {}).path == tmp_path / "notes"


@pytest.mark.parametrize(
    ("option", "environment", "message"),
    [
        ("", {}, "--home is empty. Name a folder, or leave it out to use the usual one."),
        (" \t", {"RAPPORT_HOME": "/other"}, "--home is empty. "),
        (None, {"RAPPORT_HOME": ""}, "RAPPORT_HOME is empty. Name a folder, "),
        ("a\0b", {}, "--home 'ab' cannot be a folder's name. Name another one."),
        ("~no-such-user/x", {}, "--home '~no-such-user/x' names a user who has no home. "),
        (None, {"RAPPORT_HOME": "~no-such-user"}, "RAPPORT_HOME '~no-such-user' names a user "),
    ],
)
def test_a_home_that_cannot_be_is_refused_with_its_source(
    option: str | None, environment: Mapping[str, str], message: str
) -> None:
    with pytest.raises(RefusedError) as refusal:
        find_home(option, environment)
    assert str(refusal.value).startswith(message)


def test_the_data_and_the_lock_are_in_the_home() -> None:
    home = Home(Path("/home"))
    assert (home.data, home.lock) == (Path("/home/rapport.json"), Path("/home/rapport.lock"))


def test_a_home_is_made_with_the_folders_above_it_for_the_user_alone(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        Home(tmp_path / "a" / "b" / "c").make()
    finally:
        os.umask(mask)
    made = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"]
    assert [folder.stat().st_mode & 0o777 for folder in made] == [0o700] * 3


def test_a_folder_that_is_there_keeps_its_mode_and_what_is_in_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    (tmp_path / "mine.txt").write_text("mine")
    Home(tmp_path).make()
    assert tmp_path.stat().st_mode & 0o777 == 0o750
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_home_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    Home(tmp_path / "link").make()
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("name", ["file", "file/below", "dangling", "n" * 300])
def test_a_home_that_cannot_be_made_is_told_with_a_way_on(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreError, match=r"^The home '.*' cannot be made: .*\. Name another"):
        Home(tmp_path / name).make()
    assert (tmp_path / "file").read_text() == "mine"


@each_hostile
def test_a_hostile_path_is_a_home_or_is_refused_on_one_line(hostile: str, tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    typed = os.fsdecode(hostile.encode("utf-8", "surrogatepass"))
    trouble = ""
    try:
        home = find_home(f"{inner}/{typed}", {})
        home.make()
    except (RefusedError, StoreError) as refusal:
        trouble = str(refusal)
    assert trouble == one_line(trouble)
    assert trouble or home.path.is_dir()


@pytest.mark.parametrize("name", ["ops", "backups"])
def test_a_link_in_the_place_of_a_folder_of_the_home_is_refused(
    home: Home, tmp_path: Path, name: str
) -> None:
    home.make()
    (tmp_path / "elsewhere").mkdir()
    (home.path / name).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(StoreError, match=f"{name} is a link to another folder"):
        Store(home)
    assert list((tmp_path / "elsewhere").iterdir()) == []
