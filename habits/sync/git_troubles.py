"""What git says where something is wrong, told in words: the cause, and what to do next.

Git tells by its exit code alone that it failed; why, it says in English where it is asked to, in
lines of its own, of ssh and of the other side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import OfflineError, RapportError, SignInError, StoreError
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_SSH: Final = re.compile(r"(?P<host>(?:[^@/]+@)?[^:/]+):(?P<path>.+)")
_URL: Final = re.compile(r"(?P<kind>[a-z]+)://(?P<host>[^/]*)(?P<path>/.*)")


class DamagedCacheError(Exception):
    """Git failed, and not for the other side's sake as far as can be told."""


class OvertakenError(Exception):
    """Somebody else wrote to the branch since it was looked at."""


class _Trouble(NamedTuple):
    """A trouble that git tells of.

    Attributes:
        said: What stands in its words.
        kind: The error.
        cause: What is wrong, with `{remote}`, `{host}`, `{make}` and what git `{said}` of it.
        step: What to do next, as it stands behind "your changes are safe here".
    """

    said: re.Pattern[str]
    kind: type[RapportError]
    cause: str
    step: str


def _trouble(said: str, kind: type[RapportError], cause: str, step: str) -> _Trouble:
    return _Trouble(re.compile(said, re.IGNORECASE | re.MULTILINE), kind, cause, step)


_FULL: Final = "No space left on device|Disk quota exceeded"

_HERE: Final = (
    _trouble(
        f"{_FULL}|Read-only file system",
        StoreError,
        "The disk of this machine takes no more",
        "make room, then try again",
    ),
)

_THERE: Final = (
    _trouble(
        "HOST IDENTIFICATION HAS CHANGED",
        SignInError,
        "{host} shows another key than before, as if it were another machine",
        "see that this is right, use 'ssh-keygen -R {host}' and 'ssh {host}', then try again",
    ),
    _trouble(
        "Host key verification failed|host key is known for",
        SignInError,
        "{host} is not known to ssh here yet",
        "run 'ssh {host}' once, then try again",
    ),
    _trouble(
        r"Permission denied \(|Too many authentication failures",
        SignInError,
        "{host} refused the key of this machine",
        "run 'ssh {host}' until it lets you in, then try again",
    ),
    _trouble(
        f"^remote: .*(?:{_FULL}|size limit|quota)|unpack failed: .*(?:{_FULL})",
        OfflineError,
        "{remote} is full",
        "make room there, then try again",
    ),
    _trouble(
        "denying non-fast-forward|force.push|protected branch",
        SignInError,
        "{remote} does not let a branch be replaced, so what was to go from there stays",
        "allow it there (receive.denyNonFastForwards, protected branches), then try again",
    ),
    _trouble(
        "refusing to delete the current branch|deletion prohibited|denying ref deletion",
        SignInError,
        "{remote} does not let a branch be taken away",
        "allow it there, then try again",
    ),
    _trouble(
        "denied to|marked as read.only|Write access .*not granted|not allowed to push"
        "|insufficient permission|unable to create temporary|hook declined|service not enabled"
        "|push declined|not authorized to write"
        "|Read-only file system|unpacker error|unable to migrate objects",
        SignInError,
        "{remote} may be read but not written by you",
        "ask for the right to write there, then try again",
    ),
    _trouble(
        r"Authentication failed|could not read (?:Username|Password)|returned error: 40[13]",
        SignInError,
        "{remote} asks for a sign-in that git does not know",
        "run 'git ls-remote {remote}' until it asks no more, then try again",
    ),
    _trouble(
        "does not appear to be a git repository|is this a git repository"
        "|Repository not found|repository '.*' (?:not found|does not exist)|returned error: 404"
        "|could not be found|cannot find repository|no such repository|repository not exported"
        "|detected dubious ownership",
        OfflineError,
        "There is no git repository at {remote}, or none that you may see",
        "make one {make}, then try again",
    ),
    _trouble(
        "^remote: .*(?:inflate|is corrupt|object file .* is empty)",
        OfflineError,
        "The repository at {remote} is damaged",
        "move it away there, make an empty one in its place, then sync again on each machine",
    ),
    _trouble(
        "hash algorithm|mismatched algorithms",
        OfflineError,
        "The repository at {remote} is of git's SHA-256 kind, which rapport cannot sync to",
        "use 'rapport sync off' and a repository made with --object-format=sha1",
    ),
    _trouble(
        "Could not resolve|unable to (?:access|connect|look up)|Failed to connect"
        "|Connection (?:refused|reset|closed|timed out)|timed out|unreachable|No route to host"
        "|early EOF|hung up|disconnect|Broken pipe",
        OfflineError,
        "{remote} cannot be reached: {said}",
        "try again when it can be reached",
    ),
    # Of a trouble that nobody foresaw ssh says something first, and git this.
    _trouble(
        r"^(?!warning|\W).+(?=[\s\S]*Could not read from remote repository)",
        OfflineError,
        "{remote} cannot be reached: {said}",
        "try again when it can be reached",
    ),
)

