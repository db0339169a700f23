"""Two computers and a box that a real ssh server lets them into."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pexpect
import pytest

from tests.cli.program import PROGRAM
from tests.sync.computers import (
    PATIENCE,
    Computer,
    found,
    free_port,
    listens,
    program,
    running,
    wait_for,
)
from tests.sync.repositories import bare, git

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.faults, found("sshd", "openssh-server"), found("git", "git")]

SERVER: Final = """
ListenAddress 127.0.0.1
Port {port}
HostKey {path}/host
PidFile none
AuthorizedKeysFile {path}/let-in
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
"""
CLIENT: Final = """
Host box
HostName 127.0.0.1
Port {port}
User {user}
IdentityFile {path}/key
IdentitiesOnly yes
IdentityAgent none
UserKnownHostsFile {path}/known
GlobalKnownHostsFile none
"""


class Box:
    """A machine that ssh reaches, with keys and settings of its own.

    Attributes:
        ssh: The ssh that knows of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._port = free_port()
        said = {"path": path, "port": self._port, "user": getuser()}
        (path / "server").write_text(SERVER.format(**said), encoding="utf-8")
        (path / "client").write_text(CLIENT.format(**said), encoding="utf-8")
        self.ssh = f"ssh -F {path / 'client'}"
        self.change_its_key()
        self._make_key("key")
        self.let_in()

    def _make_key(self, name: str) -> None:
        (self._path / name).unlink(missing_ok=True)
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self._path / name)]
        subprocess.run(words, check=True)  # noqa: S603 - our own words

    def change_its_key(self) -> None:
        """Be another machine, as far as ssh can see."""
        self._make_key("host")

    def let_in(self) -> None:
        """Let the user in."""
        (self._path / "let-in").write_bytes((self._path / "key.pub").read_bytes())

    def keep_out(self) -> None:
        """Let nobody in."""
        (self._path / "let-in").write_bytes(b"")

    def run(self, *words: str) -> None:
        """Run a command there, as a user who sees the box for the first time does."""
        command = [*self.ssh.split(), "-oStrictHostKeyChecking=accept-new", "box", *words]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words

    @contextmanager
    def up(self) -> Iterator[None]:
        """Let its server run meanwhile."""
        words = [str(program("sshd")), "-D", "-e", "-f", str(self._path / "server")]
        with running(words, self._path / "log"):
            wait_for(lambda: listens(self._port), "the ssh server")
            yield


@pytest.fixture
def box(tmp_path: Path) -> Box:
    """A box whose server does not run yet."""
    if os.geteuid() == 0:
        # Where root runs it the server wants this, which Debian makes when the machine starts.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    (tmp_path / "box").mkdir()
    return Box(tmp_path / "box")


def test_two_computers_and_a_box(box: Box, tmp_path: Path) -> None:
    repository = tmp_path / "box" / "rapport.git"
    remote = f"box:{repository}"
    laptop, desktop = (
        Computer(tmp_path / name, GIT_SSH_COMMAND=box.ssh) for name in ("laptop", "desktop")
    )
    laptop("log", "thanks", "the fix")
    assert "cannot be reached" in laptop("sync", "setup", remote).refusal
    with box.up():
        unknown = laptop("sync", "setup", remote)
        assert (unknown.code, "run 'ssh box' once" in unknown.refusal) == (4, True)
        box.run("true")
        missing = laptop("sync", "setup", remote)
        make = f"ssh box git init --bare {repository}"
        assert (missing.code, make in missing.refusal) == (3, True)
        box.run(*make.split()[2:])

        key = laptop("sync", "setup", remote).out
        assert desktop("sync", "join", remote, typed=key).code == 0
        desktop("log", "thanks", "the demo")
        assert desktop("sync").code == 0
        assert laptop("sync").code == 0
        assert laptop.whats() == desktop.whats() == ["the demo", "the fix"]
        assert git(repository, "for-each-ref", "--format=%(refname)").count("rapport/") == 2

        box.keep_out()
        laptop("log", "vision", "the map")
        refused = laptop("sync")
        assert (refused.code, "box refused the key" in refused.refusal) == (4, True)
        assert "sign in" in laptop.status()
        box.let_in()
    down = laptop("sync")
    assert (down.code, "cannot be reached" in down.refusal) == (3, True)
    assert laptop.status() == "offline, 1 to send"
    box.change_its_key()
    with box.up():
        changed = laptop("sync")
        assert (changed.code, "shows another key than before" in changed.refusal) == (4, True)
        (tmp_path / "box" / "known").unlink()
        box.run("true")
        assert laptop("sync").code == 0
        assert desktop("sync").code == 0
    assert laptop.status() == "synced now"
    assert desktop.whats() == laptop.whats() == ["the demo", "the fix", "the map"]


def test_in_setting_up_ssh_asks_whoever_sits_there_and_later_nobody(
    box: Box, tmp_path: Path
) -> None:
    remote = f"box:{bare(tmp_path / 'box' / 'rapport.git')}"
    laptop = Computer(tmp_path / "laptop", GIT_SSH_COMMAND=box.ssh)
    with box.up():
        words = ["sync", "setup", remote]
        child = pexpect.spawn(str(PROGRAM), words, env=laptop.surroundings(), timeout=PATIENCE)
        child.expect("continue connecting")
        child.sendline("yes")
        child.expect("AGE-SECRET-KEY-1")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        assert laptop("sync").code == 0
    assert laptop.status() == "synced now"
