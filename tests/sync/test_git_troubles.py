"""Whatever git meets, the user reads one line: the cause, the next step, and that all is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, RapportError, SignInError, StoreError
from habits.sync.git_troubles import (
    DamagedCacheError,
    OvertakenError,
    puzzling,
    trouble_here,
    trouble_there,
)
from tests.hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Sequence

RIGHTS = "\nPlease make sure you have the correct access rights\nand the repository exists.\n"
UNREAD = f"fatal: Could not read from remote repository.\n{RIGHTS}"
BOX = "box:rapport.git"
WEB = "https://host/me/rapport.git"

TROUBLES: Sequence[tuple[str, str, type[RapportError], str]] = [
    (BOX, f"ssh: connect to host box port 22: Connection refused\r\n{UNREAD}", OfflineError,
     "box:rapport.git cannot be reached"),
    (BOX, f"ssh: Could not resolve hostname box: Name or service not known\r\n{UNREAD}",
     OfflineError, "box:rapport.git cannot be reached"),
    (BOX, f"Connection closed by 10.0.0.7 port 22\r\n{UNREAD}", OfflineError, "cannot be reached"),
    (BOX, f"client_loop: send disconnect: Broken pipe\r\n{UNREAD}", OfflineError,
     "cannot be reached"),
    (WEB, "fatal: unable to access 'https://host/me/rapport.git/': Could not resolve host: host\n",
     OfflineError, "/rapport.git cannot be reached: 'Could not resolve host: host'. Your"),
    (WEB, "fatal: unable to access 'https://host/': The requested URL returned error: 503\n",
     OfflineError, "cannot be reached"),
    ("git://host/r", "fatal: unable to connect to host:\nhost[0: 10.0.0.7]: errno=refused\n",
     OfflineError, "git://host/r cannot be reached"),
    (BOX, f"me@box: Permission denied (publickey).\r\n{UNREAD}", SignInError,
     "box refused the key of this machine"),
    (BOX, f"Host key verification failed.\r\n{UNREAD}", SignInError, "run 'ssh box' once"),
    ("ssh://me@box:22/r", f"No ED25519 host key is known for box\r\n{UNREAD}", SignInError,
     "run 'ssh ssh://me@box:22' once"),
    (BOX, f"** WARNING: old ways **\r\nWelcome.\r\nkex: Connection reset by peer\r\n{UNREAD}",
     OfflineError, "box:rapport.git cannot be reached: 'kex: Connection reset by peer'. Your"),
    (BOX, f"** WARNING: old ways **\r\nWarning: odd\r\nthe moon is full\r\n{UNREAD}", OfflineError,
     "box:rapport.git cannot be reached: 'the moon is full'. Your"),
    (BOX, UNREAD, OfflineError, "cannot be reached: 'Could not read from remote repository.'"),
    (BOX, (f"@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\r\n"
     f"Host key verification failed.\r\n{UNREAD}"), SignInError, "shows another key than before"),
    (WEB, "fatal: could not read Username for 'https://host': terminal prompts disabled\n",
     SignInError, "run 'git ls-remote https://host/me/rapport.git'"),
    (WEB, "remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://host/'\n",
     SignInError, "asks for a sign-in that git does not know"),
    (WEB, "fatal: unable to access 'https://host/': The requested URL returned error: 403\n",
     SignInError, "asks for a sign-in"),
    (WEB, ("remote: Write access to repository not granted.\n"
     "fatal: unable to access 'https://host/': The requested URL returned error: 403\n"),
     SignInError, "may be read but not written by you"),
    (BOX, "ERROR: The key you are authenticating with has been marked as read only.\n" + UNREAD,
     SignInError, "may be read but not written"),
    (BOX, "!\tx:refs/heads/rapport/ada\t[remote rejected] (pre-receive hook declined)\nDone\n",
     SignInError, "may be read but not written"),
    (BOX, ("!\tx:r\t[remote rejected] (unpacker error)\n"
     "error: remote unpack failed: unable to create temporary object directory\n"),
     SignInError, "may be read but not written"),
    (BOX, "!\tx:r\t[remote rejected] (protected branch hook declined)\n", SignInError,
     "does not let a branch be replaced"),
    (BOX, f"fatal: 'rapport.git' does not appear to be a git repository\n{UNREAD}", OfflineError,
     "make one with 'ssh box git init --bare rapport.git'"),
    ("/srv/r", f"fatal: '/srv/r' does not appear to be a git repository\n{UNREAD}", OfflineError,
     "make one with 'git init --bare /srv/r'"),
    ("file:///srv/r", f"fatal: '/srv/r' does not appear to be a git repository\n{UNREAD}",
     OfflineError, "make one with 'git init --bare /srv/r'"),
    (WEB, "remote: Repository not found.\nfatal: repository 'https://host/' not found\n",
     OfflineError, "There is no git repository at https://host/me/rapport.git"),
    (BOX, f"Forgejo: Cannot find repository: me/rapport\n{UNREAD}", OfflineError,
     "There is no git repository at box:rapport.git"),
    (BOX, f"Gitea: Unauthorized\nUser: 3 with Key: 4 is not authorized to write to r.\n{UNREAD}",
     SignInError, "may be read but not written"),
    (BOX, "!\tx:r\t[remote rejected] (push declined due to repository rule violations)\n",
     SignInError, "may be read but not written"),
    (BOX, "remote: Your push has been rejected, because it has exceeded its size limit of 9 MB.\n",
     OfflineError, "box:rapport.git is full"),
    (BOX, ("fatal: the receiving end does not support this repository's hash algorithm\n"
     "fatal: the remote end hung up unexpectedly\n"), OfflineError, "of git's SHA-256 kind"),
    (BOX, "fatal: mismatched algorithms: client sha1; server sha256\n", OfflineError,
     "of git's SHA-256 kind"),
    (BOX, ("remote: error: inflate: data stream error (incorrect header check)\n"
     "remote: error: unable to unpack 1f2e header\nfatal: early EOF\n"), OfflineError,
     "make an empty one in its place"),
    (BOX, "remote: fatal: loose object 1f2e (stored in ./objects/1f/2e) is corrupt\n",
     OfflineError, "The repository at box:rapport.git is damaged"),
    (WEB, "fatal: https://host/info/refs not valid: is this a git repository?\n", OfflineError,
     "make one at host"),
    (BOX, ("!\tx:r\t[remote rejected] (unpacker error)\n"
     "remote: fatal: unable to write loose object file: No space left on device        \n"
     "error: remote unpack failed: unpack-objects abnormal exit\n"), OfflineError,
     "box:rapport.git is full"),
    (BOX, ("fatal: unable to write loose object file: No space left on device\n"
     "fatal: unpack-objects failed\n"), StoreError, "this machine takes no more"),
]  # fmt: skip


@pytest.mark.parametrize(("remote", "said", "kind", "told"), TROUBLES)
def test_what_git_says_is_told_in_a_line(
    remote: str, said: str, kind: type[RapportError], told: str
) -> None:
    error = trouble_there(remote, said)
    assert type(error) is kind
    assert told in str(error)
    assert "Your changes are safe here; " in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "reason",
    [
        "[rejected] (stale info)",
        "[rejected] (fetch first)",
        "[remote rejected] (failed to update ref)",
        "[remote rejected] (cannot lock ref 'refs/heads/x': is at 1 but expected 2)",
        "[remote rejected] (incorrect old value provided)",
        "[remote rejected] (reference already exists)",
    ],
)
def test_a_branch_that_somebody_else_wrote_to_is_looked_at_again(reason: str) -> None:
    said = f"To box:rapport.git\n!\tx:refs/heads/rapport/ada\t{reason}\nDone\nerror: failed\n"
    assert isinstance(trouble_there(BOX, said), OvertakenError)


def test_what_is_wrong_here_is_laid_to_the_cache_unless_the_disk_is_full() -> None:
    assert isinstance(trouble_here(BOX, "fatal: bad object 1234\n"), DamagedCacheError)
    assert isinstance(trouble_there(BOX, "fatal: bad object 1234\n"), DamagedCacheError)
    assert isinstance(trouble_here(BOX, "fatal: x: Read-only file system\n"), StoreError)


@pytest.mark.parametrize("text", ["", "\n", *HOSTILE])
def test_what_nobody_foresaw_is_told_in_gits_own_words(text: str) -> None:
    message = str(puzzling(BOX, f"what: {text}"))
    assert message.startswith("box:rapport.git cannot be synced to: 'what")
    assert "safe here" in message
    assert message.isprintable()
    assert "'nothing is known of it'" in str(puzzling(BOX, " \n"))