_FRILLS: Final = re.compile(r"^(?:fatal: |error: )?(?:unable to access '[^']*': )?")
_OVERTAKEN: Final = re.compile(
    r"\[rejected\]|\[remote rejected\].*\((?:cannot lock ref|failed to update ref"
    r"|incorrect old value|reference already exists)"
)


def trouble_here(remote: str, said: str) -> Exception:
    """Return what is wrong where git failed without asking the other side."""
    return _told(remote, said, _HERE) or DamagedCacheError(said)


def trouble_there(remote: str, said: str) -> Exception:
    """Return what is wrong where git failed in asking the other side.

    Args:
        remote: The other side, as the user named it.
        said: What git said.
    """
    if _OVERTAKEN.search(said):
        return OvertakenError(said)
    return _told(remote, said, (*_THERE, *_HERE)) or DamagedCacheError(said)


def puzzling(remote: str, said: str) -> OfflineError:
    """Return what is told where nothing is known but git's own words."""
    message = (
        f"{remote} cannot be synced to: {_line(said.strip())}. Your changes are safe here; "
        "try again later."
    )
    return OfflineError(message)


def late(remote: str, seconds: float) -> OfflineError:
    """Return what is told where the other side does not answer."""
    message = (
        f"{remote} gave no answer for {seconds:.0f} seconds. Your changes are safe here; try "
        "again when it can be reached."
    )
    return OfflineError(message)


def _names(remote: str) -> dict[str, str]:
    """Return a remote, the machine that it is on, and how a repository is made there."""
    url = _URL.fullmatch(remote)
    place = url or _SSH.fullmatch(remote)
    host = place["host"] if place else ""
    path = place["path"] if place else remote
    if url and url["kind"] == "ssh" and ":" in host:
        host = f"ssh://{host}"
    if url and url["kind"] not in {"ssh", "file"}:
        make = f"at {host}"
    elif host:
        make = f"with 'ssh {host} git init --bare {path}'"
    else:
        make = f"with 'git init --bare {path}', or name a folder that a syncer carries dir:{path}"
    return {"remote": remote, "host": host or remote, "make": make}


def _line(said: str, at: int = 0) -> str:
    """Return the line of what git said in which something stands, else its first."""
    begin = said.rfind("\n", 0, at) + 1
    line = _FRILLS.sub("", said[begin:].partition("\n")[0])
    return quoted(line.strip() or "nothing is known of it", 100)


def _told(remote: str, said: str, troubles: Iterable[_Trouble]) -> RapportError | None:
    for trouble in troubles:
        if found := trouble.said.search(said):
            message = f"{trouble.cause}. Your changes are safe here; {trouble.step}."
            line = _line(said, found.start())
            return trouble.kind(message.format(**_names(remote), said=line))
    return None
