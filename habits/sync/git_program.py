"""The git program, run on a bare repository of our own: it asks nobody, and comes to an end.

Nothing of where the user happens to be reaches it, no hook runs, and nothing is signed. Who may
read and write at the other side is between it, git's credential helpers and ssh.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import StoreError
from habits.store.files import make_private_folder
from habits.sync.git_troubles import late, trouble_here, trouble_there
from habits.sync.troubles import MissingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SECONDS: Final = 120
"""How long git may take, all in all; where a line is dead it and ssh see that sooner."""

SECONDS_ASKING: Final = 900
"""How long it may take where it asks the user something."""

_ALWAYS: Final = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "push.gpgSign=false",
    "push.followTags=false",
    "push.recurseSubmodules=no",
    "fetch.recurseSubmodules=no",
    "fetch.showForcedUpdates=true",
    "init.defaultObjectFormat=sha1",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=30",
)
_DEAD_LINES: Final = "-oConnectTimeout=10 -oServerAliveInterval=10 -oServerAliveCountMax=3"
_NO_QUESTIONS: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
}


class Said(NamedTuple):
    """What git answered: the data, and the words beside it."""

    data: bytes
    words: str


class Git:
    """Git, on a repository that is made when it is first used.

    Attributes:
        folder: The repository.
    """

    def __init__(self, folder: Path, remote: str, *, may_ask: bool = False) -> None:
        """Take a folder, the other side, and whether the user may be asked to sign in there."""
        self.folder = folder
        self._remote = remote
        self._may_ask = may_ask

    def here(self, *words: str, given: bytes = b"") -> bytes:
        """Run a command that looks at nothing but the repository, and return its data.

        Raises:
            DamagedCacheError: The repository is not as it should be.
            RapportError: Git is not there, or the disk takes no more.
        """
        code, said = self._run(words, given, _environment("false", may_ask=False))
        if code:
            raise trouble_here(self._remote, said.words)
        return said.data

    def there(self, *words: str) -> Said:
        """Run a command that asks the other side.

        Raises:
            OvertakenError: Somebody else wrote there.
            DamagedCacheError: It failed, but not for the other side's sake.
            RapportError: It failed for a reason that is told.
        """
        code, said = self._run(words, b"", _environment(self._ssh, may_ask=self._may_ask))
        if code:
            raise trouble_there(self._remote, said.data.decode(errors="replace") + said.words)
        return said

    def make(self) -> None:
        """Make the repository, if it is not there.

        Raises:
            RapportError: Git is not there, or nothing can be written.
        """
        if (self.folder / "HEAD").is_file():
            return
        try:
            make_private_folder(self.folder)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        self.here("init", "--quiet", "--bare", "--template=", str(self.folder))

    def discard(self) -> None:
        """Take the repository away; all in it is at the other side.

        A git that was started by a process that was killed may be at it still, so it goes from its
        place first.

        Raises:
            StoreError: It cannot be taken away.
        """
        aside = self.folder.with_name(f"{self.folder.name}.old")
        try:
            shutil.rmtree(aside, ignore_errors=True)
            self.folder.rename(aside)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        shutil.rmtree(aside, ignore_errors=True)

    @cached_property
    def _ssh(self) -> str:
        """The ssh that the user would have git use."""
        if named := os.environ.get("GIT_SSH_COMMAND"):
            return named
        usual = shlex.quote(os.environ.get("GIT_SSH") or "ssh")
        return self.here("config", "--default", usual, "core.sshCommand").decode().strip()

    def _run(
        self, words: tuple[str, ...], given: bytes, environment: Mapping[str, str]
    ) -> tuple[int, Said]:
        settings = [word for setting in _ALWAYS for word in ("-c", setting)]
        command = ["git", f"--git-dir={self.folder}", *settings, *words]
        limit = SECONDS_ASKING if self._may_ask else SECONDS
        with self._started(command, environment) as process:
            try:
                data, errors = process.communicate(given, timeout=limit)
            except subprocess.TimeoutExpired:
                raise late(self._remote, limit) from None
            finally:
                self._end(process)
        return process.returncode, Said(data, errors.decode(errors="replace"))

    def _started(self, words: list[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 - our own words, and no shell
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                # Without a terminal of its own nothing that git starts can ask anything.
                start_new_session=not self._may_ask,
                umask=0o077,
            )
        except FileNotFoundError:
            message = (
                "To sync there, rapport needs git, which is not installed. Your changes are safe "
                "here; install git, then try again."
            )
            raise MissingError(message) from None

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """End git and what it started, if it has not ended."""
        if process.poll() is None:
            with suppress(ProcessLookupError):
                if self._may_ask:
                    process.terminate()
                else:
                    os.killpg(process.pid, signal.SIGKILL)


def _environment(ssh: str, *, may_ask: bool) -> dict[str, str]:
    """Return the environment of git: nothing in it says which repository, or whom to ask.

    Args:
        ssh: The command that git reaches other machines with.
        may_ask: Whether the user may be asked to sign in.
    """
    batch = "" if may_ask else "-oBatchMode=yes "
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        **({} if may_ask else _NO_QUESTIONS),
        "GIT_SSH_COMMAND": f"{ssh} {batch}{_DEAD_LINES}",
        "LC_ALL": "C",
    }


def _unwritable(path: Path, error: OSError) -> StoreError:
    message = (
        f"{error.filename or path} cannot be written: {error.strerror}. Your changes are safe "
        "here; make room or see who may write there, then try again."
    )
    return StoreError(message)
