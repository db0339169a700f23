"""What a user names a place by, and what that is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError
from habits.store.home import Home
from habits.sync.folder import FolderTransport
from habits.sync.git import GitTransport
from habits.sync.remotes import transport_to

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "remote",
    [
        "git@host:me/rapport.git",
        "box:rapport.git",
        "box:/srv/my rapport",
        "me@10.0.0.7:rapport",
        "ssh://me@box:2222/srv/rapport.git",
        "https://host/me/rapport.git",
        "https://me@host:8443/rapport",
        "git://localhost/rapport.git",
        "file:///srv/rapport.git",
        "/srv/rapport.git",
    ],
)
def test_a_git_repository_is_named_as_git_names_it(remote: str, tmp_path: Path) -> None:
    transport = transport_to(remote, Home(tmp_path))
    assert isinstance(transport, GitTransport)
    assert transport.describe() == remote


def test_a_path_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/users/ada")
    for said, meant in (("./r.git", tmp_path / "r.git"), ("~/r.git", "/users/ada/r.git")):
        assert transport_to(said, Home(tmp_path)).describe() == str(meant)
    folder = transport_to("dir:~/box:x", Home(tmp_path))
    assert isinstance(folder, FolderTransport)
    assert folder.describe() == "dir:/users/ada/box:x"


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "rapport",
        "dir:",
        "dir:a\0b",
        "dir:~nobody-of-that-name/x",
        "ftp://x",
        "https://",
        "https:///x",
        "ext::sh -c true",
        "--upload-pack=true",
        "-oProxyCommand=true:x",
        "ssh://-oProxyCommand=true/x",
        "me@-oProxyCommand=true:x",
        "box:a\nb",
    ],
)
def test_what_is_no_place_is_refused(remote: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no place to sync"):
        transport_to(remote, Home(tmp_path))


def test_a_password_stays_out_of_the_address(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="has a password") as refused:
        transport_to("https://me:secret@host/r.git", Home(tmp_path))
    assert "secret" not in str(refused.value)


def test_the_home_itself_is_no_place_that_carries_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    (tmp_path / "link").symlink_to(home.path)
    for folder in (home.path, home.path / "below", tmp_path / "link"):
        with pytest.raises(RefusedError, match="Name a folder outside of it"):
            transport_to(f"dir:{folder}", home)
    transport_to(f"dir:{tmp_path}", home)
