"""Git as it is started: it asks nobody, comes to an end, and minds nothing of where it is."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, RefusedError, SignInError
from habits.sync.git import GitTransport
from habits.sync.transport import name_of
from tests.sync.repositories import bare, branch, contents, git, transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Ssh = Callable[[str], Path]

SEALED = b"sealed"
NAME = name_of(1, SEALED)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@contextmanager
def serving(status: int) -> Iterator[str]:
    """Let a server on this machine answer everything with one status; yield a remote there."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("WWW-Authenticate", "Basic")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Tell nobody."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/r.git"
        server.shutdown()
        thread.join()


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ssh:
    """Return what lets a script of the shell be ssh, and gives the folder that it runs beside."""

    def be(script: str) -> Path:
        program = tmp_path / "ssh"
        program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("GIT_SSH_COMMAND", str(program))
        return tmp_path

    return be


def box(path: Path, *, may_ask: bool = False) -> GitTransport:
    """Return what carries segments to a repository that ssh reaches."""
    return GitTransport("box:rapport.git", path / "cache", may_ask=may_ask)


ACROSS = 'for last; do :; done; eval "${last%%\\\'*}\\"$PWD/rapport.git\\""'
"""Does on this machine what git asks of the other one."""

SESSION = f"{sys.executable} -S -c 'import os; print(os.getsid(0))' > session"
TELLS = f'echo "$@" > words; env > env; {SESSION}; {ACROSS}'


def test_ssh_carries_segments_and_has_nobody_to_ask(ssh: Ssh) -> None:
    path = ssh(TELLS)
    bare(path / "rapport.git")
    box(path).publish("ada", {NAME: SEALED}, ())
    assert branch(path / "rapport.git", "ada") == [NAME]
    assert dict(box(path).fetch("ada", [NAME])) == {NAME: SEALED}
    assert read(path / "words").startswith("-oBatchMode=yes -oConnectTimeout=10 ")
    assert {"GIT_TERMINAL_PROMPT=0", "LC_ALL=C"} <= set(read(path / "env").splitlines())
    assert int(read(path / "session")) != os.getsid(0)


def test_in_setting_up_ssh_may_ask(ssh: Ssh) -> None:
    path = ssh(TELLS)
    bare(path / "rapport.git")
    box(path, may_ask=True).names()
    assert "BatchMode" not in read(path / "words")
    assert "GIT_TERMINAL_PROMPT" not in read(path / "env")
    assert int(read(path / "session")) == os.getsid(0)


def test_ssh_that_hangs_is_given_up_and_ended(ssh: Ssh, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ssh("exec > open; echo hangs; exec sleep 600")
    monkeypatch.setattr("habits.sync.git_program.SECONDS", 0.5)
    os.mkfifo(path / "open")
    with os.fdopen(os.open(path / "open", os.O_RDONLY | os.O_NONBLOCK), "rb") as held_open:
        with pytest.raises(OfflineError, match=r"gave no answer.*safe here"):
            box(path).names()
        os.set_blocking(held_open.fileno(), True)
        assert held_open.read() == b"hangs\n"


def test_a_user_who_does_not_answer_is_given_up(ssh: Ssh, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ssh("exec sleep 2")
    monkeypatch.setattr("habits.sync.git_program.SECONDS_ASKING", 0.3)
    with pytest.raises(OfflineError, match=r"gave no answer.*safe here"):
        box(path, may_ask=True).names()


def test_ssh_that_is_refused_is_told_and_the_cache_stays(ssh: Ssh) -> None:
    path = ssh("echo 'me@box: Permission denied (publickey).' >&2; exit 255")
    (path / "cache").mkdir()
    (path / "cache" / "mark").touch()
    with pytest.raises(SignInError, match=r"box refused the key.*safe here"):
        box(path).names()
    assert (path / "cache" / "mark").exists()


def test_what_nobody_foresaw_is_tried_once_more_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho >> calls\necho the moon is full >&2\nexit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OfflineError, match=r"synced to: 'the moon is full'.*safe here"):
        transport(tmp_path / "remote", tmp_path / "cache").names()
    assert read(tmp_path / "calls").count("\n") == 2


def test_the_ssh_that_the_user_configured_is_used(
    ssh: Ssh, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ssh("echo configured > used; exit 1")
    program = os.environ["GIT_SSH_COMMAND"]
    monkeypatch.delenv("GIT_SSH_COMMAND")
    (path / "user").mkdir()
    (path / "user" / ".gitconfig").write_text(f"[core]\nsshCommand = {program}\n", "utf-8")
    with pytest.raises(OfflineError):
        box(path).names()
    assert (path / "used").exists()


def test_a_sign_in_over_the_web_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_ASKPASS", "/bin/false")
    with serving(401) as address, pytest.raises(SignInError, match=r"sign-in.*safe here"):
        GitTransport(address, tmp_path / "cache").names()
    with serving(404) as address, pytest.raises(OfflineError, match="no git repository"):
        GitTransport(address, tmp_path / "cache").names()


def test_nothing_of_where_the_user_is_reaches_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote, elsewhere = bare(tmp_path / "remote"), bare(tmp_path / "elsewhere")
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, str(elsewhere))
    before = sorted(elsewhere.rglob("*"))
    transport(remote, tmp_path / "cache").publish("ada", {NAME: SEALED}, ())
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name)
    assert sorted(elsewhere.rglob("*")) == before
    assert branch(remote, "ada") == [NAME]


def test_how_git_shows_things_to_the_user_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / ".gitconfig").write_text(
        "[fetch]\nshowForcedUpdates = false\noutput = compact\nfsckObjects = true\n"
        "[color]\nui = always\n[color]\ntransport = always\n",
        encoding="utf-8",
    )
    remote = bare(tmp_path / "remote")
    ada, bob = (transport(remote, tmp_path / name) for name in ("ada", "bob"))
    ada.publish("ada", {NAME: SEALED}, ())
    assert dict(bob.fetch("ada", [NAME])) == {NAME: SEALED}
    ada.publish("ada", {name_of(2, b"other"): b"other"}, [NAME])
    assert bob.names() == {"ada": {name_of(2, b"other")}}
    assert SEALED not in contents(tmp_path / "bob", on_branches=False)
    for machine, sealed in ((ada, b"third"), (bob, b"fourth")):
        machine.publish("ada", {name_of(3, sealed): sealed}, ())
    assert len(branch(remote, "ada")) == 3


def test_no_hook_runs_and_nothing_is_signed(tmp_path: Path) -> None:
    hooks = tmp_path / "user" / "hooks"
    hooks.mkdir(parents=True)
    for name in ("pre-push", "reference-transaction", "post-commit", "post-rewrite"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    signing = "[commit]\ngpgSign = true\n[push]\ngpgSign = true\n[gpg]\nprogram = false\n"
    (tmp_path / "user" / ".gitconfig").write_text(
        f"[core]\nhooksPath = {hooks}\n{signing}[init]\ntemplateDir = {hooks}\n", encoding="utf-8"
    )
    remote = bare(tmp_path / "remote")
    git(remote, "config", "core.hooksPath", "none")
    transport(remote, tmp_path / "cache").publish("ada", {NAME: SEALED}, ())
    assert branch(remote, "ada") == [NAME]
    assert not (tmp_path / "ran").exists()
    for path in (tmp_path / "cache", tmp_path / "cache" / "HEAD"):
        assert path.stat().st_mode & 0o077 == 0


def test_without_git_the_user_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match=r"git, which is not installed.*safe here"):
        transport(tmp_path / "remote", tmp_path / "cache").names()
